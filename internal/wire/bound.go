package wire

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// maxDepth is how deep a value is followed into its type.
const maxDepth = 50

// bound are the keys that values of models have, with where they stand. What
// is a value of a model shows that model's own JSON names.
type bound map[ir.ID]map[string][]boundKey

type boundKey struct{ name, why string }

func (b bound) add(id ir.ID, key, why string) {
	if b[id] == nil {
		b[id] = map[string][]boundKey{}
	}
	folded := naming.Fold(key)
	for _, known := range b[id][folded] {
		if known.name == key {
			return
		}
	}
	b[id][folded] = append(b[id][folded], boundKey{key, why})
}

// find returns the key that stands for the field called name: the very name,
// or else the only key with its letters and digits.
func (b bound) find(id ir.ID, name string) (boundKey, bool) {
	if len(b[id]) == 0 { // as of most models
		return boundKey{}, false
	}
	keys := b[id][naming.Fold(name)]
	if i := slices.IndexFunc(keys, func(k boundKey) bool { return k.name == name }); i >= 0 {
		return keys[i], true
	}
	if len(keys) == 1 {
		return keys[0], true
	}
	return boundKey{}, false
}

// has reports whether there is a key with the letters of name.
func (b bound) has(id ir.ID, name string) bool { return len(b[id][naming.Fold(name)]) > 0 }

// left returns the key that is left over for a field when all others have
// found each other: the only required field of o without a key, and the only
// key without a field. One has to be part of the other's words, as where an SDK
// calls "schema" a "schema_definition".
func (b bound) left(o *ir.Object, name string) (boundKey, bool) {
	keys := b[o.ID]
	if len(keys) == 0 {
		return boundKey{}, false
	}
	known := make(map[string]bool, len(o.Fields))
	for _, f := range o.Fields {
		folded := naming.Fold(f.Name)
		known[folded] = true
		if f.Required && len(keys[folded]) == 0 && f.Name != name {
			return boundKey{}, false
		}
	}
	var found []boundKey
	for _, folded := range slices.Sorted(maps.Keys(keys)) {
		if !known[folded] {
			found = append(found, keys[folded]...)
		}
	}
	if len(found) != 1 {
		return boundKey{}, false
	}
	a, f := naming.Fold(found[0].name), naming.Fold(name)
	return found[0], a != "" && f != "" && (strings.Contains(a, f) || strings.Contains(f, a))
}

// readExamples binds the examples of fields to the models that they are of.
func (b bound) readExamples(s *ir.Schema) {
	for _, m := range s.Models {
		o, ok := m.(*ir.Object)
		if !ok {
			continue
		}
		for _, f := range o.Fields {
			for _, e := range f.Examples {
				if text := strings.TrimLeft(e.Text, " \t\r\n"); text == "" || text[0] != '{' && text[0] != '[' {
					continue // no value with keys
				}
				var value any
				if json.Unmarshal([]byte(e.Text), &value) == nil {
					b.bind(f.Type, value, fmt.Sprintf("a key of the example at %s", e.Span.Position()), 0)
				}
			}
		}
	}
}

// bind walks a value and its type side by side.
func (b bound) bind(t ir.Type, value any, why string, depth int) {
	if depth > maxDepth {
		return
	}
	switch t := t.(type) {
	case *ir.List:
		items, _ := value.([]any)
		for _, item := range items {
			b.bind(t.Elem, item, why, depth+1)
		}
	case *ir.Map:
		members, _ := value.(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(members)) {
			b.bind(t.Elem, members[key], why, depth+1)
		}
	case *ir.Ref:
		b.bindModel(t.Model, value, why, depth)
	}
}

// bindModel binds a value to a model. Of a union, it is bound to the variant
// that has a field for each of its keys, where only one has.
func (b bound) bindModel(m ir.Model, value any, why string, depth int) {
	switch m := m.(type) {
	case *ir.Alias:
		b.bind(m.Of, value, why, depth+1)
	case *ir.Object:
		if members, ok := value.(map[string]any); ok {
			b.bindObject(m, members, why, depth)
		}
	case *ir.Union:
		members, ok := value.(map[string]any)
		if !ok {
			return
		}
		var fit *ir.Object
		for _, v := range m.Variants {
			ref, ok := v.Type.(*ir.Ref)
			if !ok {
				continue
			}
			if o, ok := ref.Model.(*ir.Object); ok && covers(o, members) {
				if fit != nil {
					return
				}
				fit = o
			}
		}
		if fit != nil {
			b.bindObject(fit, members, why, depth)
		}
	}
}

// covers reports whether o has a field for each of members.
func covers(o *ir.Object, members map[string]any) bool {
	for key := range members {
		if !slices.ContainsFunc(o.Fields, func(f ir.Field) bool { return naming.Fold(f.Name) == naming.Fold(key) }) {
			return false
		}
	}
	return true
}

func (b bound) bindObject(o *ir.Object, members map[string]any, why string, depth int) {
	for _, key := range slices.Sorted(maps.Keys(members)) {
		b.add(o.ID, key, why)
	}
	for _, f := range o.Fields {
		if key, ok := b.find(o.ID, f.Name); ok {
			b.bind(f.Type, members[key.name], why, depth+1)
		}
	}
}
