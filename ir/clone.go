package ir

import (
	"fmt"
	"slices"
)

// Clone returns a copy of m in which everything that is decided after parsing
// can be decided anew: references, names, discriminators, and what pages in other
// languages fill. What is replaced as a whole, such as a piece of documentation,
// the two have in common.
func Clone(m Model) Model {
	switch m := m.(type) {
	case *Object:
		c := *m
		c.Additional = cloneType(m.Additional)
		c.Fields = slices.Clone(m.Fields)
		for i := range c.Fields {
			c.Fields[i].Type = cloneType(c.Fields[i].Type)
		}
		return &c
	case *Enum:
		c := *m
		c.Values = slices.Clone(m.Values)
		return &c
	case *Union:
		c := *m
		c.Variants, c.Discriminator = cloneVariants(m.Variants), cloneDiscriminator(m.Discriminator)
		return &c
	case *Alias:
		c := *m
		c.Of = cloneType(m.Of)
		return &c
	case *Opaque:
		c := *m
		return &c
	}
	panic(fmt.Sprintf("ir: %T is no model", m))
}

func cloneType(t Type) Type {
	switch t := t.(type) {
	case *List:
		return &List{Elem: cloneType(t.Elem), Null: t.Null}
	case *Map:
		return &Map{Elem: cloneType(t.Elem), Null: t.Null}
	case *OneOf:
		return CloneOneOf(t)
	case *Ref:
		return &Ref{ID: t.ID, Model: t.Model}
	}
	return t // nil, or nothing that anybody changes
}

// CloneOneOf is Clone for a union written in place.
func CloneOneOf(t *OneOf) *OneOf {
	return &OneOf{Variants: cloneVariants(t.Variants), Discriminator: cloneDiscriminator(t.Discriminator)}
}

func cloneVariants(variants []Variant) []Variant {
	c := slices.Clone(variants)
	for i := range c {
		c[i].Type = cloneType(c[i].Type)
	}
	return c
}

func cloneDiscriminator(d *Discriminator) *Discriminator {
	if d == nil {
		return nil
	}
	c := *d
	c.Values = slices.Clone(d.Values)
	return &c
}
