package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// exampleMark stands before each of several examples in one cell.
var exampleMark = regexp.MustCompile(`(?:^|<br/>)\*\*Example \d+:\*\* ?`)

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
	marks := [][]int{{0, 0}}
	if strings.HasPrefix(text, "**Example 1:**") {
		marks = exampleMark.FindAllStringIndex(text, -1)
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
