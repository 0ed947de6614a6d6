package config

import (
	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/internal/closure"
)

// choiceKeys returns the keys that say which models become Go.
func choiceKeys() []key[Package] {
	return []key[Package]{
		field("include", list[closure.Pattern]{glob{}}, func(p *Package) *[]closure.Pattern { return &p.Include },
			"the [models that are wanted](#choosing-models), with all that they need").orElse("all models").ofPages(),
		field("exclude", list[closure.Pattern]{glob{}}, func(p *Package) *[]closure.Pattern { return &p.Exclude },
			"the models of those that are not wanted").or("[]").ofPages(),
	}
}

// glob is the form of a pattern that matches models.
type glob struct{}

func (glob) read(r *reader, n ast.Node) closure.Pattern {
	text := r.text(n)
	if !closure.IsGlob(text) && r.err == nil {
		r.fail(n, "the pattern %q makes no sense: * and ? stand for letters, [ab] and {card,payment} for one of several", text)
	}
	return closure.Pattern{Glob: text, Span: r.span(n.GetToken())}
}

func (glob) schema() *schema { return &schema{Type: "string"} }

func (glob) label(many bool) string {
	if many {
		return "globs"
	}
	return "glob"
}
