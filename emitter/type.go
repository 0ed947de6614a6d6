package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// typeExpr writes a type: string, []CreditSession, *json.Number,
// map[string][]int64, Nullable[string].
func typeExpr(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		if t.Path != "" {
			return jen.Qual(t.Path, t.Name)
		}
		return jen.Id(t.Name)
	case *plan.Named:
		return jen.Id(t.Name)
	case *plan.Slice:
		return jen.Index().Add(typeExpr(t.Elem))
	case *plan.Map:
		return jen.Map(jen.String()).Add(typeExpr(t.Elem))
	case *plan.Pointer:
		return jen.Op("*").Add(typeExpr(t.Elem))
	case *plan.Nullable:
		return jen.Id("Nullable").Types(typeExpr(t.Elem))
	}
	panic("emitter: unknown type")
}

// method writes the expression for a method of a type: (*Card).decode.
func method(typeName, name string) *jen.Statement {
	return jen.Parens(jen.Op("*").Id(typeName)).Dot(name)
}
