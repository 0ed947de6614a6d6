package config

import (
	"errors"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/gotype"
	"github.com/docgen-go/docgen/internal/source"
)

// goKeys returns the keys that shape the Go.
func goKeys() []key[Package] {
	return []key[Package]{
		field("types", typeRules{}, func(p *Package) *[]plan.TypeRule { return &p.Go.Types },
			"[Go types of your choice](types.md#types-of-your-choice) for documented types, or for single fields").or("{}"),
		field("optional", optionalForm{}, func(p *Package) *optional { return (*optional)(&p.Go.Optional) },
			"what an [optional member](types.md#optional-members) of type `T` is").or("pointer"),
		field("nulls", words[bool]{
			{"nullable", false, "`Nullable[T]`, which is absent, null or a value"},
			{"pointer", true, "`*T`; a null is remembered in `Nulls`"},
		}, func(p *Package) *bool { return &p.Go.NullPointers }, "what a member of type `T` is that may be absent, and null").or("nullable"),
		field("numbers", words[bool]{
			{"float", false, "`int64` and `float64`"},
			{"exact", true, "`json.Number`, with the digits that arrived"},
		}, func(p *Package) *bool { return &p.Go.ExactNumbers }, "what integers and other numbers are").or("float"),
		field("additional-properties", words[plan.Properties]{
			{"always", plan.PropertiesAlways, "every model keeps them"},
			{"declared", plan.PropertiesDeclared, "models whose page has a row for such members keep them"},
			{"none", plan.PropertiesNone, "they are skipped"},
		}, func(p *Package) *plan.Properties { return &p.Go.Properties }, "what becomes of members that the page does not name").or("always"),
		field("enums", words[plan.Enums]{
			{"documented", plan.EnumsDocumented, "unless the page says that values may be added"},
			{"closed", plan.EnumsClosed, "always"},
			{"open", plan.EnumsOpen, "never"},
		}, func(p *Package) *plan.Enums { return &p.Go.Enums },
			"whether `Validate` reports a value of an enum that the page does not list").or("documented"),
		field("presence", words[bool]{
			{"strict", false, "it is"},
			{"lenient", true, "it is not"},
		}, func(p *Package) *bool { return &p.Go.Lenient }, "whether a required member that is missing is an error when decoding").or("strict"),
		field("tags", tagRules{}, func(p *Package) *[]plan.TagRule { return &p.Go.Tags },
			"[struct tags](types.md#struct-tags) beside the json tag, such as `{yaml: \"{{.Wire}}\"}`").or("{}"),
		field("getters", toggle{}, func(p *Package) *bool { return &p.Go.Getters },
			"methods `GetX` that return the field `X`, and that may be called on nil").or("false"),
		field("envelopes", toggle{}, func(p *Package) *bool { return &p.Go.Envelopes },
			"make models of response envelopes, too").or("false"),
		field("split", words[plan.Split]{
			{"model", plan.SplitModel, "a file for each model"},
			{"page", plan.SplitPage, "a file for each page"},
			{"single", plan.SplitSingle, "one file"},
		}, func(p *Package) *plan.Split { return &p.Go.Split }, "which files there are").or("model"),
		field("provenance", words[bool]{
			{"off", false, "they do not"},
			{"on", true, "comments end with the page and the line, such as `From docs/cards/models/card.md:14.`, and so do the errors of `Validate` and of decoding"},
		}, func(p *Package) *bool { return &p.Go.Provenance.On }, "whether doc comments and violations tell where they are from").or("off"),
		field("readme", words[bool]{
			{"on", false, "it has one"},
			{"off", true, "it has none"},
		}, func(p *Package) *bool { return &p.NoReadme }, "whether the package has a [README.md](generated-code.md#the-readme) that docgen writes").or("on"),
		field("target", goVersion{}, func(p *Package) *int { return &p.Go.Target },
			"the [version of Go](types.md#versions-of-go) that the package is for").orElse("that of the module's `go` line"),
	}
}

// tagRules is the form of a mapping from keys of struct tags to templates.
type tagRules struct{}

func (tagRules) entries() entries[string, plan.TagRule] {
	return entries[string, plan.TagRule]{of: text{"key", "keys"}, elem: text{"template", "templates"}}
}

func (tagRules) read(r *reader, n ast.Node) []plan.TagRule {
	var out []plan.TagRule
	for _, v := range r.values(n) {
		rule, err := plan.NewTagRule(keyOf(v), r.text(v.Value), r.span(v.Key.GetToken()))
		if err != nil {
			r.fail(v.Key, "%v", err)
		}
		out = append(out, rule)
	}
	return out
}

func (f tagRules) schema() *schema        { return f.entries().schema() }
func (f tagRules) label(many bool) string { return f.entries().label(many) }

// typeRules is the form of a mapping from documented types and fields to Go
// types.
type typeRules struct{}

func (typeRules) entries() entries[gotype.Type, plan.TypeRule] {
	return entries[gotype.Type, plan.TypeRule]{
		of: text{"documented type or field", "documented types and fields"}, elem: goType{},
		make: func(selector string, t gotype.Type, at source.Span) plan.TypeRule {
			return plan.TypeRule{For: selector, Type: t, Span: at}
		},
	}
}

func (f typeRules) read(r *reader, n ast.Node) []plan.TypeRule {
	known := plan.DocumentedTypes()
	for _, v := range r.values(n) {
		if name := keyOf(v); !strings.Contains(name, ".") && !slices.Contains(known, name) {
			r.fail(v.Key, "unknown type %q; %s; a single field is named as in components/card.Number",
				name, suggestion(name, "the documented types are", known))
		}
	}
	return f.entries().read(r, n)
}

func (f typeRules) schema() *schema        { return f.entries().schema() }
func (f typeRules) label(many bool) string { return f.entries().label(many) }

// goType is the form of a Go type with import paths.
type goType struct{}

func (goType) read(r *reader, n ast.Node) gotype.Type {
	t, err := gotype.Parse(r.text(n))
	var wrong *gotype.Error
	if errors.As(err, &wrong) {
		r.failInside(n, wrong.Offset, wrong.Message)
	}
	return t
}

func (goType) schema() *schema { return &schema{Type: "string"} }

func (goType) label(many bool) string {
	if many {
		return "Go types"
	}
	return "Go type"
}

// An optional is what the key of that name stands for.
type optional plan.Optional

// optionalForm is the form of what optional members are: a word, or a generic
// type.
type optionalForm struct{}

func (optionalForm) read(r *reader, n ast.Node) optional {
	switch word := r.text(n); word {
	case "pointer":
		return optional{}
	case "zero":
		return optional{Zero: true}
	}
	var t *gotype.Name
	ok := strings.Contains(r.text(n), ".")
	if ok {
		t, ok = goType{}.read(r, n).(*gotype.Name)
	}
	if !ok || t.Path == "" || len(t.Args) > 0 {
		r.fail(n, "pointer, zero or a generic type without arguments should stand here, such as github.com/x/opt.Option")
	}
	return optional{Wrapper: t}
}

func (optionalForm) schema() *schema { return &schema{Type: "string"} }

func (optionalForm) label(bool) string { return "`pointer`, `zero` or a generic Go type" }
