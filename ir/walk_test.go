package ir

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRefs finds references wherever a model can hold one, and stops when it
// is told to.
func TestRefs(t *testing.T) {
	ref := func(name string) *Ref { return &Ref{ID: ID{Name: name}} }
	models := []Model{
		&Object{Fields: []Field{{Type: ref("a")}, {Type: String}, {Type: &List{Elem: &Map{Elem: ref("b")}}}}, Additional: ref("c")},
		&Union{Variants: []Variant{{Type: ref("d")}, {Type: &OneOf{Variants: []Variant{{Type: ref("e")}, {Type: ref("f")}}}}}},
		&Alias{Of: ref("g")},
		&Enum{Of: String},
		&Opaque{},
	}
	var got []string
	for _, m := range models {
		for r := range Refs(m) {
			got = append(got, r.ID.Name)
		}
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "d", "e", "f", "g"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, m := range models[:3] {
		n := 0
		for range Refs(m) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%T: went on after the break: %d", m, n)
		}
	}
}
