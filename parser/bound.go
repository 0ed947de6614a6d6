package parser

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// boundNames are the keys that examples of one model have, by what squash
// leaves of them.
type boundNames map[string][]string

func (b boundNames) add(key string) {
	if squashed := squash(key); !slices.Contains(b[squashed], key) {
		b[squashed] = append(b[squashed], key)
	}
}

// find returns the key that stands for the field called name: the very name,
// or else the only key with its letters and digits.
func (b boundNames) find(name string) (string, bool) {
	keys := b[squash(name)]
	if slices.Contains(keys, name) {
		return name, true
	}
	if len(keys) == 1 {
		return keys[0], true
	}
	return "", false
}

// boundKeys finds the keys that examples give to the members of models: an
// example of a value of a model's type shows that model's own JSON names.
func boundKeys(models []ir.Model) map[ir.ID]boundNames {
	bound := map[ir.ID]boundNames{}
	for _, m := range models {
		o, ok := m.(*ir.Object)
		if !ok {
			continue
		}
		for _, f := range o.Fields {
			for _, e := range f.Examples {
				var value any
				if json.Unmarshal([]byte(e.Text), &value) == nil {
					bindKeys(bound, f.Type, value, 0)
				}
			}
		}
	}
	return bound
}

// bindKeys walks a value and its type side by side.
func bindKeys(bound map[ir.ID]boundNames, t ir.Type, value any, depth int) {
	if depth > maxTypeDepth {
		return
	}
	switch t := t.(type) {
	case *ir.List:
		items, _ := value.([]any)
		for _, item := range items {
			bindKeys(bound, t.Elem, item, depth+1)
		}
	case *ir.Ref:
		o, isObject := t.Model.(*ir.Object)
		members, ok := value.(map[string]any)
		if !ok || !isObject {
			return
		}
		if bound[t.ID] == nil {
			bound[t.ID] = boundNames{}
		}
		for _, key := range slices.Sorted(maps.Keys(members)) {
			bound[t.ID].add(key)
		}
		for _, f := range o.Fields {
			if key, ok := bound[t.ID].find(f.Name); ok {
				bindKeys(bound, f.Type, members[key], depth+1)
			}
		}
	}
}
