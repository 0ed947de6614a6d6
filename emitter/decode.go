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
		raw("var o object"),
		raw("for i = d.open(i, &o, &table"+s.Name+"); o.member != end; i = d.next(i, &o)").Block(memberSwitch(s)),
		excuse(s),
		closeCall(s),
	)
}

// excuse writes o.excuse(), or nothing for a struct that is not lenient.
func excuse(s *plan.Struct) *jen.Statement {
	if !s.Lenient {
		return jen.Null()
	}
	return raw("o.excuse()")
}

// decodeSignature writes func (m *Card) decode(d *decoder, i int) int.
func decodeSignature(typeName string) *jen.Statement {
	return raw("func (m *" + typeName + ") decode(d *decoder, i int) int")
}

// memberSwitch writes the switch on the member's number.
func memberSwitch(s *plan.Struct) *jen.Statement {
	if len(s.Members) == 0 {
		return decodeUnknown(s)
	}
	return raw("switch o.member").BlockFunc(func(g *jen.Group) {
		for at, i := range s.Members {
			g.Case(number(at)).Block(decodeField(s.Fields[i])...)
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
	target, step := "m."+f.Name, f.Decode
	switch step.Form {
	case plan.Direct:
		return []jen.Code{decodeValue("i = ", target, step.Elem)}
	case plan.Model:
		return []jen.Code{
			raw(target + " =").New(typeExpr(step.Elem)),
			decodeValue("i = ", target, step.Elem),
		}
	case plan.Converted:
		return []jen.Code{
			raw("var v *" + step.Base),
			raw("i = " + step.Func + "(&v, d, i)"),
			raw(target + " =").Parens(jen.Op("*").Add(typeExpr(step.Elem))).Call(argV),
		}
	}
	args := []jen.Code{raw("&" + target), argD, argI}
	if step.Constant != "" {
		args = append(args, valueLit(step.Constant))
	}
	if step.Elem != nil {
		args = append(args, decoderOf(step.Elem))
	}
	return []jen.Code{raw("i = " + step.Func).Call(args...)}
}

// decodeValue writes the call that decodes a value of type t into a variable:
// decodeText(&v, d, i), v.decode(d, i), decodeList(&v, d, i, slabCard, (*Card).decode).
// What it returns goes where set says: "i = " or "return ".
func decodeValue(set, target string, t plan.Type) *jen.Statement {
	if named, ok := t.(*plan.Named); ok && named.Codec == "" {
		return raw(set + target + ".decode(d, i)")
	}
	return decodeInto(set, raw("&"+target), t)
}

// decodeInto is decodeValue for what the expression p points to, and for types
// that have no method of their own.
func decodeInto(set string, p *jen.Statement, t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		return raw(set+"decode"+t.Codec).Call(p, argD, argI)
	case *plan.Named:
		return raw(set+"decode"+t.Codec).Call(p, argD, argI)
	case *plan.Slice:
		return raw(set+"decodeList").Call(p, argD, argI, raw(t.Slot), decoderOf(t.Elem))
	case *plan.Map:
		return raw(set+"decodeMap").Call(p, argD, argI, decoderOf(t.Elem))
	case *plan.Pointer:
		return raw(set+"decodeOrNull").Call(p, argD, argI, decoderOf(t.Elem))
	case *plan.Nullable:
		return raw(set+"decodeNullable").Call(p, argD, argI, decoderOf(t.Elem))
	case *plan.Mapped, *plan.Wrapped:
		return raw(set+"decodeMapped").Call(p, argD, argI)
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
		raw("p *").Add(typeExpr(t)), raw("d *decoder"), raw("i int"),
	).Int().Block(decodeInto("return ", raw("p"), t))
}

// decodeUnknown writes i = d.unknown(i, &o, &m.AdditionalProperties), or
// i = d.skip(i) for a struct that does not keep what the reference does not name.
func decodeUnknown(s *plan.Struct) *jen.Statement {
	if s.Additional == nil {
		return raw("i = d.skip(i)")
	}
	if isRaw(s.Additional.Elem) {
		return raw("i = d.unknown(i, &o, &m.AdditionalProperties)")
	}
	return raw("i = decodeUnknown").Call(raw("&m.AdditionalProperties"), argD, argI, raw("&o"), decoderOf(s.Additional.Elem))
}

func isRaw(t plan.Type) bool {
	s, ok := t.(*plan.Scalar)
	return ok && s.Codec == "Raw"
}

// closeCall writes return d.close(i, &o, &m.Nulls, &m.Spellings).
func closeCall(s *plan.Struct) *jen.Statement {
	spellings := "nil"
	if s.Spellings {
		spellings = "&m.Spellings"
	}
	name, nulls := "close", "nil"
	switch {
	case s.NullWords == 1:
		nulls = "&m.Nulls"
	case s.NullWords > 1:
		name, nulls = "closeWide", "m.Nulls[:]"
	}
	return raw("return d." + name + "(i, &o, " + nulls + ", " + spellings + ")")
}
