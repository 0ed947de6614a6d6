package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// enumDecls writes an enum: its type, its constants and its functions.
func enumDecls(d *plan.Enum) []jen.Code {
	decls := []jen.Code{
		enumDecl(d),
	}
	if len(d.Consts) > 0 {
		decls = append(decls, constDecl(d))
	}
	decls = append(decls, valuesFunc(d), isKnownFunc(d))
	if !d.Open {
		decls = append(decls, enumValidateFunc(d))
	}
	return decls
}

// enumDecl writes
//
//	// CardType is the type of a card.
//	type CardType string
func enumDecl(d *plan.Enum) *jen.Statement {
	return comment(d.Doc, 0).Type().Id(d.Name).Add(typeExpr(d.Of))
}

// constDecl writes
//
//	// The values of CardType.
//	const (
//		CardTypeDebit  CardType = "debit"
//		CardTypeCredit CardType = "credit"
//	)
func constDecl(d *plan.Enum) *jen.Statement {
	return jen.Comment("// The values of " + d.Name + ".").Line().
		Const().DefsFunc(func(g *jen.Group) {
		for _, c := range d.Consts {
			g.Add(comment(c.Doc, 1)).Id(c.Name + " " + d.Name + " =").Add(valueLit(c.Value))
		}
	})
}

// valuesFunc writes
//
//	// CardTypeValues returns the values that the reference names, in its order.
//	func CardTypeValues() []CardType {
//		return []CardType{
//			CardTypeDebit,
//			CardTypeCredit,
//		}
//	}
func valuesFunc(d *plan.Enum) *jen.Statement {
	return jen.Comment("// " + d.Values + " returns the values that the reference names, in its order.").Line().
		Func().Id(d.Values).Params().Index().Id(d.Name).Block(
		jen.Return(jen.Index().Id(d.Name).ValuesFunc(func(g *jen.Group) {
			for _, c := range d.Consts {
				g.Id("\n" + c.Name)
			}
			if len(d.Consts) > 0 {
				g.Line()
			}
		})),
	)
}

// isKnownFunc writes
//
//	// IsKnown reports whether the reference names x.
//	func (x CardType) IsKnown() bool {
//		switch x {
//		case
//			CardTypeDebit,
//			CardTypeCredit:
//			return true
//		}
//		return false
//	}
func isKnownFunc(d *plan.Enum) *jen.Statement {
	head := jen.Comment("// IsKnown reports whether the reference names x.").Line().
		Func().Params(jen.Id("x").Id(d.Name)).Id("IsKnown").Params().Bool()
	if len(d.Consts) == 0 {
		return head.Block(jen.Return(jen.False()))
	}
	return head.Block(
		jen.Switch(jen.Id("x")).Block(
			jen.CaseFunc(func(g *jen.Group) {
				for _, c := range d.Consts {
					g.Id("\n" + c.Name)
				}
			}).Block(jen.Return(jen.True())),
		),
		jen.Return(jen.False()),
	)
}

// enumValidateFunc writes
//
//	func (x *CardType) validate(v *validator) {
//		if !x.IsKnown() {
//			v.enum(string(*x))
//		}
//	}
func enumValidateFunc(d *plan.Enum) *jen.Statement {
	got := jen.Id("string").Call(jen.Op("*").Id("x"))
	if !isText(d.Of) {
		got = jen.Id("formatNumber").Call(jen.Op("*").Id("x"))
	}
	return validateSignature("x", d.Name).Block(
		jen.If(jen.Op("!").Id("x").Dot("IsKnown").Call()).Block(
			jen.Id("v").Dot("enum").Call(got),
		),
	)
}
