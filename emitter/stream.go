package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

const jsontext = "encoding/json/jsontext"

// streamFile writes the methods for package encoding/json/v2, which Go has
// since 1.27, in a file that older versions do not see.
func streamFile(pkg *plan.Package) *jen.File {
	f := newFile(pkg)
	f.HeaderComment("//go:build go1.27 && goexperiment.jsonv2")
	f.ImportName(jsontext, "jsontext")
	for _, name := range pkg.Streamed {
		f.Add(marshalToMethod(name)).Line()
		f.Add(unmarshalFromMethod(name)).Line()
	}
	return f
}

// marshalToMethod writes
//
//	// MarshalJSONTo encodes m for package encoding/json/v2.
//	func (m Card) MarshalJSONTo(e *jsontext.Encoder) error {
//		b, err := m.AppendJSON(e.AvailableBuffer())
//		if err != nil {
//			return err
//		}
//		return e.WriteValue(b)
//	}
func marshalToMethod(name string) *jen.Statement {
	return jen.Comment("// MarshalJSONTo encodes m for package encoding/json/v2.").Line().
		Func().Params(jen.Id("m").Id(name)).Id("MarshalJSONTo").
		Params(jen.Id("e").Op("*").Qual(jsontext, "Encoder")).Error().Block(
		jen.List(jen.Id("b"), jen.Err()).Op(":=").Id("m").Dot("AppendJSON").Call(jen.Id("e").Dot("AvailableBuffer").Call()),
		returnIfErr(),
		jen.Return(jen.Id("e").Dot("WriteValue").Call(jen.Id("b"))),
	)
}

// unmarshalFromMethod writes
//
//	// UnmarshalJSONFrom decodes a whole Card for package encoding/json/v2.
//	func (m *Card) UnmarshalJSONFrom(d *jsontext.Decoder) error {
//		b, err := d.ReadValue()
//		if err != nil {
//			return err
//		}
//		return m.UnmarshalJSON(b)
//	}
func unmarshalFromMethod(name string) *jen.Statement {
	return jen.Comment("// UnmarshalJSONFrom decodes a whole "+name+" for package encoding/json/v2.").Line().
		Func().Params(jen.Id("m").Op("*").Id(name)).Id("UnmarshalJSONFrom").
		Params(jen.Id("d").Op("*").Qual(jsontext, "Decoder")).Error().Block(
		jen.List(jen.Id("b"), jen.Err()).Op(":=").Id("d").Dot("ReadValue").Call(),
		returnIfErr(),
		jen.Return(jen.Id("m").Dot("UnmarshalJSON").Call(jen.Id("b"))),
	)
}

func returnIfErr() *jen.Statement {
	return jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err()))
}
