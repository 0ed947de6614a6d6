package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// unionDecls writes a union: the struct, the sealed interface of its
// variants, the types declared for variants that are not models, the shapes
// that tell the variants apart, and the methods.
func unionDecls(u *plan.Union) []jen.Code {
	decls := []jen.Code{unionDecl(u), interfaceDecl(u)}
	for _, v := range u.Variants {
		if v.Wraps != nil {
			decls = append(decls, comment(v.Doc, 0).Type().Id(variantName(v)).Add(typeExpr(v.Wraps)))
		}
	}
	decls = append(decls, unknownDecl(u), markers(u), shapeDecl(u), unionDecode(u), unionEncode(u), unionValidate(u))
	return append(decls, jsonMethods(u.Name, u.Traced))
}

// unionDecl writes
//
//	// Method is a way to pay.
//	type Method struct {
//		// Value is one of the variants, or nil for a union that is not set.
//		Value MethodVariant `json:"-"`
//	}
func unionDecl(u *plan.Union) *jen.Statement {
	return comment(u.Doc, 0).Type().Id(u.Name).Struct(
		jen.Comment("// Value is one of the variants, or nil for a union that is not set."),
		jen.Id("Value").Id(u.Interface).Tag(map[string]string{"json": "-"}),
	)
}

// interfaceDecl writes
//
//	// MethodVariant is what the union Method can hold:
//	//   - [*Card]
//	//   - [MethodString]
//	//   - [*MethodUnknown], for JSON that fits none of the others
//	type MethodVariant interface {
//		isMethod()
//	}
func interfaceDecl(u *plan.Union) *jen.Statement {
	text := ir.Plain(u.Interface + " is what the union " + u.Name + " can hold:")
	list := &ir.ListBlock{}
	for _, v := range u.Variants {
		list.Items = append(list.Items, []ir.Inline{ir.Plain("[" + star(v.Pointer) + variantName(v) + "]")})
	}
	list.Items = append(list.Items, []ir.Inline{ir.Plain("[*" + u.Unknown + "], for JSON that fits none of the others")})
	doc := plan.Doc{&ir.Paragraph{Text: []ir.Inline{text}}, list}
	return comment(doc, 0).Type().Id(u.Interface).Interface(jen.Id(u.Marker).Params())
}

func star(pointer bool) string {
	if pointer {
		return "*"
	}
	return ""
}

// unknownDecl writes
//
//	// MethodUnknown keeps JSON that fits none of the variants, so that it is not lost.
//	type MethodUnknown struct {
//		Raw json.RawMessage
//	}
func unknownDecl(u *plan.Union) *jen.Statement {
	return jen.Comment("// " + u.Unknown + " keeps JSON that fits none of the variants, so that it is not lost.").Line().
		Type().Id(u.Unknown).Struct(jen.Id("Raw").Qual("encoding/json", "RawMessage"))
}

// markers writes
//
//	func (*Card) isMethod()          {}
//	func (MethodString) isMethod()   {}
//	func (*MethodUnknown) isMethod() {}
func markers(u *plan.Union) *jen.Statement {
	marker := func(typeName string, pointer bool) *jen.Statement {
		return jen.Func().Params(jen.Op(star(pointer)).Id(typeName)).Id(u.Marker).Params().Block()
	}
	all := jen.Null()
	for _, v := range u.Variants {
		all.Add(marker(variantName(v), v.Pointer)).Line()
	}
	return all.Add(marker(u.Unknown, true))
}

func variantName(v plan.Variant) string { return v.Type.(*plan.Named).Name }
