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
		raw("switch d.choose(i, &union"+u.Name+")").BlockFunc(func(g *jen.Group) {
			for at, v := range u.Variants {
				g.Case(number(at)).Block(variantDecode(v)...)
			}
		}),
		raw("v := new("+u.Unknown+")"),
		raw("m.Value = v"),
		raw("return decodeRaw(&v.Raw, d, i)"),
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
	name := variantName(v)
	if !v.Pointer {
		return []jen.Code{
			raw("var v " + name),
			decodeInto("i = ", wrapped(v), carried(v)),
			raw("m.Value = v"),
			raw("return i"),
		}
	}
	decode := "v.decode(d, i)"
	if codec := v.Type.(*plan.Named).Codec; codec != "" {
		decode = "decode" + codec + "(v, d, i)"
	}
	return []jen.Code{raw("v := new(" + name + ")"), raw("m.Value = v"), raw("return " + decode)}
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
		return raw("&v")
	}
	return jen.Parens(jen.Op("*").Add(typeExpr(v.Wraps))).Call(raw("&v"))
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
		raw("switch v := m.Value.(type)").BlockFunc(func(g *jen.Group) {
			for _, v := range u.Variants {
				g.Case(raw(star(v.Pointer) + variantName(v))).Block(encodeVariant(v))
			}
			g.Case(raw("*" + u.Unknown)).Block(
				raw("if v != nil").Block(raw("return encodeRaw(&v.Raw, b, e)")),
			)
		}),
		raw(`return append(b, "null"...)`),
	)
}

// encodeVariant writes what returns v, encoded.
func encodeVariant(v plan.Variant) *jen.Statement {
	if v.Pointer {
		return raw("return encodeOrNull").Call(raw("&v"), argB, argE, encoderOf(v.Type))
	}
	return encodeFrom("return ", wrapped(v), carried(v), argB)
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
		jen.Case(raw("nil, *" + u.Unknown)).Block(raw("v.variant()")),
	}
	for _, v := range u.Variants {
		if call := validateVariant(v); call != nil {
			checked = true
			cases = append(cases, jen.Case(raw(star(v.Pointer)+variantName(v))).Block(call))
		}
	}
	subject := "m.Value.(type)"
	if checked {
		subject = "x := " + subject
	}
	return validateSignature("m", u.Name).Block(raw("switch " + subject).Block(cases...))
}

// validateVariant writes the call that validates x, or returns nil.
func validateVariant(v plan.Variant) *jen.Statement {
	if v.Wraps != nil {
		if !hasValidator(v.Wraps) {
			return nil
		}
		return validateFrom(jen.Parens(jen.Op("*").Add(typeExpr(v.Wraps))).Call(raw("&x")), v.Wraps)
	}
	validator := validatorOf(v.Type)
	switch {
	case validator == nil:
		return nil
	case v.Pointer:
		return raw("validatePointer").Call(raw("&x"), argV, validator)
	}
	return validator.Call(raw("&x"), argV)
}
