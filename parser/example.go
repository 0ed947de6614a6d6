package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// exampleMark stands before each of several examples in one cell: the name
// that its author gave it, or a number.
var exampleMark = regexp.MustCompile(`(?:^|<br/>)\*\*[^*<>]+:\*\* ?`)

// printedNull is what generators print for an example that is null.
const printedNull = "<nil>"

// examples returns the examples in r. Their line breaks are written <br/>, and
// their indentation is lost.
func (b *builder) examples(r row) []ir.Example {
	c := r.cell(columnExample)
	if c.empty() {
		return nil
	}
	text := b.page.text(c)
	var marks [][]int
	if strings.HasPrefix(text, "**") {
		marks = exampleMark.FindAllStringIndex(text, -1)
	}
	if len(marks) < 2 || marks[0][0] > 0 { // one example bears no mark
		marks = [][]int{{0, 0}}
	}
	var out []ir.Example
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		value := strings.ReplaceAll(unescapeCell(text[m[1]:end]), "<br/>", "\n")
		if value == printedNull {
			value = "null"
		}
		out = append(out, ir.Example{Text: value, Span: b.page.span(cell{c.start + m[1], c.start + end})})
	}
	return out
}
