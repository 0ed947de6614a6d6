package parser

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
)

// The limits of what is given to the markdown parser, which takes quadratic
// time for marks that open and never close, and cubic time for lists in lists.
const (
	maxMarks  = 3_000  // of one kind, in a paragraph or a row of a table
	maxFenced = 20_000 // of one kind, in lines of code without an empty one
	maxIndent = 500    // columns in front of a list item
)

// marks are what opens and may never close.
const marks = "[*_<"

// intricate returns the offset of the line that goes beyond the limits, or -1.
func intricate(src []byte) int {
	var count [len(marks)]int
	fence := byte(0)
	for at := 0; at < len(src); {
		line := src[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		text := bytes.TrimLeft(line, " \t>")
		if begins(text, fence) {
			count = [len(marks)]int{}
		}
		most := maxMarks
		if fence != 0 {
			most = maxFenced
		}
		for i := range count {
			if count[i] += bytes.Count(line, []byte(marks[i:i+1])); count[i] > most {
				return at
			}
		}
		if len(line)-len(text) > maxIndent && fence == 0 && isItem(text) {
			return at
		}
		fence = fenceAfter(line, fence)
		at += len(line)
	}
	return -1
}

// begins reports whether a line is not part of the paragraph before it.
func begins(text []byte, fence byte) bool {
	switch {
	case len(bytes.TrimSpace(text)) == 0:
		return true
	case fence != 0:
		return false
	}
	return bytes.IndexByte(text, '|') >= 0 || text[0] == '#' || isItem(text)
}

// isItem reports whether text begins a list item.
func isItem(text []byte) bool {
	text = bytes.TrimLeft(text, "0123456789")
	return len(text) > 1 && bytes.IndexByte([]byte("-*+.)"), text[0]) >= 0 && (text[1] == ' ' || text[1] == '\t')
}

// fenceAfter returns the character of the code fence that is open behind a
// line, or 0.
func fenceAfter(line []byte, open byte) byte {
	text := strings.TrimLeft(string(line[:min(len(line), 8)]), " ")
	for _, c := range []byte("`~") {
		if strings.HasPrefix(text, strings.Repeat(string(c), 3)) && (open == 0 || open == c) {
			return c ^ open
		}
	}
	return open
}

// readablePart returns the part of a page before the line that is too much.
func readablePart(f *source.File, src []byte, diags diag.List) ([]byte, diag.List) {
	at := intricate(src)
	if at < 0 {
		return src, diags
	}
	diags.Add(diag.Diagnostic{
		Code: "DG0115", Span: f.Span(at, at+1),
		Message: fmt.Sprintf("the page is too intricate to be read from here on: more than %d brackets, stars, underscores or tags"+
			" in one paragraph or row, or lists indented by more than %d columns", maxMarks, maxIndent),
		Help: "split the paragraph, or leave the page out",
	})
	return src[:at], diags
}
