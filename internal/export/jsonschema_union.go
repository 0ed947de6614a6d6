package export

import (
	"encoding/json"
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// union returns the schema of a union that has a page.
func (d *definitions) union(u *ir.Union) keywords {
	others := slices.DeleteFunc(slices.Clone(u.Variants), func(v ir.Variant) bool { return leadsTo(v.Type, u.ID, nil) })
	return d.told(d.anyOf(others), u.Variants, u.Discriminator)
}

// told adds what tells variants apart to the schema of what is one of them.
// That is a oneOf where a member shuts out all variants but one; elsewhere what
// fits several of them is fine. disc may be nil.
func (d *definitions) told(schema keywords, variants []ir.Variant, disc *ir.Discriminator) keywords {
	if disc == nil {
		return schema
	}
	if isExclusive(variants, disc) {
		schema[0].name = "oneOf"
	} else {
		schema.set("properties", keywords{{disc.Member, valuesOf(disc)}})
	}
	if mapping := d.mapping(variants, disc); len(mapping) > 0 {
		schema.set("discriminator", keywords{{"propertyName", disc.Member}, {"mapping", mapping}})
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
func (d *definitions) mapping(variants []ir.Variant, disc *ir.Discriminator) keywords {
	var mapping keywords
	for _, key := range disc.Values {
		if ref, ok := variants[key.Variant].Type.(*ir.Ref); ok && mapping.get(key.Value.Text()) == nil {
			mapping.set(key.Value.Text(), d.ref(ref.Model))
		}
	}
	return mapping
}

// isExclusive reports whether each variant is an object that must have the
// discriminator, with values that no other variant takes.
func isExclusive(variants []ir.Variant, disc *ir.Discriminator) bool {
	for i, v := range variants {
		ref, ok := v.Type.(*ir.Ref)
		if !ok {
			return false
		}
		o, ok := ref.Model.(*ir.Object)
		if !ok || !slices.ContainsFunc(membersOf(o), func(f ir.Field) bool {
			return f.Wire.Name == disc.Member && f.Required && f.Null == ir.NullNo && isOnly(f.Type, i, disc)
		}) {
			return false
		}
	}
	return true
}

// isOnly reports whether t has only so many values, all of them documented and
// standing for the variant. A page may state less than its variants allow.
func isOnly(t ir.Type, variant int, disc *ir.Discriminator) bool {
	stands := func(v ir.Value) bool {
		return slices.Contains(disc.Values, ir.DiscriminatorKey{Value: v, Variant: variant})
	}
	switch t := t.(type) {
	case *ir.Literal:
		return !t.Open && stands(t.Value)
	case *ir.Ref:
		enum, ok := t.Model.(*ir.Enum)
		return ok && !enum.Open && !slices.ContainsFunc(enum.Values, func(v ir.EnumValue) bool { return !stands(v.Value) })
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
