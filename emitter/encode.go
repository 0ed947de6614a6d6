package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// encodeFunc writes
//
//	func (m *Card) encode(b []byte, e *encoder) []byte {
//		var w objectWriter
//		w.open(e, &tableCard, len(b), 0, "")
//		b = encodeText(&m.Number, w.key(b, 0), e)
//		return w.close(b, m.AdditionalProperties)
//	}
func encodeFunc(s *plan.Struct) *jen.Statement {
	return encodeSignature(s.Name).BlockFunc(func(g *jen.Group) {
		g.Var().Id("w").Id("objectWriter")
		g.Add(openCall(s))
		for _, f := range s.Fields {
			g.Id("b").Op("=").Add(encodeField(f))
		}
		if s.Additional == nil {
			g.Return(jen.Id("w").Dot("end").Call(jen.Id("b")))
			return
		}
		properties := jen.Id("m").Dot("AdditionalProperties")
		if isRaw(s.Additional.Elem) {
			g.Return(jen.Id("w").Dot("close").Call(jen.Id("b"), properties))
			return
		}
		g.Return(jen.Id("closeWith").Call(jen.Id("b"), jen.Op("&").Id("w"), properties, encoderOf(s.Additional.Elem)))
	})
}

// encodeSignature writes func (m *Card) encode(b []byte, e *encoder) []byte.
func encodeSignature(typeName string) *jen.Statement {
	return jen.Func().Params(jen.Id("m").Op("*").Id(typeName)).Id("encode").
		Params(jen.Id("b").Index().Byte(), jen.Id("e").Op("*").Id("encoder")).Index().Byte()
}

// openCall writes w.open(e, &tableCard, len(b), m.Nulls, m.Spellings).
func openCall(s *plan.Struct) *jen.Statement {
	spellings := jen.Lit("")
	if s.Spellings {
		spellings = jen.Id("m").Dot("Spellings")
	}
	name, nulls := "open", jen.Lit(0)
	switch {
	case s.NullWords == 1:
		nulls = jen.Id("m").Dot("Nulls")
	case s.NullWords > 1:
		name, nulls = "openWide", jen.Id("m").Dot("Nulls").Index(jen.Op(":"))
	}
	return jen.Id("w").Dot(name).Call(jen.Id("e"), jen.Op("&").Id("table"+s.Name), jen.Len(jen.Id("b")), nulls, spellings)
}

// encodeField writes encodeText(&m.Number, w.key(b, 0), e),
// writeOptional(b, &w, 2, m.Kind, encodeText), or for models
// writeModel(b, &w, 2, m.Holder != nil, m.Holder).
func encodeField(f plan.Field) *jen.Statement {
	value := func() *jen.Statement { return jen.Id("m").Dot(f.Name) }
	step := f.Encode
	if step.Form == plan.Direct {
		return encodeValue(value(), step.Elem, jen.Id("w").Dot("key").Call(jen.Id("b"), jen.Lit(f.Member)))
	}
	args := []jen.Code{jen.Id("b"), jen.Op("&").Id("w"), jen.Lit(f.Member)}
	switch step.Form {
	case plan.Model:
		args = append(args, value().Op("!=").Nil(), value())
	case plan.Models:
		args = append(args, value().Op("!=").Nil(), jen.Len(value()), elementFunc("model", f.Name))
	default:
		args = append(args, passed(f.Name, step.ByRef))
		if step.Constant != "" {
			args = append(args, valueLit(step.Constant))
		}
		if step.Elem != nil {
			args = append(args, encoderOf(step.Elem))
		}
	}
	return jen.Id(step.Func).Call(args...)
}

// passed writes m.Holder or &m.Holder.
func passed(field string, byRef bool) *jen.Statement {
	if byRef {
		return jen.Op("&").Id("m").Dot(field)
	}
	return jen.Id("m").Dot(field)
}

// elementFunc writes func(i int) model { return &m.Holders[i] }.
func elementFunc(result, field string) *jen.Statement {
	return jen.Func().Params(jen.Id("i").Int()).Id(result).
		Block(jen.Return(jen.Op("&").Id("m").Dot(field).Index(jen.Id("i"))))
}

// encodeValue writes the call that appends a value of type t to b.
func encodeValue(value *jen.Statement, t plan.Type, b *jen.Statement) *jen.Statement {
	if named, ok := t.(*plan.Named); ok && named.Codec == "" {
		return value.Dot("encode").Call(b, jen.Id("e"))
	}
	return encodeFrom(jen.Op("&").Add(value), t, b)
}

// encodeFrom writes the call that appends what p points to, for a type that
// has no method of its own.
func encodeFrom(p *jen.Statement, t plan.Type, b *jen.Statement) *jen.Statement {
	e := jen.Id("e")
	switch t := t.(type) {
	case *plan.Scalar:
		return jen.Id("encode"+t.Codec).Call(p, b, e)
	case *plan.Named:
		return jen.Id("encode"+t.Codec).Call(p, b, e)
	case *plan.Slice:
		return jen.Id("encodeList").Call(p, b, e, encoderOf(t.Elem))
	case *plan.Map:
		return jen.Id("encodeMap").Call(p, b, e, encoderOf(t.Elem))
	case *plan.Pointer:
		return jen.Id("encodeOrNull").Call(p, b, e, encoderOf(t.Elem))
	case *plan.Mapped, *plan.Wrapped:
		return jen.Id("encodeMapped").Call(p, b, e)
	}
	panic("emitter: unknown type")
}

// encoderOf writes the function that encodes elements of type t.
func encoderOf(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		return jen.Id("encode" + t.Codec)
	case *plan.Named:
		if t.Codec == "" {
			return method(t.Name, "encode")
		}
		return jen.Id("encode" + t.Codec)
	case *plan.Mapped, *plan.Wrapped:
		return jen.Id("encodeMapped")
	}
	return jen.Func().Params(
		jen.Id("p").Op("*").Add(typeExpr(t)), jen.Id("b").Index().Byte(), jen.Id("e").Op("*").Id("encoder"),
	).Index().Byte().Block(jen.Return(encodeFrom(jen.Id("p"), t, jen.Id("b"))))
}
