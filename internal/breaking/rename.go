package breaking

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// pairModels guesses which models have only another name: those that are gone
// and those that are there for the first time, when two of them, and no
// others, have the same parts.
func (c *comparison) pairModels() {
	c.renamed = map[ir.ID]ir.ID{}
	gone, fresh := signatures(c.old, c.new), signatures(c.new, c.old)
	for signature, old := range gone {
		if now := fresh[signature]; len(old) == 1 && len(now) == 1 {
			c.renamed[old[0]] = now[0]
		}
	}
}

// signatures returns the models that s has and other has not, by what they
// are made of.
func signatures(s, other *side) map[string][]ir.ID {
	out := map[string][]ir.ID{}
	for id, m := range s.models {
		if signature := signatureOf(m); other.models[id] == nil && signature != "" {
			out[signature] = append(out[signature], id)
		}
	}
	return out
}

// signatureOf writes down the parts of a model, or "" for one that has too few
// of them to be recognised by.
func signatureOf(m ir.Model) string {
	var parts []string
	switch m := m.(type) {
	case *ir.Object:
		for _, f := range m.Fields {
			parts = append(parts, fmt.Sprintf("%q %v %s", f.Wire.Name, f.Required, shapeText(f.Type)))
		}
	case *ir.Enum:
		for _, v := range m.Values {
			parts = append(parts, string(v.Value))
		}
	case *ir.Union:
		for _, v := range m.Variants {
			parts = append(parts, ir.TypeText(v.Type))
		}
	}
	if len(parts) < 2 {
		return ""
	}
	slices.Sort(parts)
	return fmt.Sprintf("%T %s", m, strings.Join(parts, "\n"))
}

// shapeText writes a type without the names of models, which may be others.
func shapeText(t ir.Type) string {
	text := ir.TypeText(t)
	ir.Walk(t, func(t ir.Type) {
		if ref, ok := t.(*ir.Ref); ok {
			text = strings.ReplaceAll(text, "&"+ref.ID.String(), "&")
		}
	})
	return text
}

// pairOf returns the model on the new side that id is on the old one, or nil.
func (c *comparison) pairOf(id ir.ID) ir.Model {
	if to, ok := c.renamed[id]; ok {
		return c.new.models[to]
	}
	return c.new.models[id]
}
