package config

import (
	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
)

// nameKeys returns the keys that say what things are called in Go.
func nameKeys() []key[Package] {
	return []key[Package]{
		field("rename", renames, func(p *Package) *[]plan.Rename { return &p.Go.Renames },
			"names in Go: of a model (`components/card`), a member (`components/card.expires_at`), a value of an enum "+
				"(`components/status.ACTIVE`) or a generated file (`card.go`)").or("{}").ofPages(),
		field("initialisms", initialisms, func(p *Package) *naming.Initialisms { return &p.Go.Initialisms },
			"the words that names have in capitals").or("{add: [], remove: []}"),
	}
}

var renames = entries[string, plan.Rename]{
	of: text{"selector", "selectors"}, elem: text{"name", "names"},
	make: func(selector, name string, at source.Span) plan.Rename {
		return plan.Rename{Selector: selector, Name: name, Span: at}
	},
}

var initialisms = mapping[naming.Initialisms]{"mapping of initialisms", []key[naming.Initialisms]{
	field[naming.Initialisms, []string]("add", list[string]{initialism{}},
		func(s *naming.Initialisms) *[]string { return &s.Add }, "words beside those that are usual in Go").or("[]"),
	field[naming.Initialisms, []string]("remove", list[string]{initialism{usual: true}},
		func(s *naming.Initialisms) *[]string { return &s.Remove }, "words of those that are usual in Go which are not written so").or("[]"),
}}

// initialism is the form of a word that is written in capitals.
type initialism struct{ usual bool }

func (i initialism) read(r *reader, n ast.Node) string {
	word := r.text(n)
	switch {
	case !naming.IsWord(word):
		r.fail(n, "%q is no word: begin with a letter, and go on with letters and digits", word)
	case i.usual && !naming.IsUsual(word):
		r.fail(n, "%q is none of the usual initialisms, so there is nothing to remove", word)
	}
	return word
}

func (initialism) schema() *schema { return &schema{Type: "string"} }

func (initialism) label(many bool) string {
	if many {
		return "words"
	}
	return "word"
}
