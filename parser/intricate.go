package parser

import (
	"bytes"
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
)

// The limits of what is given to the markdown parser, which takes quadratic
// time for marks that open and never close, and cubic time for lists in lists.
// At the limits it takes less than a second.
const (
	maxMarks  = 10_000 // of one kind, in a paragraph or a row of a table
	maxFenced = 20_000 // of one kind, in lines of code without an empty one
	maxIndent = 500    // columns in front of a list item
)

// marks are what opens and may never close.
const marks = "[*_<"

// An extent walks over the lines of a page and counts the marks of what the
// markdown parser will look at as a whole. Where it is not sure that something
// begins anew, it goes on counting.
type extent struct {
	count  [len(marks)]int
	before []byte // the line before, without what stands in front of its text
	fence  []byte // that the code that is open began with; nil for none
	table  bool
	indent int // of the list item before; -1 for none
}

// intricate returns the offset of the line that goes beyond the limits, or -1.
func intricate(src []byte) int {
	if len(src) <= maxMarks { // too short for so many marks, and for a list that deep
		return -1
	}
	e := extent{indent: -1}
	for at := 0; at < len(src); {
		line := src[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		if e.exceeds(line) {
			return at
		}
		at += len(line)
	}
	return -1
}

// exceeds takes in a line.
func (e *extent) exceeds(line []byte) bool {
	text := bytes.TrimRight(bytes.TrimLeft(line, " \t>"), " \t\r\n")
	indent := len(line) - len(bytes.TrimLeft(line, " \t>"))
	switch {
	case len(text) == 0:
		e.count, e.table = [len(marks)]int{}, false
	case e.fence != nil:
	case e.table, isHeading(text):
		e.count = [len(marks)]int{}
	case isItem(text) && indent <= e.indent+4:
		e.count, e.indent = [len(marks)]int{}, indent
		if indent > maxIndent {
			return true
		}
	}
	most := maxMarks
	if e.fence != nil {
		most = maxFenced
	}
	for i := range e.count {
		if e.count[i] += bytes.Count(line, []byte(marks[i:i+1])); e.count[i] > most {
			return true
		}
	}
	e.follow(text, indent)
	return false
}

// follow notes what a line begins or ends.
func (e *extent) follow(text []byte, indent int) {
	switch {
	case e.fence != nil:
		if bytes.HasPrefix(text, e.fence) && len(bytes.Trim(text, string(e.fence[:1]))) == 0 {
			e.fence = nil
		}
	case indent < 4 && fenceOf(text) != nil:
		e.fence = fenceOf(text)
	case len(text) > 0 && cells(text) > 1 && len(bytes.Trim(text, "|:- \t")) == 0 && cells(text) == cells(e.before):
		e.table = true
	case len(e.before) == 0 && len(text) > 0 && indent == 0 && !isItem(text):
		e.indent = -1
	}
	e.before = text
}

// fenceOf returns the code fence that text opens (CommonMark 0.31, section
// 4.5), or nil.
func fenceOf(text []byte) []byte {
	if len(text) == 0 || text[0] != '`' && text[0] != '~' {
		return nil
	}
	fence := text[:len(text)-len(bytes.TrimLeft(text, string(text[:1])))]
	if len(fence) < 3 || fence[0] == '`' && bytes.IndexByte(text[len(fence):], '`') >= 0 {
		return nil
	}
	return fence
}

// cells returns how many cells a row of a table has (GFM, section 4.10).
func cells(text []byte) int {
	text = bytes.TrimSuffix(bytes.TrimPrefix(text, []byte("|")), []byte("|"))
	return bytes.Count(text, []byte("|")) - bytes.Count(text, []byte(`\|`)) + 1
}

// isHeading reports whether text is an ATX heading.
func isHeading(text []byte) bool {
	rest := bytes.TrimLeft(text, "#")
	level := len(text) - len(rest)
	return level > 0 && level <= 6 && (len(rest) == 0 || rest[0] == ' ' || rest[0] == '\t')
}

// isItem reports whether text begins a list item that ends the paragraph before
// it: with a bullet, or with the number one.
func isItem(text []byte) bool {
	for _, marker := range []string{"-", "*", "+", "1.", "1)"} {
		rest, ok := bytes.CutPrefix(text, []byte(marker))
		if ok && len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
			return true
		}
	}
	return false
}

// manageable returns the text of a page, or nothing of it when the markdown
// parser would take too long.
func manageable(f *source.File, src []byte) ([]byte, diag.List) {
	at := intricate(src)
	if at < 0 {
		return src, nil
	}
	var diags diag.List
	diags.Add(diag.Diagnostic{
		Code: "DG0115", Span: f.Span(at, at+1),
		Message: fmt.Sprintf("the page is too intricate, and not read: more than %d brackets, stars, underscores or tags"+
			" in one paragraph or row, or lists indented by more than %d columns", maxMarks, maxIndent),
		Help: "split the paragraph, or move the page elsewhere",
	})
	return nil, diags
}
