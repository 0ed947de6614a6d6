package config

import (
	"path/filepath"

	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/internal/source"
)

// A form is what may stand behind a key, and how it is read: a [text], [path],
// [toggle], [words], [list], [entries] or [mapping].
type form[T any] interface {
	anyForm
	read(*reader, ast.Node) T
}

// anyForm is what forms of all types have.
type anyForm interface {
	// schema returns the JSON Schema of the value.
	schema() *schema
	// label names the form in the manual, such as "list of paths"; many says
	// whether for several values.
	label(many bool) string
}

// text is the form of a scalar that is taken as it is written.
type text struct{ one, many string }

// plainText is a text that the manual calls a text.
var plainText = text{"text", "texts"}

func (text) read(r *reader, n ast.Node) string { return r.text(n) }

// path is the form of a path. It is relative to the directory of the file.
type path struct{}

func (path) read(r *reader, n ast.Node) string {
	text := filepath.FromSlash(r.text(n))
	if text == "" || filepath.IsAbs(text) {
		return text
	}
	return filepath.Join(r.dir, text)
}

// toggle is the form of true and false.
type toggle struct{}

func (toggle) read(r *reader, n ast.Node) bool { return r.boolean(n) }

// words is the form of one word out of several.
type words[T any] []word[T]

// A word stands for a value.
type word[T any] struct {
	name  string
	value T
	doc   string // what it means, without a full stop; markdown
}

func (w words[T]) read(r *reader, n ast.Node) T {
	name := r.text(n)
	var known []string
	for _, word := range w {
		if word.name == name {
			return word.value
		}
		known = append(known, word.name)
	}
	r.fail(n, "unknown value %q; %s", name, suggestion(name, "the values are", known))
	var none T
	return none
}

// list is the form of a list.
type list[T any] struct{ elem form[T] }

func (l list[T]) read(r *reader, n ast.Node) []T {
	var out []T
	r.sequence(n, func(n ast.Node) { out = append(out, l.elem.read(r, n)) })
	return out
}

// entries is the form of a mapping whose keys are data, in the order of the
// file. Each entry becomes a T.
type entries[E, T any] struct {
	of   text // what the keys are
	elem form[E]
	make func(selector string, value E, at source.Span) T
}

func (e entries[E, T]) read(r *reader, n ast.Node) []T {
	var out []T
	for _, v := range r.values(n) {
		k := v.Key.GetToken()
		out = append(out, e.make(k.Value, e.elem.read(r, v.Value), r.span(k)))
	}
	return out
}
