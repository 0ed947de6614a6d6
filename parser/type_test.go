package parser

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A sample is a type as a page prints it, and as the schema shows it.
type sample struct{ printed, shown string }

// drawType draws a type of the later Python generation.
func drawType(t *rapid.T, depth int) sample {
	leaves := []sample{
		{"*str*", "string"}, {"*int*", "int64"}, {"*float*", "float64"}, {"*bool*", "boolean"},
		{"*bytes*", "bytes"}, {"*Any*", "any"}, {`*Literal["a, [b]"]*`, `"a, [b]"`}, {"*Literal[False]*", "false"},
		{"*Union[Literal[4], UnrecognizedInt]*", "open 4"},
		{"[components.Book](../../models/components/book.md)", "&components/book"},
		{"[date](https://docs.python.org/3/#date-objects)", "date-time (uncertain)"},
	}
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom(leaves).Draw(t, "type")
	}
	elem := drawType(t, depth-1)
	mark := ""
	switch {
	case strings.HasPrefix(elem.printed, "List") || strings.HasPrefix(elem.printed, "Dict") ||
		strings.HasPrefix(elem.printed, "[date") || elem.shown == "any":
		mark = "?"
	case rapid.Bool().Draw(t, "null"):
		elem.printed, mark = wear("Nullable", elem.printed), " or null"
	}
	if rapid.Bool().Draw(t, "map") {
		return sample{"Dict[str, " + elem.printed + "]", "map<" + elem.shown + mark + ">"}
	}
	return sample{"List[" + elem.printed + "]", "list<" + elem.shown + mark + ">"}
}

// wear puts a wrapper around a type, inside its emphasis or its link.
func wear(wrapper, printed string) string {
	if label, target, ok := strings.Cut(strings.TrimPrefix(printed, "["), "]("); ok {
		return fmt.Sprintf("[%s[%s]](%s", wrapper, label, target)
	}
	return fmt.Sprintf("*%s[%s]*", wrapper, strings.Trim(printed, "*"))
}

// TestTypeGrammar prints types and reads them back.
func TestTypeGrammar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { readBack(t, python2026, drawType(t, 4)) })
}

// readBack reads a type of a page in a tree that has one model, Book.
func readBack(t *rapid.T, d dialect, want sample) {
	src := []byte(want.printed)
	tr := &tree{dialect: d, byTitle: map[ir.ID]*modelPage{}, byKey: map[ir.ID]*modelPage{}, namespaces: map[string]string{}}
	book := &modelPage{
		page: &page{title: "Book", file: source.NewFile("models/components/book.md", nil)},
		tree: tr, id: ir.ID{Namespace: "components", Name: "book"},
	}
	ix := &index{pages: map[string]*modelPage{}, folded: map[string]*modelPage{}}
	ix.add(book, book.id)
	p := &modelPage{page: &page{file: source.NewFile("models/components/p.md", src), src: src}, tree: tr}
	b := newBuilder(p, ix)
	e := b.typeAt(cell{0, len(src)})
	if got := ir.TypeText(e.typ); got != want.shown || len(b.diags) > 0 {
		t.Errorf("%s: got %s, want %s; %v", want.printed, got, want.shown, b.diags)
	}
}
