package config

import (
	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/suppress"
)

// suppressKeys returns the key that says which diagnostics are not shown.
func suppressKeys() []key[Package] {
	return []key[Package]{
		field("suppress", list[suppress.Rule]{rule{}}, func(p *Package) *[]suppress.Rule { return &p.Suppress },
			"[diagnostics that are not shown](#suppressing-diagnostics), each a mapping").or("[]").ofPages(),
	}
}

// rule is the form of an entry of suppress.
type rule struct{}

func (rule) mapping() mapping[suppress.Rule] {
	return mapping[suppress.Rule]{"entry of suppress", []key[suppress.Rule]{
		field("code", warningCode{}, func(s *suppress.Rule) *diag.Code { return &s.Code }, "the code of a warning or a note").
			must(", such as DG0104"),
		field("at", glob{}, func(s *suppress.Rule) *closure.Pattern { return &s.At },
			"a glob for the selectors or the pages that it is suppressed at").orElse("everywhere"),
	}}
}

func (f rule) read(r *reader, n ast.Node) suppress.Rule {
	out := f.mapping().read(r, n)
	out.Span = r.span(firstToken(n))
	return out
}

func (f rule) schema() *schema           { return f.mapping().schema() }
func (f rule) label(many bool) string    { return f.mapping().label(many) }
func (f rule) rows(prefix string) string { return f.mapping().rows(prefix) }

// warningCode is the form of the code of a diagnostic that is no error.
type warningCode struct{}

func (warningCode) read(r *reader, n ast.Node) diag.Code {
	code := diag.Code(r.text(n))
	entry, ok := diag.Lookup(code)
	switch {
	case r.err != nil:
	case !ok:
		r.fail(n, "there is no diagnostic %q: codes are like DG0104", code)
	case entry.Severity == diag.Error:
		r.fail(n, "%s is an error, and errors cannot be suppressed", code)
	case code == "DG0514":
		r.fail(n, "%s speaks of this list: correct the list", code)
	}
	return code
}

func (warningCode) schema() *schema { return &schema{Type: "string"} }

func (warningCode) label(many bool) string {
	if many {
		return "codes"
	}
	return "code"
}
