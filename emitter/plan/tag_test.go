package plan

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// TestTagsOfAllFields holds that a template which fails for some field is an
// error before anything is planned.
func TestTagsOfAllFields(t *testing.T) {
	r, err := NewTagRule("yaml", `{{slice .Wire 0 2}}`, source.Span{})
	if err != nil {
		t.Fatal(err)
	}
	field := func(name string) ir.Field { return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: ir.String} }
	for name, want := range map[string]string{
		"id": "", "i": `the tag "yaml" of card.i: template:`, `a"b`: `"a\"" is no value for a struct tag: it holds '"'`,
	} {
		object := &ir.Object{Header: ir.Header{ID: ir.ID{Name: "card"}}, Fields: []ir.Field{field(name)}}
		err := Options{Tags: []TagRule{r}}.Check(&ir.Schema{Models: []ir.Model{object}})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
