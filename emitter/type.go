package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/gotype"
)

// typeExpr writes a type: string, []CreditSession, *json.Number,
// map[string][]int64, Nullable[string].
func typeExpr(t plan.Type) *jen.Statement {
	switch t := t.(type) {
	case *plan.Scalar:
		if t.Path != "" {
			return jen.Qual(t.Path, t.Name)
		}
		return raw(t.Name)
	case *plan.Named:
		return raw(t.Name)
	case *plan.Slice:
		return jen.Index().Add(typeExpr(t.Elem))
	case *plan.Map:
		return jen.Map(jen.String()).Add(typeExpr(t.Elem))
	case *plan.Pointer:
		return jen.Op("*").Add(typeExpr(t.Elem))
	case *plan.Nullable:
		return jen.Id("Nullable").Types(typeExpr(t.Elem))
	case *plan.Mapped:
		return goType(t.Type)
	case *plan.Wrapped:
		return goType(t.Of).Types(typeExpr(t.Elem))
	}
	panic("emitter: unknown type")
}

// goType writes a type that the user has chosen: time.Time,
// opt.Option[[]uuid.UUID].
func goType(t gotype.Type) *jen.Statement {
	switch t := t.(type) {
	case *gotype.Name:
		name := jen.Qual(t.Path, t.Name)
		if len(t.Args) == 0 {
			return name
		}
		args := make([]jen.Code, len(t.Args))
		for i, arg := range t.Args {
			args[i] = goType(arg)
		}
		return name.Types(args...)
	case *gotype.Pointer:
		return jen.Op("*").Add(goType(t.Elem))
	case *gotype.Slice:
		return jen.Index().Add(goType(t.Elem))
	case *gotype.Array:
		return jen.Index(jen.Lit(t.Len)).Add(goType(t.Elem))
	case *gotype.Map:
		return jen.Map(goType(t.Key)).Add(goType(t.Elem))
	}
	panic("emitter: unknown Go type")
}

// method writes the expression for a method of a type: (*Card).decode.
func method(typeName, name string) *jen.Statement {
	return raw("(*" + typeName + ")." + name)
}
