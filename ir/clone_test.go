package ir

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestClone changes all of a copy that is decided after parsing, and holds that
// the original is as it was.
func TestClone(t *testing.T) {
	for _, m := range []Model{
		&Object{
			Header: Header{ID: ID{Name: "a"}},
			Fields: []Field{
				{Name: "list", Type: &List{Elem: &Ref{ID: ID{Name: "b"}}}},
				{Name: "union", Type: &OneOf{Variants: []Variant{{Type: &Ref{ID: ID{Name: "b"}}}}, Discriminator: &Discriminator{Values: []DiscriminatorKey{{Value: "1"}}}}},
				{Name: "time", Type: &Time{Format: Date}},
			},
			Additional: &Map{Elem: &Ref{ID: ID{Name: "c"}}},
		},
		&Union{Variants: []Variant{{Type: &List{Elem: String}}}, Discriminator: &Discriminator{Values: []DiscriminatorKey{{Value: "1"}}}},
		&Alias{Of: &Ref{ID: ID{Name: "b"}}},
		&Enum{Of: String, Values: []EnumValue{{Value: `"x"`}}},
		&Opaque{Reason: "why"},
	} {
		want := Clone(m)
		if diff := cmp.Diff(m, want); diff != "" {
			t.Errorf("%T: (-original +copy):\n%s", m, diff)
		}
		spoil(Clone(m))
		if diff := cmp.Diff(want, m); diff != "" {
			t.Errorf("%T: a change of the copy changes it (-before +after):\n%s", m, diff)
		}
	}
}

// spoil changes all that is decided after parsing.
func spoil(m Model) {
	m.Head().Role, m.Head().Tree = RoleError, &Tree{}
	for t := range Types(m) {
		Walk(t, func(t Type) {
			switch t := t.(type) {
			case *Ref:
				t.Model = m
			case *OneOf:
				t.Discriminator.Values[0].Value = "2"
				t.Discriminator.Member = "spoilt"
			case *List:
				t.Null = NullYes
			case *Map:
				t.Null = NullYes
			}
		})
	}
	switch m := m.(type) {
	case *Object:
		for i := range m.Fields {
			m.Fields[i].Wire.Name, m.Fields[i].Type = "spoilt", Any
		}
	case *Union:
		m.Variants[0].Type = Any
		m.Discriminator.Values[0].Value = "2"
	case *Enum:
		m.Values[0].Doc = Doc{[]Block{&CodeBlock{"spoilt"}}}
	case *Alias:
		m.Of = Any
	case *Opaque:
		m.Reason = "spoilt"
	}
}
