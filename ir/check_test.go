package ir

import (
	"slices"
	"strings"
	"testing"
)

// TestCheck breaks a sound schema in one way at a time.
func TestCheck(t *testing.T) {
	sound := func() *Schema {
		book := &Object{Header: Header{ID: ID{"c", "book"}, Title: "Book"}}
		side := &Enum{Header: Header{ID: ID{"c", "side"}, Title: "Side"}, Of: Int64, Values: []EnumValue{{Value: "1"}}}
		book.Fields = []Field{{Name: "side", Wire: Wire{Name: "side"}, Type: &Ref{ID: side.ID, Model: side}}}
		medium := &Union{Header: Header{ID: ID{"c", "medium"}, Title: "Medium"}, Variants: []Variant{{Type: String}, {Type: &List{Elem: Any}}}}
		title := &Alias{Header: Header{ID: ID{"c", "title"}, Title: "Title"}, Of: &Map{Elem: String}}
		return &Schema{Models: []Model{book, medium, side, title}, Skipped: []Skipped{{File: "a"}, {File: "b"}}}
	}
	if err := sound().Check(); err != nil {
		t.Fatalf("a sound schema: %v", err)
	}
	book := func(s *Schema) *Object { return s.Models[0].(*Object) }
	medium := func(s *Schema) *Union { return s.Models[1].(*Union) }
	side := func(s *Schema) *Enum { return s.Models[2].(*Enum) }
	for name, tt := range map[string]struct {
		harm func(*Schema)
		want string
	}{
		"models out of order":   {func(s *Schema) { slices.Reverse(s.Models) }, "not in order"},
		"a model twice":         {func(s *Schema) { s.Models = append(s.Models, s.Models[3]) }, "not in order, or twice"},
		"skipped out of order":  {func(s *Schema) { slices.Reverse(s.Skipped) }, "skipped a: not in order"},
		"no name":               {func(s *Schema) { book(s).ID.Name = "" }, "no name"},
		"opaque, no reason":     {func(s *Schema) { s.Models = append(s.Models, &Opaque{Header: Header{ID: ID{"d", "x"}}}) }, "without a reason"},
		"no JSON name":          {func(s *Schema) { book(s).Fields[0].Wire.Name = "" }, "without a name"},
		"JSON name not UTF-8":   {func(s *Schema) { book(s).Fields[0].Wire.Name = "\xff" }, "not UTF-8"},
		"role out of range":     {func(s *Schema) { book(s).Role = 9 }, "role 9"},
		"evidence out of range": {func(s *Schema) { book(s).Fields[0].Wire.Evidence = -1 }, "evidence -1"},
		"null out of range":     {func(s *Schema) { book(s).Fields[0].Null = 7 }, "null 7"},
		"no type":               {func(s *Schema) { book(s).Fields[0].Type = nil }, "no type"},
		"no type inside":        {func(s *Schema) { book(s).Additional = &List{} }, "no type"},
		"unknown primitive":     {func(s *Schema) { book(s).Additional = Prim(99) }, "primitive type 99"},
		"unknown time":          {func(s *Schema) { book(s).Additional = &Time{} }, "time format 0"},
		"constant not JSON":     {func(s *Schema) { book(s).Additional = &Literal{Value: "left"} }, "not JSON"},
		"small union in place":  {func(s *Schema) { book(s).Additional = &OneOf{} }, "a union of 0 in place"},
		"reference unresolved":  {func(s *Schema) { book(s).Additional = &Ref{ID: ID{"c", "side"}} }, "not resolved"},
		"reference leads out":   {func(s *Schema) { book(s).Additional = &Ref{ID: ID{"c", "side"}, Model: &Enum{}} }, "out of the schema"},
		"enum of lists":         {func(s *Schema) { side(s).Of = &List{Elem: String} }, "an enum of list"},
		"value of another kind": {func(s *Schema) { side(s).Of = String }, "value 1 in an enum of string"},
		"union of one":          {func(s *Schema) { medium(s).Variants = medium(s).Variants[:1] }, "a union of 1"},
		"variant out of range": {func(s *Schema) {
			medium(s).Discriminator = &Discriminator{Values: []DiscriminatorKey{{Value: "1", Variant: 2}}}
		}, "leads to variant 2"},
		"value of two variants": {func(s *Schema) {
			medium(s).Discriminator = &Discriminator{Values: []DiscriminatorKey{{"1", 0}, {"1", 1}}}
		}, "leads to two variants"},
		"stated without a name": {func(s *Schema) { medium(s).Discriminator = &Discriminator{Stated: &Statement{}} }, "stated without a name"},
		"variant out of range in place": {func(s *Schema) {
			keys := []DiscriminatorKey{{"1", 2}}
			book(s).Additional = &OneOf{Variants: medium(s).Variants[:2], Discriminator: &Discriminator{Values: keys}}
		}, "leads to variant 2"},
		"alias of itself": {func(s *Schema) {
			title := s.Models[3].(*Alias)
			title.Of = &List{Elem: &Ref{ID: title.ID, Model: title}}
		}, "an alias of itself"},
	} {
		s := sound()
		tt.harm(s)
		if err := s.Check(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", name, err, tt.want)
		}
	}
}
