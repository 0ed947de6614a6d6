package emitter

import (
	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// opaqueDecls writes
//
//	// Card keeps its JSON as it is: its page is missing.
//	type Card json.RawMessage
//
// and its methods.
func opaqueDecls(d *plan.Opaque) []jen.Code {
	return []jen.Code{
		comment(d.Doc, 0).Type().Id(d.Name).Qual("encoding/json", "RawMessage"),

		jen.Comment("// UnmarshalJSON keeps a copy of data.").Line().
			Func().Params(jen.Id("m").Op("*").Id(d.Name)).Id("UnmarshalJSON").
			Params(jen.Id("data").Index().Byte()).Error().Block(
			jen.Id("d").Op(":=").Id("newDecoder").Call(jen.Id("data")),
			jen.Return(jen.Id("d").Dot("finish").Call(
				jen.Id("decodeOpaque").Call(jen.Id("m"), jen.Id("d"), jen.Id("d").Dot("start").Call()),
			)),
		),

		jen.Comment("// MarshalJSON returns the JSON that m keeps.").Line().
			Func().Params(jen.Id("m").Id(d.Name)).Id("MarshalJSON").Params().
			Params(jen.Index().Byte(), jen.Error()).Block(
			jen.Id("e").Op(":=").Id("newEncoder").Call(),
			jen.Return(jen.Id("e").Dot("finish").Call(
				jen.Id("encodeOpaque").Call(jen.Op("&").Id("m"), jen.Id("e").Dot("buf"), jen.Id("e")),
			)),
		),
	}
}
