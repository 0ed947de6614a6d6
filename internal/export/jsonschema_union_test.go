package export_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/ir"
)

// TestSchemaOfAStatedDiscriminator holds that a union is exclusive only where
// the variants allow no more than the values that are stated for them, with a
// page or in place.
func TestSchemaOfAStatedDiscriminator(t *testing.T) {
	kind := func(values ...string) ir.Type {
		e := &ir.Enum{Header: ir.Header{ID: ir.ID{Name: "kind-" + strings.Join(values, "-")}}, Of: ir.String}
		for _, v := range values {
			e.Values = append(e.Values, ir.EnumValue{Value: ir.StringValue(v)})
		}
		return &ir.Ref{ID: e.ID, Model: e}
	}
	for name, tt := range map[string]struct {
		cat, dog ir.Type
		want     string
	}{
		"the very values": {kind("cat"), kind("dog"), `"oneOf":[{"$ref":"#/$defs/cat"},{"$ref":"#/$defs/dog"}],`},
		"shared values": {kind("cat", "dog"), kind("dog", "cat"),
			`"anyOf":[{"$ref":"#/$defs/cat"},{"$ref":"#/$defs/dog"}],"properties":{"kind":{"enum":["cat","dog"]}},`},
		"texts": {ir.String, ir.String,
			`"anyOf":[{"$ref":"#/$defs/cat"},{"$ref":"#/$defs/dog"}],"properties":{"kind":{"enum":["cat","dog"]}},`},
	} {
		cat, dog := animal("cat", tt.cat), animal("dog", tt.dog)
		of := ir.OneOf{
			Variants: []ir.Variant{{Name: "cat", Type: &ir.Ref{ID: cat.ID, Model: cat}}, {Name: "dog", Type: &ir.Ref{ID: dog.ID, Model: dog}}},
			Discriminator: &ir.Discriminator{Member: "kind", Stated: &ir.Statement{Name: "kind"},
				Values: []ir.DiscriminatorKey{{Value: `"cat"`, Variant: 0}, {Value: `"dog"`, Variant: 1}}},
		}
		want := tt.want + `"discriminator":{"propertyName":"kind","mapping":{"cat":"#/$defs/cat","dog":"#/$defs/dog"}}`
		union := &ir.Union{Header: ir.Header{ID: ir.ID{Name: "union"}}, Variants: of.Variants, Discriminator: of.Discriminator}
		place := &ir.Alias{Header: ir.Header{ID: ir.ID{Name: "place"}}, Of: &ir.List{Elem: &of}}
		s := &ir.Schema{Models: []ir.Model{cat, dog, union, place}}
		for _, v := range []ir.Type{tt.cat, tt.dog} {
			if ref, ok := v.(*ir.Ref); ok {
				s.Models = append(s.Models, ref.Model)
			}
		}
		if got := compact(t, []byte(jsonSchema(t, s, export.Options{}))); strings.Count(got, want) != 2 {
			t.Errorf("%s: want %s twice in\n%s", name, want, got)
		}
	}
}

// animal returns an object with a required kind.
func animal(name string, kind ir.Type) *ir.Object {
	return &ir.Object{Header: ir.Header{ID: ir.ID{Name: name}}, Fields: []ir.Field{
		{Name: "kind", Wire: ir.Wire{Name: "kind"}, Type: kind, Required: true, Null: ir.NullNo},
	}}
}
