package emitter

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	return comment(s.Doc, 0).Id("type " + s.Name).StructFunc(func(g *jen.Group) {
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
	tags := f.Tags
	if f.Tag != "" {
		tags = append(slices.Clone(tags), plan.Tag{Key: "json", Value: f.Tag})
	}
	if f.Docgen != "" {
		tags = append(slices.Clone(tags), plan.Tag{Key: "docgen", Value: f.Docgen})
	}
	return comment(f.Doc, 1).Id(f.Name).Add(typeExpr(f.Type), tagOf(tags))
}

// tagOf writes the tag of a field, its keys in order:
// `json:"number" yaml:"number"`.
func tagOf(tags []plan.Tag) *jen.Statement {
	if len(tags) == 0 {
		return jen.Null()
	}
	if len(tags) > 1 {
		tags = slices.SortedFunc(slices.Values(tags), func(a, b plan.Tag) int { return strings.Compare(a.Key, b.Key) })
	}
	var b strings.Builder
	for i, t := range tags {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Key + ":" + strconv.Quote(t.Value))
	}
	if !strconv.CanBackquote(b.String()) {
		return quoted(b.String())
	}
	return raw("`" + b.String() + "`")
}

// memoryFields writes the fields for what a payload holds beside the members
// that the page names.
func memoryFields(g *jen.Group, s *plan.Struct) {
	hidden := tagOf(s.Hidden)
	if s.Additional != nil {
		if len(s.Fields) > 0 {
			g.Line()
		}
		g.Add(comment(s.Additional.Doc, 1)).Id("AdditionalProperties map[string]").Add(typeExpr(s.Additional.Elem), hidden)
	}
	if s.NullWords > 0 {
		g.Line()
		g.Add(comment(s.NullsDoc, 1)).Id("Nulls " + nullsType(s)).Add(hidden)
	}
	if s.Spellings {
		g.Line()
		g.Comment("// Spellings remembers the member names that arrived spelled otherwise.")
		g.Id("Spellings Spellings").Add(hidden)
	}
}

// nullsType writes NullSet, or [2]NullSet for a struct of many members.
func nullsType(s *plan.Struct) string {
	if s.NullWords > 1 {
		return fmt.Sprintf("[%d]NullSet", s.NullWords)
	}
	return "NullSet"
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
	return raw("var table" + s.Name + " = table").ValuesFunc(func(g *jen.Group) {
		entry := func(name string, value jen.Code) { g.Id("\n" + name + ":").Add(value) }
		entry("name", quoted(s.Name))
		if len(t.Keys) > 0 {
			entry("keys", stringList(t.Keys))
			entry("nulls", quoted(t.Nulls))
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
			entry("kinds", quoted(t.Kinds))
		}
		if len(t.Constants) > 0 {
			entry("constants", constants(t.Constants))
		}
		entry("base", raw("predict"+s.Name))
		g.Line()
	})
}

// placesMethod writes
//
//	func (*Card) places() (*table, []string) {
//		return &tableCard, []string{"docs/cards/models/card.md:7"}
//	}
func placesMethod(s *plan.Struct) *jen.Statement {
	return raw("func (*" + s.Name + ") places() (*table, []string)").
		Block(jen.Return(raw("&table"+s.Name), stringList(s.Places)))
}

func stringList(list []string) *jen.Statement {
	return raw("[]string").Values(each(list, literal)...)
}

func bitmap(words []uint64) *jen.Statement {
	return raw("[]uint64").Values(each(words, func(w uint64) *jen.Statement { return raw(fmt.Sprintf("%#x", w)) })...)
}

func constants(list []plan.Constant) *jen.Statement {
	return raw("[]constant").Values(each(list, func(c plan.Constant) *jen.Statement {
		return jen.Values(number(c.Member), literal(string(c.Value)))
	})...)
}

// each writes every element of a list.
func each[T any](list []T, write func(T) *jen.Statement) []jen.Code {
	all := make([]jen.Code, len(list))
	for i, x := range list {
		all[i] = write(x)
	}
	return all
}
