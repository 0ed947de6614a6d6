package config

import (
	"fmt"
	"strings"
)

// Tables returns the tables of the manual that list all keys, by what they are
// the keys of: "file" and "package".
func Tables() map[string]string {
	return map[string]string{"file": rootForm().table(), "package": packageForm().table()}
}

// table returns the keys of m as a table, those of mappings in it behind the
// key that holds them: "initialisms.add".
func (m mapping[O]) table() string {
	return "| Key | Value | Default | What it says |\n| --- | --- | --- | --- |\n" + m.rows("")
}

// nested is a form whose keys have rows of their own.
type nested interface{ rows(prefix string) string }

func (m mapping[O]) rows(prefix string) string {
	var b strings.Builder
	for _, k := range m.keys {
		fmt.Fprintf(&b, "| `%s%s` | %s | %s | %s |\n", prefix, k.name, k.form.label(false), k.standIn(), k.doc+meanings(k.form))
		if n, ok := k.form.(nested); ok {
			b.WriteString(n.rows(prefix + k.name + "."))
		}
	}
	return b.String()
}

// rows returns the rows of the mappings that l is a list of.
func (l list[T]) rows(prefix string) string {
	if n, ok := l.elem.(nested); ok {
		return n.rows(prefix)
	}
	return ""
}

// standIn says what counts where the key is left out.
func (k key[O]) standIn() string {
	switch {
	case k.need != "":
		return "must be given"
	case k.absent != "":
		return k.absent
	case k.preset != "":
		return "`" + k.preset + "`"
	}
	return "none"
}

// meanings returns what the words of a form stand for, to be put behind what
// the key says.
func meanings(f anyForm) string {
	if w, ok := f.(interface{ meanings() string }); ok {
		return w.meanings()
	}
	return ""
}

func (w words[T]) meanings() string {
	var parts []string
	for _, word := range w {
		if word.doc != "" {
			parts = append(parts, "`"+word.name+"`: "+word.doc)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ". " + strings.Join(parts, "; ")
}

func (t text) label(many bool) string {
	if many {
		return t.many
	}
	return t.one
}

func (path) label(many bool) string {
	if many {
		return "paths"
	}
	return "path"
}

func (versionForm) label(bool) string { return version }
func (toggle) label(bool) string      { return "`true` or `false`" }

func (w words[T]) label(bool) string {
	names := make([]string, len(w))
	for i, word := range w {
		names[i] = "`" + word.name + "`"
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

func (l list[T]) label(bool) string { return "list of " + l.elem.label(true) }

func (e entries[E, T]) label(bool) string {
	return fmt.Sprintf("mapping from %s to %s", e.of.label(true), e.elem.label(true))
}

func (m mapping[O]) label(many bool) string {
	if many {
		return "mappings"
	}
	return "mapping"
}
