package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// unionDecode writes
//
//	func (m *Method) decode(d *decoder, i int) int {
//		switch d.choose(i, &unionMethod) {
//		case 0:
//			v := new(Card)
//			m.Value = v
//			return v.decode(d, i)
//		case 1:
//			var v MethodString
//			i = decodeText(&v, d, i)
//			m.Value = v
//			return i
//		}
//		v := new(MethodUnknown)
//		m.Value = v
//		return decodeRaw(&v.Raw, d, i)
//	}
func unionDecode(u *plan.Union) *jen.Statement {
	return decodeSignature(u.Name).Block(
		jen.Switch(jen.Id("d").Dot("choose").Call(jen.Id("i"), jen.Op("&").Id("union"+u.Name))).BlockFunc(func(g *jen.Group) {
			for number, v := range u.Variants {
				g.Case(jen.Lit(number)).Block(variantDecode(v)...)
			}
		}),
		jen.Id("v").Op(":=").New(jen.Id(u.Unknown)),
		jen.Id("m").Dot("Value").Op("=").Id("v"),
		jen.Return(jen.Id("decodeRaw").Call(jen.Op("&").Id("v").Dot("Raw"), jen.Id("d"), jen.Id("i"))),
	)
}

// variantDecode writes, for a model,
//
//	v := new(Card)
//	m.Value = v
//	return v.decode(d, i)
//
// and for a type declared for the union
//
//	var v MethodString
//	i = decodeText(&v, d, i)
//	m.Value = v
//	return i
func variantDecode(v plan.Variant) []jen.Code {
	keep := jen.Id("m").Dot("Value").Op("=").Id("v")
	name := variantName(v)
	if v.Pointer {
		return []jen.Code{
			jen.Id("v").Op(":=").New(jen.Id(name)),
			keep,
			jen.Return(decodeVariant(v)),
		}
	}
	return []jen.Code{
		jen.Var().Id("v").Id(name),
		jen.Id("i").Op("=").Add(decodeVariant(v)),
		keep,
		jen.Return(jen.Id("i")),
	}
}

// decodeVariant writes the call that decodes into v.
func decodeVariant(v plan.Variant) *jen.Statement {
	switch named := v.Type.(*plan.Named); {
	case v.Pointer && named.Codec == "":
		return jen.Id("v").Dot("decode").Call(jen.Id("d"), jen.Id("i"))
	case v.Pointer:
		return jen.Id("decode"+named.Codec).Call(jen.Id("v"), jen.Id("d"), jen.Id("i"))
	}
	return decodeInto(wrapped(v), carried(v))
}

// carried returns the type whose functions carry a variant held by value.
func carried(v plan.Variant) plan.Type {
	if v.Wraps != nil {
		return v.Wraps
	}
	return v.Type
}

// wrapped writes a pointer to v's own value that those functions take: &v for
// text and numbers, (*[]string)(&v) for what is not generic.
func wrapped(v plan.Variant) *jen.Statement {
	if v.Wraps == nil || isGeneric(v.Wraps) {
		return jen.Op("&").Id("v")
	}
	return jen.Parens(jen.Op("*").Add(typeExpr(v.Wraps))).Call(jen.Op("&").Id("v"))
}

// isGeneric reports whether the support functions for t take every type
// declared over t's.
func isGeneric(t plan.Type) bool {
	switch t := t.(type) {
	case *plan.Scalar:
		switch t.Codec {
		case "Text", "Integer", "Float", "Bool":
			return true
		}
	case *plan.Named:
		return t.Codec == "Text"
	}
	return false
}

// unionEncode writes
//
//	func (m *Method) encode(b []byte, e *encoder) []byte {
//		switch v := m.Value.(type) {
//		case *Card:
//			return encodeOrNull(&v, b, e, (*Card).encode)
//		case MethodString:
//			return encodeText(&v, b, e)
//		case *MethodUnknown:
//			if v != nil {
//				return encodeRaw(&v.Raw, b, e)
//			}
//		}
//		return append(b, "null"...)
//	}
func unionEncode(u *plan.Union) *jen.Statement {
	return encodeSignature(u.Name).Block(
		jen.Switch(jen.Id("v").Op(":=").Id("m").Dot("Value").Assert(jen.Type())).BlockFunc(func(g *jen.Group) {
			for _, v := range u.Variants {
				g.Case(jen.Op(star(v.Pointer)).Id(variantName(v))).Block(jen.Return(encodeVariant(v)))
			}
			g.Case(jen.Op("*").Id(u.Unknown)).Block(
				jen.If(jen.Id("v").Op("!=").Nil()).Block(
					jen.Return(jen.Id("encodeRaw").Call(jen.Op("&").Id("v").Dot("Raw"), jen.Id("b"), jen.Id("e"))),
				),
			)
		}),
		jen.Return(jen.Append(jen.Id("b"), jen.Lit("null").Op("..."))),
	)
}

func encodeVariant(v plan.Variant) *jen.Statement {
	if v.Pointer {
		return jen.Id("encodeOrNull").Call(jen.Op("&").Id("v"), jen.Id("b"), jen.Id("e"), encoderOf(v.Type))
	}
	return encodeFrom(wrapped(v), carried(v), jen.Id("b"))
}

// unionValidate writes
//
//	func (m *Method) validate(v *validator) {
//		switch x := m.Value.(type) {
//		case nil, *MethodUnknown:
//			v.variant()
//		case *Card:
//			validatePointer(&x, v, (*Card).validate)
//		}
//	}
func unionValidate(u *plan.Union) *jen.Statement {
	checked := false
	cases := []jen.Code{
		jen.Case(jen.Nil(), jen.Op("*").Id(u.Unknown)).Block(jen.Id("v").Dot("variant").Call()),
	}
	for _, v := range u.Variants {
		if call := validateVariant(v); call != nil {
			checked = true
			cases = append(cases, jen.Case(jen.Op(star(v.Pointer)).Id(variantName(v))).Block(call))
		}
	}
	subject := jen.Id("m").Dot("Value").Assert(jen.Type())
	if checked {
		subject = jen.Id("x").Op(":=").Add(subject)
	}
	return validateSignature("m", u.Name).Block(jen.Switch(subject).Block(cases...))
}

// validateVariant writes the call that validates x, or returns nil.
func validateVariant(v plan.Variant) *jen.Statement {
	if v.Wraps != nil {
		if !hasValidator(v.Wraps) {
			return nil
		}
		return validateFrom(jen.Parens(jen.Op("*").Add(typeExpr(v.Wraps))).Call(jen.Op("&").Id("x")), v.Wraps)
	}
	validator := validatorOf(v.Type)
	switch {
	case validator == nil:
		return nil
	case v.Pointer:
		return jen.Id("validatePointer").Call(jen.Op("&").Id("x"), jen.Id("v"), validator)
	}
	return validator.Call(jen.Op("&").Id("x"), jen.Id("v"))
}
