package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// newFile returns an empty file of the package, with docgen's header.
func newFile(pkg *plan.Package) *jen.File {
	f := jen.NewFile(pkg.Name)
	f.HeaderComment(Header)
	f.ImportName("encoding/json", "json")
	f.ImportName("testing", "testing")
	for _, path := range pkg.Imports {
		importAs(f, path)
	}
	return f
}

// modelFile writes the declarations of one file.
func modelFile(pkg *plan.Package, file plan.File) *jen.File {
	f := newFile(pkg)
	for _, d := range file.Decls {
		for _, code := range declare(d) {
			f.Add(code)
			f.Line()
		}
	}
	return f
}

func declare(d plan.Decl) []jen.Code {
	switch d := d.(type) {
	case *plan.Struct:
		return structDecls(d)
	case *plan.Enum:
		return enumDecls(d)
	case *plan.Union:
		return unionDecls(d)
	case *plan.Alias:
		return []jen.Code{aliasDecl(d)}
	case *plan.Opaque:
		return opaqueDecls(d)
	}
	panic("emitter: unknown declaration")
}

// aliasDecl writes
//
//	// PaymentCard is another name for a card.
//	type PaymentCard = Card
func aliasDecl(d *plan.Alias) *jen.Statement {
	return comment(d.Doc, 0).Type().Id(d.Name).Op("=").Add(typeExpr(d.Of))
}

// layoutFile writes the numbers under which the pooled decoder keeps what
// it has learned, and its slabs. They stand in a file of their own so
// that a new model changes no other model's file.
//
//	const (
//		predictCard   = 0
//		predictCenter = 6
//	)
func layoutFile(pkg *plan.Package) *jen.File {
	f := newFile(pkg)
	if len(pkg.Layout.Predictions) > 0 {
		f.Comment("// Where the decoder keeps the order in which members of a type tend to arrive.")
		f.Const().DefsFunc(slots(pkg.Layout.Predictions)).Line()
	}
	if len(pkg.Layout.Slabs) > 0 {
		f.Comment("// Where the decoder keeps the slabs that elements of lists come from.")
		f.Const().DefsFunc(slots(pkg.Layout.Slabs))
	}
	return f
}

func slots(all []plan.Slot) func(*jen.Group) {
	return func(g *jen.Group) {
		at := 0
		for _, s := range all {
			g.Id(s.Name).Op("=").Lit(at)
			at += s.Size
		}
	}
}
