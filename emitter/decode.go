package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// decodeFunc writes
//
//	func (m *Card) decode(d *decoder, i int) int {
//		var o object
//		for i = d.open(i, &o, &tableCard); o.member != end; i = d.next(i, &o) {
//			switch o.member {
//			case 0:
//				i = decodeText(&m.Number, d, i)
//			default:
//				i = d.unknown(i, &o, &m.AdditionalProperties)
//			}
//		}
//		return d.close(i, &o, nil, nil)
//	}
func decodeFunc(s *plan.Struct) *jen.Statement {
	return decodeSignature(s.Name).Block(
		jen.Var().Id("o").Id("object"),
		jen.For(
			jen.Id("i").Op("=").Id("d").Dot("open").Call(jen.Id("i"), jen.Op("&").Id("o"), jen.Op("&").Id("table"+s.Name)),
			jen.Id("o").Dot("member").Op("!=").Id("end"),
			jen.Id("i").Op("=").Id("d").Dot("next").Call(jen.Id("i"), jen.Op("&").Id("o")),
		).Block(memberSwitch(s)),
		excuse(s),
		closeCall(s),
	)
}

// excuse writes o.excuse(), or nothing for a struct that is not lenient.
func excuse(s *plan.Struct) *jen.Statement {
	if !s.Lenient {
		return jen.Null()
	}
	return jen.Id("o").Dot("excuse").Call()
}

// decodeSignature writes func (m *Card) decode(d *decoder, i int) int.
func decodeSignature(typeName string) *jen.Statement {
	return jen.Func().Params(jen.Id("m").Op("*").Id(typeName)).Id("decode").
		Params(jen.Id("d").Op("*").Id("decoder"), jen.Id("i").Int()).Int()
}

// memberSwitch writes the switch on the member's number.
func memberSwitch(s *plan.Struct) *jen.Statement {
	if len(s.Members) == 0 {
		return decodeUnknown(s)
	}
	return jen.Switch(jen.Id("o").Dot("member")).BlockFunc(func(g *jen.Group) {
		for number, i := range s.Members {
			g.Case(jen.Lit(number)).Block(decodeField(s.Fields[i])...)
		}
		g.Default().Block(decodeUnknown(s))
	})
}

// decodeField writes i = decodeText(&m.Number, d, i), for a pointer to a model
//
//	m.Holder = new(Holder)
//	i = m.Holder.decode(d, i)
//
// and for one to another named type
//
//	var v *string
//	i = decodeOptionalString(&v, d, i)
//	m.Status = (*Status)(v)
func decodeField(f plan.Field) []jen.Code {
	target := func() *jen.Statement { return jen.Id("m").Dot(f.Name) }
	set := jen.Id("i").Op("=")
	step := f.Decode
	switch step.Form {
	case plan.Direct:
		return []jen.Code{set.Add(decodeValue(target(), step.Elem))}
	case plan.Model:
		return []jen.Code{
			target().Op("=").New(typeExpr(step.Elem)),
			set.Add(decodeValue(target(), step.Elem)),
		}
	}
	if step.Form == plan.Converted {
		return []jen.Code{
			jen.Var().Id("v").Op("*").Id(step.Base),
			set.Id(step.Func).Call(jen.Op("&").Id("v"), jen.Id("d"), jen.Id("i")),
			target().Op("=").Parens(jen.Op("*").Add(typeExpr(step.Elem))).Call(jen.Id("v")),
		}
	}
	args := []jen.Code{jen.Op("&").Add(target()), jen.Id("d"), jen.Id("i")}
	if step.Constant != "" {
		args = append(args, valueLit(step.Constant))
	}
	if step.Elem != nil {
		args = append(args, decoderOf(step.Elem))
	}
	return []jen.Code{set.Id(step.Func).Call(args...)}
}

// decodeValue writes the call that decodes a value of type t into a variable:
// decodeText(&v, d, i), v.decode(d, i), decodeList(&v, d, i, slabCard, (*Card).decode).
func decodeValue(target *jen.Statement, t plan.Type) *jen.Statement {
	if named, ok := t.(*plan.Named); ok && named.Codec == "" {
		return target.Dot("decode").Call(jen.Id("d"), jen.Id("i"))
	}
	return decodeInto(jen.Op("&").Add(target), t)
}

// decodeInto writes the call that decodes a value of type t where the
// expression p points, for a type that has no method of its own.
func decodeInto(p *jen.Statement, t plan.Type) *jen.Statement {
	d, i := jen.Id("d"), jen.Id("i")
	switch t := t.(type) {
	case *plan.Scalar:
		return jen.Id("decode"+t.Codec).Call(p, d, i)
	case *plan.Named:
		return jen.Id("decode"+t.Codec).Call(p, d, i)
	case *plan.Slice:
		return jen.Id("decodeList").Call(p, d, i, jen.Id(t.Slot), decoderOf(t.Elem))
	case *plan.Map:
		return jen.Id("decodeMap").Call(p, d, i, decoderOf(t.Elem))
	case *plan.Pointer:
		return jen.Id("decodeOrNull").Call(p, d, i, decoderOf(t.Elem))
	case *plan.Nullable:
		return jen.Id("decodeNullable").Call(p, d, i, decoderOf(t.Elem))
	case *plan.Mapped, *plan.Wrapped:
		return jen.Id("decodeMapped").Call(p, d, i)
	}
	panic("emitter: unknown type")
}

// decoderOf writes the function that decodes elements of type t: decodeText,
// (*Card).decode, or a literal for a list of lists.
func decoderOf(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		return jen.Id("decode" + t.Codec)
	case *plan.Named:
		if t.Codec == "" {
			return method(t.Name, "decode")
		}
		return jen.Id("decode" + t.Codec)
	case *plan.Mapped, *plan.Wrapped:
		return jen.Id("decodeMapped")
	}
	return jen.Func().Params(
		jen.Id("p").Op("*").Add(typeExpr(t)), jen.Id("d").Op("*").Id("decoder"), jen.Id("i").Int(),
	).Int().Block(jen.Return(decodeInto(jen.Id("p"), t)))
}

// decodeUnknown writes i = d.unknown(i, &o, &m.AdditionalProperties), or
// i = d.skip(i) for a struct that does not keep what the reference does not name.
func decodeUnknown(s *plan.Struct) *jen.Statement {
	target := jen.Op("&").Id("m").Dot("AdditionalProperties")
	set := jen.Id("i").Op("=")
	if s.Additional == nil {
		return set.Id("d").Dot("skip").Call(jen.Id("i"))
	}
	if isRaw(s.Additional.Elem) {
		return set.Id("d").Dot("unknown").Call(jen.Id("i"), jen.Op("&").Id("o"), target)
	}
	return set.Id("decodeUnknown").Call(target, jen.Id("d"), jen.Id("i"), jen.Op("&").Id("o"), decoderOf(s.Additional.Elem))
}

func isRaw(t plan.Type) bool {
	s, ok := t.(*plan.Scalar)
	return ok && s.Codec == "Raw"
}

// closeCall writes return d.close(i, &o, &m.Nulls, &m.Spellings).
func closeCall(s *plan.Struct) *jen.Statement {
	spellings := jen.Nil()
	if s.Spellings {
		spellings = jen.Op("&").Id("m").Dot("Spellings")
	}
	name, nulls := "close", jen.Nil()
	switch {
	case s.NullWords == 1:
		nulls = jen.Op("&").Id("m").Dot("Nulls")
	case s.NullWords > 1:
		name, nulls = "closeWide", jen.Id("m").Dot("Nulls").Index(jen.Op(":"))
	}
	return jen.Return(jen.Id("d").Dot(name).Call(jen.Id("i"), jen.Op("&").Id("o"), nulls, spellings))
}
