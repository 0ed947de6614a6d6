package breaking_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/source"
)

// TestMarkdownFitsAComment holds that tables end somewhere, that what is gone
// stands under its revision, and that no text leaves its cell.
func TestMarkdownFitsAComment(t *testing.T) {
	removed, ok := breaking.Lookup("field-removed")
	if !ok {
		t.Fatal("no such rule")
	}
	page := source.NewFile("docs/a b.md", []byte("# T\n\nx"))
	r := &breaking.Report{}
	for i := range 150 {
		r.Changes = append(r.Changes, breaking.Change{
			Rule: removed, Bump: removed.Bump, Subject: fmt.Sprintf("T.F%d|`<b>`", i), What: "*removed*|", Hint: "a_b & [c]",
			Old: page.Span(5, 6),
		})
	}
	r.Changes[1].New = page.Span(0, 1)
	var b strings.Builder
	if err := (breaking.Markdown{Versions: breaking.Versions{Old: "v1:"}}).Render(&b, r); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		"| Go | 150 | 0 |\n",
		"| v1:docs/a b.md:3 | T.F0\\|\\`&lt;b&gt;\\`: \\*removed\\*\\|<br>a\\_b &amp; \\[c\\] | Go: breaking: ",
		"| [a b.md:1](docs/a%20b.md#L1) | T.F1",
		"\nand 50 more\n",
	} {
		if !strings.Contains(b.String(), part) {
			t.Errorf("lacks %q:\n%.1500s", part, b.String())
		}
	}
	if strings.Contains(b.String(), "T.F100") {
		t.Error("row 101 is there")
	}
}
