package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// getterMethod writes
//
//	// GetNumber returns Number, or the zero value where m is nil or has none.
//	func (m *Card) GetNumber() (value string) {
//		if m != nil && m.Number != nil {
//			value = *m.Number
//		}
//		return value
//	}
func getterMethod(s *plan.Struct, g plan.Getter) *jen.Statement {
	field := func() *jen.Statement { return jen.Id("m").Dot(g.Field) }
	set := jen.Id("value").Op("=")
	there := jen.Id("m").Op("!=").Nil()
	switch g.Form {
	case plan.GetValue:
		set.Add(field())
	case plan.GetAddress:
		set.Op("&").Add(field())
	case plan.GetElem:
		there.Op("&&").Add(field()).Op("!=").Nil()
		set.Op("*").Add(field())
	case plan.GetNullable:
		set = jen.List(jen.Id("value"), jen.Id("_")).Op("=").Add(field()).Dot("Get").Call()
	}
	return jen.Comment("// "+g.Name+" returns "+g.Field+", or the zero value where m is nil or has none.").Line().
		Func().Params(jen.Id("m").Op("*").Id(s.Name)).Id(g.Name).Params().
		Params(jen.Id("value").Add(typeExpr(g.Result))).Block(
		jen.If(there).Block(set),
		jen.Return(jen.Id("value")),
	)
}
