package discriminator_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/ir"
)

// object returns an object with one member, of a type, an example and a title.
func object(title, member string, t ir.Type, required bool, example string) *ir.Object {
	o := &ir.Object{Header: ir.Header{ID: ir.ID{Name: title}, Title: title}}
	f := ir.Field{Name: member, Wire: ir.Wire{Name: member}, Type: t, Required: required}
	if example != "" {
		f.Examples = []ir.Example{{Text: example}}
	}
	o.Fields = []ir.Field{f}
	return o
}

func constant(text string) ir.Type { return &ir.Literal{Value: ir.StringValue(text)} }

func TestInfer(t *testing.T) {
	for name, tt := range map[string]struct {
		a, b *ir.Object
		want string // the member; empty for none
	}{
		"constants":               {object("A", "kind", constant("a"), true, ""), object("B", "kind", constant("b"), true, ""), "kind"},
		"optional constants":      {object("A", "kind", constant("a"), false, ""), object("B", "kind", constant("b"), false, ""), "kind"},
		"one constant for both":   {object("A", "kind", constant("a"), true, ""), object("B", "kind", constant("a"), true, ""), ""},
		"another member":          {object("A", "kind", constant("a"), true, ""), object("B", "type", constant("b"), true, ""), ""},
		"texts":                   {object("A", "kind", ir.String, true, ""), object("B", "kind", ir.String, true, ""), ""},
		"examples that are names": {object("StormWarning", "kind", ir.String, true, "storm_warning"), object("CalmSea", "kind", ir.String, true, "calm-sea"), "kind"},
		"examples of another":     {object("StormWarning", "kind", ir.String, true, "calm_sea"), object("CalmSea", "kind", ir.String, true, "storm"), ""},
		"the example of one only": {object("StormWarning", "kind", ir.String, true, "storm_warning"), object("CalmSea", "kind", ir.String, true, ""), ""},
	} {
		t.Run(name, func(t *testing.T) {
			u := &ir.Union{Header: ir.Header{ID: ir.ID{Name: "u"}}, Variants: []ir.Variant{
				{Name: tt.a.Title, Type: &ir.Ref{ID: tt.a.ID, Model: tt.a}},
				{Name: tt.b.Title, Type: &ir.Ref{ID: tt.b.ID, Model: tt.b}},
			}}
			discriminator.Infer(&ir.Schema{Models: []ir.Model{tt.a, tt.b, u}})
			got := ""
			if u.Discriminator != nil {
				got = u.Discriminator.Member
				if u.Discriminator.Evidence == "" {
					t.Error("nothing says why")
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
