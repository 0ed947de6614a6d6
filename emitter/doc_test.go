package emitter

import (
	"go/format"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestCommentForm writes comments of all kinds of blocks, in any order, and
// holds that gofmt leaves them as they are: nothing else would tell, since
// package layout takes comments as they come.
func TestCommentForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := plan.Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("A plan begins with a paragraph.")}}}
		doc = append(doc, rapid.SliceOfN(rapid.Custom(drawBlock), 1, 5).Draw(t, "doc")...)
		comment := commentText(doc, 60)
		code := "package p\n\n" + comment + "type T int\n"
		want, err := format.Source([]byte(code))
		if err != nil {
			t.Fatalf("%v\n%s", err, code)
		}
		if diff := cmp.Diff(string(want), code); diff != "" {
			t.Fatalf("%q: (-gofmt +emitted):\n%s", comment, diff)
		}
	})
}

func drawBlock(t *rapid.T) ir.Block {
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		return &ir.ListBlock{
			Ordered: rapid.Bool().Draw(t, "ordered"),
			Items:   rapid.SliceOfN(rapid.Custom(drawText), 1, 3).Draw(t, "items"),
		}
	case 1:
		return &ir.CodeBlock{Text: strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "code"), "")}
	}
	return &ir.Paragraph{Text: drawText(t)}
}

func drawText(t *rapid.T) []ir.Inline {
	var text []ir.Inline
	for range rapid.IntRange(1, 3).Draw(t, "length") {
		plain := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "text"), "")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			text = append(text, ir.Code(plain))
		case 1:
			text = append(text, ir.Link{Text: plain, URL: rapid.SampledFrom([]string{"https://a.b/c", "x", "", "a b"}).Draw(t, "url")})
		default:
			text = append(text, ir.Plain(plain))
		}
	}
	return text
}

// pieces are what means something in doc comments, or nearly does.
var pieces = []string{
	"word", "a long word that goes on", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u2003", "- ", "* ", "+ ", "1. ", "2) ", "# ", "#", ".", ":",
	"'", "''", "`", "``", "\"", "[", "]", "[x]", "[x]: ", "https://x.y", "+build x", "go:generate x", "line 1", "Deprecated: ", "TODO(x): ",
	"//", "/*", "*/", "\\", "é", "\U0001F600", "\x00", "\u202e", "=", "~", "|", "<a>", "&amp;",
}
