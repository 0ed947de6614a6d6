package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// testFile writes the tests that come with the package.
func testFile(pkg *plan.Package) *jen.File {
	f := newFile(pkg)
	for _, t := range pkg.Tests {
		if t.Example != "" {
			f.Add(exampleConst(t)).Line()
			f.Add(exampleTest(t, pkg.Lossy)).Line()
		}
		f.Add(fuzzTarget(t, pkg.Lossy)).Line()
	}
	return f
}

// exampleConst writes
//
//	const exampleCard = `{"number":"4111"}`
func exampleConst(t plan.Test) *jen.Statement {
	return jen.Const().Id("example" + t.Type).Op("=").Add(literal(t.Example))
}

// exampleTest writes
//
//	func TestCard(t *testing.T) {
//		testExample[Card](t, exampleCard)
//	}
//
// or, where something may be lost, settleExample[Card](t, exampleCard).
func exampleTest(t plan.Test, lossy bool) *jen.Statement {
	test := "testExample"
	if lossy {
		test = "settleExample"
	}
	return jen.Func().Id("Test" + t.Type).Params(jen.Id("t").Op("*").Qual("testing", "T")).
		Block(jen.Id(test).Types(jen.Id(t.Type)).Call(jen.Id("t"), jen.Id("example"+t.Type)))
}

// fuzzTarget writes
//
//	func FuzzCard(f *testing.F) {
//		fuzzModel[Card](f, exampleCard)
//	}
//
// or, where something may be lost, settleModel[Card](f, exampleCard).
func fuzzTarget(t plan.Test, lossy bool) *jen.Statement {
	fuzz := "fuzzModel"
	if lossy {
		fuzz = "settleModel"
	}
	args := []jen.Code{jen.Id("f")}
	if t.Example != "" {
		args = append(args, jen.Id("example"+t.Type))
	}
	return jen.Func().Id("Fuzz" + t.Type).Params(jen.Id("f").Op("*").Qual("testing", "F")).
		Block(jen.Id(fuzz).Types(jen.Id(t.Type)).Call(args...))
}
