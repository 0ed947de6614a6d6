package export

import (
	"encoding/json"
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// union returns the schema of a union. It is a oneOf where a member shuts out
// all variants but one; elsewhere what fits several of them is fine.
func (d *definitions) union(u *ir.Union) keywords {
	variants := slices.DeleteFunc(slices.Clone(u.Variants), func(v ir.Variant) bool { return leadsTo(v.Type, u.ID, nil) })
	schema := d.anyOf(variants)
	if u.Discriminator == nil {
		return schema
	}
	if isExclusive(u) {
		schema[0].name = "oneOf"
	} else {
		schema.set("properties", keywords{{u.Discriminator.Member, valuesOf(u.Discriminator)}})
	}
	if mapping := d.mapping(u); len(mapping) > 0 {
		schema.set("discriminator", keywords{{"propertyName", u.Discriminator.Member}, {"mapping", mapping}})
	}
	return schema
}

// anyOf returns the schema of what one of the variants takes. It has each
// schema once, and takes nothing where there are no variants.
func (d *definitions) anyOf(variants []ir.Variant) keywords {
	var schemas []keywords
	seen := map[string]bool{}
	for _, v := range variants {
		schema := d.typed(v.Type)
		if text := schema.text(); !seen[text] {
			seen[text] = true
			schemas = append(schemas, schema)
		}
	}
	if schemas == nil {
		return keywords{{"not", keywords{}}}
	}
	return keywords{{"anyOf", schemas}}
}

// valuesOf returns the schema of the member that tells variants apart:
// generated code takes no other value for one of them.
func valuesOf(disc *ir.Discriminator) keywords {
	var values []json.RawMessage
	for _, key := range disc.Values {
		values = append(values, json.RawMessage(key.Value))
	}
	return keywords{{"enum", values}}
}

// mapping returns the mapping of a discriminator, as OpenAPI 3.1, section
// 4.8.25, has it: its names are strings, and lead to models.
func (d *definitions) mapping(u *ir.Union) keywords {
	var mapping keywords
	for _, key := range u.Discriminator.Values {
		if ref, ok := u.Variants[key.Variant].Type.(*ir.Ref); ok && mapping.get(key.Value.Text()) == nil {
			mapping.set(key.Value.Text(), d.ref(ref.Model))
		}
	}
	return mapping
}

// isExclusive reports whether each variant is an object that must have the
// discriminator, with values that no other variant takes.
func isExclusive(u *ir.Union) bool {
	return !slices.ContainsFunc(u.Variants, func(v ir.Variant) bool {
		ref, ok := v.Type.(*ir.Ref)
		if !ok {
			return true
		}
		o, ok := ref.Model.(*ir.Object)
		return !ok || !slices.ContainsFunc(membersOf(o), func(f ir.Field) bool {
			return f.Wire.Name == u.Discriminator.Member && f.Required && f.Null == ir.NullNo && isClosed(f.Type)
		})
	})
}

// isClosed reports whether t has only so many values, all of them documented.
func isClosed(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.Literal:
		return !t.Open
	case *ir.Ref:
		enum, ok := t.Model.(*ir.Enum)
		return ok && !enum.Open
	}
	return false
}

// leadsTo reports whether values of t are values of the model called target,
// with nothing but unions and aliases in between.
func leadsTo(t ir.Type, target ir.ID, seen map[ir.ID]bool) bool {
	ref, ok := t.(*ir.Ref)
	if !ok || seen[ref.Model.Head().ID] {
		return false
	}
	if ref.Model.Head().ID == target {
		return true
	}
	if seen == nil {
		seen = map[ir.ID]bool{}
	}
	seen[ref.Model.Head().ID] = true
	switch m := ref.Model.(type) {
	case *ir.Alias:
		return leadsTo(m.Of, target, seen)
	case *ir.Union:
		return slices.ContainsFunc(m.Variants, func(v ir.Variant) bool { return leadsTo(v.Type, target, seen) })
	}
	return false
}
