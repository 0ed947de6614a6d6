// Package explain tells why a declaration of a generated package is as it is:
// where it stands in the pages, what was decided, for which reason, and which
// key of docgen.yaml decides otherwise.
package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Package is what there is to explain: a schema, what its models are called,
// and the Go that it becomes.
type Package struct {
	Schema *ir.Schema
	Names  map[ir.ID]string
	Plan   *plan.Package
}

// An Explanation is of one type, field or constant.
type Explanation struct {
	Name      string      // in Go, such as "Card.ExpiresAt"
	Place     source.Span // the row, or the title of the page
	Decisions []Decision
}

// A Decision is one thing that could be otherwise.
type Decision struct {
	What string // such as "type"
	Is   string // such as "*DateTime"
	Why  string
	Key  string // what docgen.yaml could say; empty where it has no say
}

// Explain explains what a selector names: a type or, behind a dot, a field or a
// constant of one. Types go by their names in Go or on the pages, members by
// their names in Go, in JSON or on the pages. The error suggests what else may
// be meant.
func (p Package) Explain(selector string) (*Explanation, error) {
	owner, member, hasMember := p.split(selector)
	m := p.model(owner)
	if m == nil {
		return nil, unknown("type", owner, p.typeNames())
	}
	if !hasMember {
		return p.explainModel(m), nil
	}
	switch m := m.(type) {
	case *ir.Object:
		for i := range m.Fields {
			if f := &m.Fields[i]; p.isField(m, f, member) {
				return p.explainField(m, f), nil
			}
		}
		return nil, unknown("member of "+owner, member, p.fieldNames(m))
	case *ir.Enum:
		for i := range m.Values {
			if v := &m.Values[i]; v.Name == member || v.Value.Text() == member || p.constName(m, *v) == member {
				return p.explainValue(m, v), nil
			}
		}
		return nil, unknown("value of "+owner, member, p.valueNames(m))
	}
	return nil, fmt.Errorf("%s has no members of its own", owner)
}

// split parts a selector. The name of a model on the pages may hold dots.
func (p Package) split(selector string) (owner, member string, hasMember bool) {
	if p.model(selector) != nil {
		return selector, "", false
	}
	for i, c := range selector {
		if c == '.' && p.model(selector[:i]) != nil {
			owner, member, hasMember = selector[:i], selector[i+1:], true
		}
	}
	if !hasMember {
		owner, member, hasMember = strings.Cut(selector, ".")
	}
	return owner, member, hasMember
}

// model returns the model that a name means, if it is part of the package.
func (p Package) model(name string) ir.Model {
	var found ir.Model
	for _, m := range p.Schema.Models {
		id := m.Head().ID
		goName, ok := p.Names[id]
		switch {
		case !ok:
		case goName == name:
			return m
		case found == nil && (id.String() == name || id.Name == name || m.Head().Title == name):
			found = m
		}
	}
	return found
}

func (p Package) typeNames() []string {
	var names []string
	for _, name := range p.Names {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// decl returns the declaration of a model.
func (p Package) decl(m ir.Model) (d plan.Decl, file string) {
	name := p.Names[m.Head().ID]
	for _, f := range p.Plan.Files {
		for _, d := range f.Decls {
			if d.TypeName() == name {
				return d, f.Name
			}
		}
	}
	return nil, ""
}

// An UnknownError says that there is nothing of a name.
type UnknownError struct {
	What, Name string // such as "type" and "Cards"
	Near       string // what may be meant; may be empty
}

// Error names what there is not, and what may be meant.
func (e *UnknownError) Error() string {
	text := fmt.Sprintf("there is no %s called %s", e.What, e.Name)
	if e.Near != "" {
		text += "; did you mean " + e.Near + "?"
	}
	return text
}

func unknown(what, name string, known []string) error {
	return &UnknownError{what, name, naming.Nearest(name, known)}
}
