package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// jsonMethods stands for the exported methods that every model has: see
// boilerplate. The violations of a traced model tell where the reference states
// the rule.
func jsonMethods(name string, traced bool) jen.Code {
	if traced {
		return jen.Comment(tracedMark + name)
	}
	return jen.Comment(jsonMark + name)
}

// jsonMethodsOf writes them.
func jsonMethodsOf(name string, traced bool) []jen.Code {
	return []jen.Code{
		unmarshalMethod(name, traced), marshalMethod(name), appendMethod(name), validateMethod(name, traced), cloneMethod(name),
	}
}

// trace writes traced(err, m) for a traced model.
func trace(err, m *jen.Statement, traced bool) *jen.Statement {
	if traced {
		return jen.Id("traced").Call(err, m)
	}
	return err
}

// unmarshalMethod writes
//
//	// UnmarshalJSON decodes a whole Card. It keeps nothing of data.
//	func (m *Card) UnmarshalJSON(data []byte) error {
//		*m = Card{}
//		return unmarshal(data, m)
//	}
func unmarshalMethod(name string, traced bool) *jen.Statement {
	return jen.Comment("// UnmarshalJSON decodes a whole "+name+". It keeps nothing of data.").Line().
		Func().Params(jen.Id("m").Op("*").Id(name)).Id("UnmarshalJSON").
		Params(jen.Id("data").Index().Byte()).Error().Block(
		jen.Op("*").Id("m").Op("=").Id(name).Values(),
		jen.Return(trace(jen.Id("unmarshal").Call(jen.Id("data"), jen.Id("m")), jen.Id("m"), traced)),
	)
}

// marshalMethod writes
//
//	// MarshalJSON encodes m.
//	func (m Card) MarshalJSON() ([]byte, error) {
//		e := newEncoder()
//		return e.finish(m.encode(e.buf, e))
//	}
func marshalMethod(name string) *jen.Statement {
	return jen.Comment("// MarshalJSON encodes m.").Line().
		Func().Params(jen.Id("m").Id(name)).Id("MarshalJSON").Params().
		Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Id("e").Op(":=").Id("newEncoder").Call(),
		jen.Return(jen.Id("e").Dot("finish").Call(
			jen.Id("m").Dot("encode").Call(jen.Id("e").Dot("buf"), jen.Id("e")),
		)),
	)
}

// appendMethod writes
//
//	// AppendJSON appends m to dst as JSON.
//	func (m *Card) AppendJSON(dst []byte) ([]byte, error) {
//		return appendTo(dst, m)
//	}
func appendMethod(name string) *jen.Statement {
	return jen.Comment("// AppendJSON appends m to dst as JSON.").Line().
		Func().Params(jen.Id("m").Op("*").Id(name)).Id("AppendJSON").
		Params(jen.Id("dst").Index().Byte()).Params(jen.Index().Byte(), jen.Error()).Block(
		jen.Return(jen.Id("appendTo").Call(jen.Id("dst"), jen.Id("m"))),
	)
}

// validateMethod writes
//
//	// Validate returns a ValidationError that lists every violation, or nil.
//	func (m Card) Validate() error {
//		return validate(&m)
//	}
func validateMethod(name string, traced bool) *jen.Statement {
	return jen.Comment("// Validate returns a ValidationError that lists every violation, or nil.").Line().
		Func().Params(jen.Id("m").Id(name)).Id("Validate").Params().Error().Block(
		jen.Return(trace(jen.Id("validate").Call(jen.Op("&").Id("m")), jen.Op("&").Id("m"), traced)),
	)
}

// cloneMethod writes
//
//	// Clone returns a deep copy that lets go of the document that m was decoded from.
//	func (m *Card) Clone() *Card {
//		return clone(m).(*Card)
//	}
func cloneMethod(name string) *jen.Statement {
	return jen.Comment("// Clone returns a deep copy that lets go of the document that m was decoded from.").Line().
		Func().Params(jen.Id("m").Op("*").Id(name)).Id("Clone").Params().Op("*").Id(name).Block(
		jen.Return(jen.Id("clone").Call(jen.Id("m")).Assert(jen.Op("*").Id(name))),
	)
}

// nullMethods stands for SetNull and IsNull. Those of a struct with more words
// of nulls than one are rare, and written in place.
func nullMethods(s *plan.Struct) []jen.Code {
	if s.NullWords == 1 {
		return []jen.Code{jen.Comment(nullMark + s.Name)}
	}
	var nulls []jen.Code
	for i := range s.NullWords {
		nulls = append(nulls, jen.Op("&").Id("m").Dot("Nulls").Index(jen.Lit(i)))
	}
	return nullPair(s.Name, nulls...)
}

// nullPair writes
//
//	func (m *Card) SetNull(name string) error {
//		return setNull(m, &tableCard, name, &m.Nulls)
//	}
//
// and IsNull likewise.
func nullPair(typeName string, nulls ...jen.Code) []jen.Code {
	args := append([]jen.Code{jen.Id("m"), jen.Op("&").Id("table" + typeName), jen.Id("name")}, nulls...)
	self := func() *jen.Statement { return jen.Func().Params(jen.Id("m").Op("*").Id(typeName)) }
	name := jen.Id("name").String()
	return []jen.Code{
		jen.Comment("// SetNull makes the member with the JSON name null. It fails for a name that").Line().
			Comment("// is none of the members', and for a member that may not be null.").Line().
			Add(self()).Id("SetNull").Params(name).Error().
			Block(jen.Return(jen.Id("setNull").Call(args...))),

		jen.Comment("// IsNull reports whether the member with the JSON name is null.").Line().
			Add(self()).Id("IsNull").Params(name).Bool().
			Block(jen.Return(jen.Id("isNull").Call(args...))),
	}
}
