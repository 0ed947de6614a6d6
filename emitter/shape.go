package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// shapeDecl writes
//
//	var unionMethod = union{
//		discriminator: "type",
//		variants: []shape{
//			{kinds: kindObject, table: &tableCard, values: []string{`"card"`}},
//			{kinds: kindString},
//		},
//	}
func shapeDecl(u *plan.Union) *jen.Statement {
	return jen.Var().Id("union" + u.Name).Op("=").Id("union").ValuesFunc(func(g *jen.Group) {
		if u.Shape.Discriminator != "" {
			g.Line().Id("discriminator").Op(":").Lit(u.Shape.Discriminator)
		}
		g.Line().Id("variants").Op(":").Index().Id("shape").ValuesFunc(func(g *jen.Group) {
			for _, s := range u.Shape.Variants {
				g.Line().Add(shapeValues(s))
			}
			g.Line()
		})
		g.Line()
	})
}

// shapeValues writes {kinds: kindArray, elem: &shape{kinds: kindString}}.
func shapeValues(s *plan.Shape) *jen.Statement {
	return jen.ValuesFunc(func(g *jen.Group) {
		entry := func(name string, value jen.Code) { g.Id(name).Op(":").Add(value) }
		if s.Kinds != "" {
			entry("kinds", jen.Id(s.Kinds))
		}
		if s.Table != "" {
			entry("table", jen.Op("&").Id("table"+s.Table))
		}
		if s.Format != "" {
			entry("format", jen.Id(s.Format))
		}
		if len(s.Enum) > 0 {
			entry("enum", valueTexts(s.Enum))
		}
		if s.Const != "" {
			entry("constant", literal(string(s.Const)))
		}
		if len(s.Values) > 0 {
			entry("values", valueTexts(s.Values))
		}
		if s.Elem != nil {
			entry("elem", jen.Op("&").Id("shape").Add(shapeValues(s.Elem)))
		}
		if s.Union != "" {
			entry("union", jen.Op("&").Id("union"+s.Union))
		}
	})
}

func valueTexts(values []ir.Value) *jen.Statement {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return stringList(texts)
}
