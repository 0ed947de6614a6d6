package emitter

import (
	"strconv"

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
		g.Id("var w objectWriter")
		g.Id(openCall(s))
		for _, f := range s.Fields {
			g.Add(encodeField(f))
		}
		switch {
		case s.Additional == nil:
			g.Id("return w.end(b)")
		case isRaw(s.Additional.Elem):
			g.Id("return w.close(b, m.AdditionalProperties)")
		default:
			g.Id("return closeWith").Call(argB, raw("&w"), raw("m.AdditionalProperties"), encoderOf(s.Additional.Elem))
		}
	})
}

// encodeSignature writes func (m *Card) encode(b []byte, e *encoder) []byte.
func encodeSignature(typeName string) *jen.Statement {
	return raw("func (m *" + typeName + ") encode(b []byte, e *encoder) []byte")
}

// openCall writes w.open(e, &tableCard, len(b), m.Nulls, m.Spellings).
func openCall(s *plan.Struct) string {
	spellings := `""`
	if s.Spellings {
		spellings = "m.Spellings"
	}
	name, nulls := "open", "0"
	switch {
	case s.NullWords == 1:
		nulls = "m.Nulls"
	case s.NullWords > 1:
		name, nulls = "openWide", "m.Nulls[:]"
	}
	return "w." + name + "(e, &table" + s.Name + ", len(b), " + nulls + ", " + spellings + ")"
}

// encodeField writes b = encodeText(&m.Number, w.key(b, 0), e),
// b = writeOptional(b, &w, 2, m.Kind, encodeText), or for models
// b = writeModel(b, &w, 2, m.Holder != nil, m.Holder).
func encodeField(f plan.Field) *jen.Statement {
	value, step, at := "m."+f.Name, f.Encode, strconv.Itoa(f.Member)
	if step.Form == plan.Direct {
		return encodeValue("b = ", value, step.Elem, "w.key(b, "+at+")")
	}
	args := []jen.Code{raw("b, &w, " + at)}
	switch step.Form {
	case plan.Model:
		args = append(args, raw(value+" != nil, "+value))
	case plan.Models:
		args = append(args, raw(value+" != nil, len("+value+")"), elementFunc("model", f.Name))
	default:
		args = append(args, passed(f.Name, step.ByRef))
		if step.Constant != "" {
			args = append(args, valueLit(step.Constant))
		}
		if step.Elem != nil {
			args = append(args, encoderOf(step.Elem))
		}
	}
	return raw("b = " + step.Func).Call(args...)
}

// passed writes m.Holder or &m.Holder.
func passed(field string, byRef bool) *jen.Statement {
	if byRef {
		return raw("&m." + field)
	}
	return raw("m." + field)
}

// elementFunc writes func(i int) model { return &m.Holders[i] }.
func elementFunc(result, field string) *jen.Statement {
	return raw("func(i int) " + result).Block(raw("return &m." + field + "[i]"))
}

// encodeValue writes the call that appends a value of type t to b. What it
// returns goes where set says: "b = " or "return ".
func encodeValue(set, value string, t plan.Type, b string) *jen.Statement {
	if named, ok := t.(*plan.Named); ok && named.Codec == "" {
		return raw(set + value + ".encode(" + b + ", e)")
	}
	return encodeFrom(set, raw("&"+value), t, raw(b))
}

// encodeFrom is encodeValue for what the expression p points to, and for types
// that have no method of their own.
func encodeFrom(set string, p *jen.Statement, t plan.Type, b jen.Code) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		return raw(set+"encode"+t.Codec).Call(p, b, argE)
	case *plan.Named:
		return raw(set+"encode"+t.Codec).Call(p, b, argE)
	case *plan.Slice:
		return raw(set+"encodeList").Call(p, b, argE, encoderOf(t.Elem))
	case *plan.Map:
		return raw(set+"encodeMap").Call(p, b, argE, encoderOf(t.Elem))
	case *plan.Pointer:
		return raw(set+"encodeOrNull").Call(p, b, argE, encoderOf(t.Elem))
	case *plan.Mapped, *plan.Wrapped:
		return raw(set+"encodeMapped").Call(p, b, argE)
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
		raw("p *").Add(typeExpr(t)), raw("b []byte"), raw("e *encoder"),
	).Index().Byte().Block(encodeFrom("return ", raw("p"), t, argB))
}
