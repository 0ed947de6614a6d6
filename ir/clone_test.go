package ir

import (
	"reflect"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
)

// TestClone changes all of a copy that is decided after parsing, and holds that
// the original is as it was.
func TestClone(t *testing.T) {
	file := source.NewFile("a.md", []byte("text"))
	for i, m := range full(file) {
		want := full(file)[i]
		c := Clone(m)
		if !reflect.DeepEqual(want, c) {
			t.Errorf("%T: the copy is another one", m)
		}
		spoil(c)
		if reflect.DeepEqual(want, c) {
			t.Errorf("%T: nothing was changed", m)
		}
		if !reflect.DeepEqual(want, m) {
			t.Errorf("%T: a change of the copy changes it", m)
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
				t.Variants[0].Type = Any
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
