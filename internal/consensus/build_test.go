package consensus

import (
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/ir"
)

// The dialects that the tests speak of.
const (
	goPages     = "speakeasy-go-2026"
	javaPages   = "speakeasy-java"
	phpPages    = "speakeasy-php"
	pythonPages = "speakeasy-python-2026"
	rubyPages   = "speakeasy-ruby"
	tsPages     = "speakeasy-typescript"
)

// schema builds a schema of one tree, in which every reference is resolved by
// its ID.
func schema(dialect string, models ...ir.Model) *ir.Schema {
	tree := &ir.Tree{Dir: dialect, Dialect: dialect}
	s := &ir.Schema{Trees: []*ir.Tree{tree}, Models: models}
	slices.SortFunc(s.Models, func(a, b ir.Model) int { return a.Head().ID.Compare(b.Head().ID) })
	byID := map[ir.ID]ir.Model{}
	for _, m := range s.Models {
		m.Head().Tree = tree
		byID[m.Head().ID] = m
	}
	for _, m := range s.Models {
		for r := range ir.Refs(m) {
			r.Model = byID[r.ID]
		}
	}
	return s
}

// header builds the header of a model from "namespace/Title".
func header(name string) ir.Header {
	namespace, title, _ := strings.Cut(name, "/")
	return ir.Header{ID: ir.ID{Namespace: namespace, Name: strings.ToLower(title)}, Title: title}
}

func object(name string, fields ...ir.Field) *ir.Object {
	return &ir.Object{Header: header(name), Fields: fields}
}

func enum(name string, values ...string) *ir.Enum {
	e := &ir.Enum{Header: header(name), Of: ir.String}
	for _, v := range values {
		e.Values = append(e.Values, ir.EnumValue{Value: ir.StringValue(v)})
	}
	return e
}

func union(name string, types ...ir.Type) *ir.Union {
	return &ir.Union{Header: header(name), Variants: oneOf(types...).Variants}
}

func alias(name string, of ir.Type) *ir.Alias { return &ir.Alias{Header: header(name), Of: of} }

func opaque(name string) *ir.Opaque { return &ir.Opaque{Header: header(name), Reason: "a test"} }

func optional(name string, t ir.Type) ir.Field {
	return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: t}
}

func required(name string, t ir.Type, null ir.Null) ir.Field {
	return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: t, Required: true, Null: null}
}

func ref(name string) *ir.Ref { return &ir.Ref{ID: header(name).ID} }

func list(t ir.Type) *ir.List { return &ir.List{Elem: t} }

func dict(t ir.Type) *ir.Map { return &ir.Map{Elem: t} }

func literal(v ir.Value) *ir.Literal { return &ir.Literal{Value: v} }

func oneOf(types ...ir.Type) *ir.OneOf {
	u := &ir.OneOf{}
	for _, t := range types {
		u.Variants = append(u.Variants, ir.Variant{Type: t})
	}
	return u
}

// around returns a schema whose object components/Card has one member, of
// type t, beside models to which t may refer.
func around(dialect string, t ir.Type) *ir.Schema {
	return schema(dialect,
		object("components/Card", optional("value", t)),
		object("components/Person", optional("name", ir.String)),
		object("components/Company", optional("vat", ir.String)),
		enum("components/Only", "only"),
		enum("components/Color", "red", "blue"),
		enum("components/Colour", "blue", "red"),
		union("components/Owner", ref("components/Person"), ref("components/Company")),
		union("components/Nested", ref("components/Person"), list(ref("components/Nested"))),
		alias("components/Name", ir.String),
		opaque("components/Dark"),
	)
}

// member returns the type of the member that around made.
func member(t *testing.T, s *ir.Schema) ir.Type {
	t.Helper()
	for _, m := range s.Models {
		if o, ok := m.(*ir.Object); ok && o.Title == "Card" {
			return o.Fields[0].Type
		}
	}
	t.Fatal("no card")
	return nil
}
