package emitter

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
)

// structDecls writes a struct, the table of its members and its methods.
func structDecls(s *plan.Struct) []jen.Code {
	decls := []jen.Code{structDecl(s)}
	if s.Plain {
		return decls
	}
	decls = append(decls, tableDecl(s), decodeFunc(s), encodeFunc(s), validateFunc(s))
	decls = append(decls, jsonMethods(s.Name, s.Traced))
	if s.Traced {
		decls = append(decls, placesMethod(s))
	}
	if s.NullWords > 0 {
		decls = append(decls, nullMethods(s)...)
	}
	for _, g := range s.Getters {
		decls = append(decls, getterMethod(s, g))
	}
	return decls
}

// structDecl writes
//
//	// Card is a payment card.
//	type Card struct {
//		// Number is the number on the card.
//		Number string `json:"number"`
//
//		// AdditionalProperties holds the members that the reference does not name.
//		AdditionalProperties map[string]json.RawMessage `json:"-"`
//	}
func structDecl(s *plan.Struct) *jen.Statement {
	return comment(s.Doc, 0).Type().Id(s.Name).StructFunc(func(g *jen.Group) {
		for i, f := range s.Fields {
			if i > 0 && (len(f.Doc) > 0 || len(s.Fields[i-1].Doc) > 0) {
				g.Line()
			}
			g.Add(fieldDecl(f))
		}
		if !s.Plain {
			memoryFields(g, s)
		}
	})
}

// fieldDecl writes
//
//	// Number is the number on the card.
//	Number string `json:"number"`
func fieldDecl(f plan.Field) *jen.Statement {
	field := comment(f.Doc, 1).Id(f.Name).Add(typeExpr(f.Type))
	tags := tagMap(f.Tags)
	if f.Tag != "" {
		tags["json"] = f.Tag
	}
	if f.Docgen != "" {
		tags["docgen"] = f.Docgen
	}
	return field.Tag(tags)
}

func tagMap(tags []plan.Tag) map[string]string {
	out := map[string]string{}
	for _, t := range tags {
		out[t.Key] = t.Value
	}
	return out
}

// memoryFields writes the fields for what a payload holds beside the members
// that the page names.
func memoryFields(g *jen.Group, s *plan.Struct) {
	hidden := tagMap(s.Hidden)
	if s.Additional != nil {
		if len(s.Fields) > 0 {
			g.Line()
		}
		g.Add(comment(s.Additional.Doc, 1)).Id("AdditionalProperties").
			Map(jen.String()).Add(typeExpr(s.Additional.Elem)).Tag(hidden)
	}
	if s.NullWords > 0 {
		g.Line()
		g.Add(comment(s.NullsDoc, 1)).Id("Nulls").Add(nullsType(s)).Tag(hidden)
	}
	if s.Spellings {
		g.Line()
		g.Comment("// Spellings remembers the member names that arrived spelled otherwise.")
		g.Id("Spellings").Id("Spellings").Tag(hidden)
	}
}

// nullsType writes NullSet, or [2]NullSet for a struct of many members.
func nullsType(s *plan.Struct) *jen.Statement {
	if s.NullWords > 1 {
		return jen.Index(jen.Lit(s.NullWords)).Id("NullSet")
	}
	return jen.Id("NullSet")
}

// tableDecl writes
//
//	var tableCard = table{
//		name:     "Card",
//		keys:     []string{`,"number":`},
//		nulls:    "-",
//		required: []uint64{0x1},
//		base:     predictCard,
//	}
func tableDecl(s *plan.Struct) *jen.Statement {
	t := s.Table
	return jen.Var().Id("table" + s.Name).Op("=").Id("table").ValuesFunc(func(g *jen.Group) {
		entry := func(name string, value jen.Code) { g.Line().Id(name).Op(":").Add(value) }
		entry("name", jen.Lit(s.Name))
		if len(t.Keys) > 0 {
			entry("keys", stringList(t.Keys))
			entry("nulls", jen.Lit(t.Nulls))
		}
		if t.Names != nil {
			entry("names", stringList(t.Names))
		}
		if t.Required != nil {
			entry("required", bitmap(t.Required))
		}
		if t.Inferred != nil {
			entry("inferred", bitmap(t.Inferred))
		}
		if t.Kinds != "" {
			entry("kinds", jen.Lit(t.Kinds))
		}
		if len(t.Constants) > 0 {
			entry("constants", constants(t.Constants))
		}
		entry("base", jen.Id("predict"+s.Name))
		g.Line()
	})
}

// placesMethod writes
//
//	func (*Card) places() (*table, []string) {
//		return &tableCard, []string{"docs/cards/models/card.md:7"}
//	}
func placesMethod(s *plan.Struct) *jen.Statement {
	return jen.Func().Params(jen.Op("*").Id(s.Name)).Id("places").Params().
		Params(jen.Op("*").Id("table"), jen.Index().String()).
		Block(jen.Return(jen.Op("&").Id("table"+s.Name), stringList(s.Places)))
}

func stringList(list []string) *jen.Statement {
	return jen.Index().String().ValuesFunc(func(g *jen.Group) {
		for _, s := range list {
			g.Add(literal(s))
		}
	})
}

func bitmap(words []uint64) *jen.Statement {
	return jen.Index().Uint64().ValuesFunc(func(g *jen.Group) {
		for _, w := range words {
			g.Id(fmt.Sprintf("%#x", w))
		}
	})
}

func constants(list []plan.Constant) *jen.Statement {
	return jen.Index().Id("constant").ValuesFunc(func(g *jen.Group) {
		for _, c := range list {
			g.Values(jen.Lit(c.Member), literal(string(c.Value)))
		}
	})
}
