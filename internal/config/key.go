package config

import (
	"slices"

	"github.com/goccy/go-yaml/ast"
)

// A key is one key of the mappings that become an O. It is declared once: how
// it is read, its entry in the JSON Schema, its row in the manual and its line
// in the effective configuration all come from here.
type key[O any] struct {
	name   string
	doc    string // what it is for, without a full stop; markdown
	form   anyForm
	preset string // the value, in YAML, of a key that is left out; empty for none
	absent string // for people: what happens without the key, where preset cannot say it
	need   string // for people: what to say where the key is left out; empty where it may be
	own    bool   // it speaks of the pages of one package, so no default is inherited
	read   func(*reader, *O, ast.Node)
}

// field declares a key whose value is kept in a field of O.
func field[O, T any](name string, f form[T], to func(*O) *T, doc string) key[O] {
	return key[O]{
		name: name, doc: doc, form: f,
		read: func(r *reader, o *O, n ast.Node) { *to(o) = f.read(r, n) },
	}
}

// or says which value, in YAML, counts where the key is left out.
func (k key[O]) or(preset string) key[O] { k.preset = preset; return k }

// orElse says in words what happens where the key is left out.
func (k key[O]) orElse(absent string) key[O] { k.absent = absent; return k }

// must says of a key that it may not be left out, and why.
func (k key[O]) must(why string) key[O] { k.need = why; return k }

// ofPages says that the key speaks of the pages of one package.
func (k key[O]) ofPages() key[O] { k.own = true; return k }

// A mapping is the form of a mapping with known keys.
type mapping[O any] struct {
	what string // what the mapping describes, such as "package"
	keys []key[O]
}

// read reads the mapping n, each of whose keys must be known.
func (m mapping[O]) read(r *reader, n ast.Node) O {
	var out O
	m.into(r, &out, n, r.values(n))
	return out
}

// into reads entries into out. What is missing is said at n.
func (m mapping[O]) into(r *reader, out *O, n ast.Node, entries []*ast.MappingValueNode) {
	given := map[string]bool{}
	for _, v := range entries {
		name := keyOf(v)
		i := slices.IndexFunc(m.keys, func(k key[O]) bool { return k.name == name })
		if i < 0 {
			r.fail(v.Key, "unknown key %q; %s", name, suggestion(name, "the keys here are", m.names()))
			return
		}
		given[name] = true
		m.keys[i].read(r, out, v.Value)
	}
	for _, k := range m.keys {
		if k.need != "" && !given[k.name] {
			r.fail(n, "the %s has no key %q%s", m.what, k.name, k.need)
		}
	}
}

func (m mapping[O]) names() []string {
	names := make([]string, len(m.keys))
	for i, k := range m.keys {
		names[i] = k.name
	}
	slices.Sort(names)
	return names
}
