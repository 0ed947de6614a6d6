package plan

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// unionOf plans a union: variants of the same Go type are one variant, for the
// values that each of them stands for, and one that leads back to the union is
// none. id is that of the union or, for one without a page, of the union whose
// variant it is; zero for none.
func (b *builder) unionOf(name string, doc Doc, variants []ir.Variant, disc *ir.Discriminator, id ir.ID) *Union {
	u := &Union{
		Name:      name,
		Doc:       doc,
		Interface: b.derived(name, "Variant"),
		Marker:    "is" + name,
		Unknown:   b.derived(name, "Unknown"),
		Traced:    b.opts.Provenance.On,
	}
	if disc != nil {
		u.Shape.Discriminator = disc.Member
	}
	seen := map[string]int{} // the variants so far by their labels
	var spans []source.Span  // of the variants so far
	for i, v := range variants {
		if ref, ok := v.Type.(*ir.Ref); ok && b.endless[edge{id, ref.Model.Head().ID}] {
			b.diags.Add(diag.Diagnostic{
				Code: "DG0508", Span: v.Span,
				Message: fmt.Sprintf("this variant of %s leads back to %s with nothing in between, and is left out", name, name),
				Help:    "list the types that the variant was meant to add",
			})
			continue
		}
		label := b.variantLabel(v.Type)
		values := discriminatorValues(disc, i)
		if first, ok := seen[label]; ok {
			if u.Shape.Variants[first].Values = append(u.Shape.Variants[first].Values, values...); len(values) == 0 {
				b.sameVariant(name, spans[first], v)
			}
			continue
		}
		seen[label] = len(spans)
		variant, shape := b.variantOf(name, v, id), b.shapeOf(v.Type, map[ir.ID]bool{})
		if b.isInline(v.Type) {
			shape = &Shape{Union: variant.Type.(*Named).Name}
		}
		shape.Values = values
		b.checkApart(u, spans, shape, v)
		spans = append(spans, v.Span)
		u.Variants = append(u.Variants, variant)
		u.Shape.Variants = append(u.Shape.Variants, shape)
	}
	return u
}

// variantOf plans one variant of a union: a model as itself, anything else in a
// named type that is declared for it.
func (b *builder) variantOf(union string, v ir.Variant, id ir.ID) Variant {
	if ref, ok := v.Type.(*ir.Ref); ok {
		if target := unalias(ref.Model); target != nil {
			t := b.modelType(target)
			_, enum := target.(*ir.Enum)
			return Variant{Type: t, Pointer: !enum}
		}
		if name := b.inlineName(ref.Model); name != "" {
			return Variant{Type: &Named{Name: name, Check: CheckMethod}, Pointer: true}
		}
	}
	if one, ok := v.Type.(*ir.OneOf); ok {
		return Variant{Type: b.inlineUnion(one, union, b.variantLabel(one), id), Pointer: true}
	}
	name := b.derived(union, b.variantLabel(v.Type))
	wraps := b.typeOf(v.Type, name, "Item")
	if mapped, ok := wraps.(*Mapped); ok && mapped.isReferring() {
		wraps = b.unmapped(v.Type, name, "Item")
	}
	return Variant{
		Type:  &Named{Name: name, Codec: codecOf(wraps), Check: wrapperCheck(wraps)},
		Wraps: wraps,
		Doc:   Doc{paragraph(fmt.Sprintf("%s is the variant of %s that is %s.", name, union, variantPhrase(v.Type)))},
	}
}

// wrapperCheck returns how a wrapper is validated: only times and decimals have
// rules, and the wrapper shares their text.
func wrapperCheck(wraps Type) string {
	if named, ok := wraps.(*Named); ok && named.Check != "" {
		return named.Check
	}
	return ""
}

func codecOf(t Type) string {
	switch t := t.(type) {
	case *Scalar:
		return t.Codec
	case *Named:
		return t.Codec
	}
	return ""
}

// variantLabel names the type of a variant inside identifiers.
func (b *builder) variantLabel(t ir.Type) string {
	switch t := t.(type) {
	case *ir.Literal:
		if label := b.exported(t.Value.Text()); label != "" {
			return label
		}
		return "Constant"
	case *ir.Time:
		if t.Format == ir.Date {
			return "Date"
		}
		return "DateTime"
	case *ir.List:
		return b.variantLabel(t.Elem) + "List"
	case *ir.Map:
		return b.variantLabel(t.Elem) + "Map"
	case *ir.Ref:
		if target := unalias(t.Model); target != nil {
			return b.names[target.Head().ID]
		}
		return b.names[t.Model.Head().ID]
	case *ir.OneOf:
		label := ""
		for _, v := range t.Variants {
			label += b.variantLabel(v.Type)
		}
		return label
	case ir.Prim:
		return typeLabel(primType(t))
	}
	return scalarLabels[rawType.Name]
}

// variantPhrase says in words what a variant is.
func variantPhrase(t ir.Type) string {
	switch t := t.(type) {
	case *ir.Literal:
		return "the constant " + string(t.Value)
	case *ir.List:
		return "a list"
	case *ir.Map:
		return "an object with any member names"
	case *ir.Time:
		if t.Format == ir.Date {
			return "a date"
		}
		return "a date-time"
	case ir.Prim:
		return primPhrases[primType(t)]
	}
	return "another type"
}

var primPhrases = map[Type]string{
	stringType: "a string", boolType: "a boolean", intType: "an integer", floatType: "a number",
	decimalType: "a number of any precision", bigIntType: "an integer of any size", bytesType: "bytes in base64", rawType: "any JSON value",
}

// inlineUnion declares the union that a page writes in place; in is the union
// whose variant it is, or zero.
func (b *builder) inlineUnion(t *ir.OneOf, owner, part string, in ir.ID) Type {
	if b.told {
		return &Named{Name: b.derivedName(owner, part), Check: CheckMethod}
	}
	name := b.derived(owner, part)
	doc := Doc{paragraph(fmt.Sprintf("%s is a value of one of several types.", name))}
	b.add(b.unionOf(name, doc, t.Variants, t.Discriminator, in))
	return &Named{Name: name, Check: CheckMethod}
}

// isInline reports whether a variant is a union that is written in place.
func (b *builder) isInline(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.OneOf:
		return true
	case *ir.Ref:
		return b.inlineName(t.Model) != ""
	}
	return false
}

// inlineName returns the name of the union that is written in place of what an
// alias stands for, or "" for other models.
func (b *builder) inlineName(m ir.Model) string {
	for range maxAliases {
		alias, ok := m.(*ir.Alias)
		if !ok {
			return ""
		}
		switch of := alias.Of.(type) {
		case *ir.OneOf:
			return b.derivedName(b.names[alias.ID], aliasPart)
		case *ir.Ref:
			m = of.Model
		default:
			return ""
		}
	}
	return ""
}

func discriminatorValues(disc *ir.Discriminator, variant int) []ir.Value {
	if disc == nil {
		return nil
	}
	var out []ir.Value
	for _, key := range disc.Values {
		if key.Variant == variant {
			out = append(out, key.Value)
		}
	}
	return out
}

func (b *builder) sameVariant(union string, first source.Span, second ir.Variant) {
	b.diags.Add(diag.Diagnostic{
		Code: "DG0503", Span: second.Span,
		Message: fmt.Sprintf("two variants of %s are the same type in Go and become one", union),
		Related: []diag.Related{{Span: first, Message: "the other one"}},
	})
}

// checkApart says when a variant cannot be told from one before it.
func (b *builder) checkApart(u *Union, before []source.Span, shape *Shape, v ir.Variant) {
	if u.Shape.Discriminator != "" && len(shape.Values) > 0 {
		return
	}
	for i, other := range u.Shape.Variants {
		if !shape.same(other) {
			continue
		}
		b.diags.Add(diag.Diagnostic{
			Code: "DG0503", Span: v.Span,
			Message: fmt.Sprintf("this variant of %s cannot be told from an earlier one by its JSON; the earlier one is always chosen", u.Name),
			Help:    "a member with a constant value in each variant would tell them apart",
			Related: []diag.Related{{Span: before[i], Message: "the earlier one"}},
		})
		return
	}
}
