package wire

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/consensus"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// otherNames are the members that pages in other languages have for those of
// a schema.
type otherNames struct {
	fields map[memberKey][]otherName
}

type memberKey struct {
	model ir.ID
	field string // its letters and digits
}

type otherName struct {
	tree *ir.Tree
	ir.Field
}

// namesOf joins the members of s with those of other schemas, which are named
// already.
func namesOf(s *ir.Schema, also []*ir.Schema) *otherNames {
	o := &otherNames{fields: map[memberKey][]otherName{}}
	for _, other := range also {
		for _, pair := range consensus.Objects(s, other) {
			a, b := pair[0], pair[1]
			for _, f := range b.Fields {
				key := memberKey{a.ID, naming.Fold(f.Name)}
				o.fields[key] = append(o.fields[key], otherName{b.Tree, f})
			}
		}
	}
	return o
}

// of returns the members that others have for f.
func (o *otherNames) of(m *ir.Object, f *ir.Field) []otherName {
	if len(o.fields) == 0 {
		return nil
	}
	return o.fields[memberKey{m.ID, naming.Fold(f.Name)}]
}

// confirmed returns the name that all pages agree on which have evidence.
func (o *otherNames) confirmed(m *ir.Object, f *ir.Field) (name, why string, ok bool) {
	for _, other := range o.of(m, f) {
		if other.Wire.Evidence != ir.Confirmed {
			continue
		}
		if name != "" && name != other.Wire.Name {
			return "", "", false
		}
		name, why = other.Wire.Name, fmt.Sprintf("%s (%s)", other.Wire.Why, other.Span.Position())
	}
	return name, why, name != ""
}

// spelled returns the name as pages print it whose language writes names in
// style: these keep the borders of words that others lose.
func (o *otherNames) spelled(m *ir.Object, f *ir.Field, style Style) (string, bool) {
	for _, other := range o.of(m, f) {
		if other.tree != nil && native(other.tree.Case) == style {
			return printedName(other.tree, m, other.Name), true
		}
	}
	return "", false
}
