package parser

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
)

// An alias is a word for a column. Of several columns with the same meaning
// the one whose word stands first in the list holds it.
type alias struct {
	title  string
	column column
}

var aliases = []alias{
	{"field", columnField}, {"property", columnField}, {"key", columnField}, {"parameter", columnField},
	{"attribute", columnField}, {"member", columnField}, {"option", columnField}, {"setting", columnField},
	{"name", columnField},
	{"type", columnType}, {"data type", columnType}, {"datatype", columnType}, {"kind", columnType},
	{"required", columnRequired}, {"required?", columnRequired}, {"mandatory", columnRequired}, {"presence", columnRequired},
	{"optional", columnOptional}, {"optional?", columnOptional},
	{"description", columnDescription}, {"notes", columnDescription}, {"note", columnDescription},
	{"meaning", columnDescription}, {"details", columnDescription}, {"comment", columnDescription}, {"comments", columnDescription},
	{"default", columnDefault}, {"default value", columnDefault},
	{"example", columnExample}, {"examples", columnExample}, {"sample", columnExample}, {"example value", columnExample},
	{"nullable", columnNullable}, {"null", columnNullable}, {"nullable?", columnNullable},
	{"constraints", columnConstraints}, {"constraint", columnConstraints}, {"validation", columnConstraints},
	{"restrictions", columnConstraints}, {"format", columnFormat},
	{"deprecated", columnDeprecated}, {"deprecated?", columnDeprecated},
	{"values", columnAllowed}, {"enum", columnAllowed}, {"allowed values", columnAllowed}, {"possible values", columnAllowed},
	{"value", columnValue}, {"code", columnValue}, {"constant", columnValue},
}

// newPlainTable reads the header of a hand-written table.
func newPlainTable(p *page, n *tableNode) *table {
	var lines []cell
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		lines = append(lines, trimCell(p.src, at.Start, at.Stop))
	}
	t := newTable(p, lines)
	t.isMark = func(text string) bool { _, ok := presenceOf(text); return ok && text != "" }
	rank := map[column]int{}
	for i, c := range t.header {
		t.columns[i] = columnUnknown
		title := strings.ToLower(strings.Trim(p.text(c), "*_` :"))
		for j, a := range aliases {
			if a.title != title {
				continue
			}
			t.columns[i] = a.column
			if best, ok := rank[a.column]; ok && a.column != columnDescription {
				other := t.column(a.column)
				if j < best {
					t.columns[other] = columnUnknown
				} else {
					t.columns[i] = columnUnknown
					continue
				}
			}
			rank[a.column] = j
		}
	}
	return t
}

// column returns the first of t's columns that holds c, which is there.
func (t *table) column(c column) int {
	for i, other := range t.columns {
		if other == c {
			return i
		}
	}
	return -1
}

// constantCell matches what values are written as.
var constantCell = regexp.MustCompile("^(?:`[^`]+`|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?)$")

// listsValues reports whether t lists the values of a type called name: it has
// a column of values, or its first column is headed by the type's name and
// holds constants.
func (t *table) listsValues(name string) bool {
	if t.has(columnType) {
		return false
	}
	if t.has(columnValue) {
		return true
	}
	head := naming.Fold(t.page.text(t.header[0]))
	if t.columns[0] != columnUnknown || head == "" || !strings.HasSuffix(naming.Fold(name), head) {
		return false
	}
	for _, line := range t.rows {
		if cells := splitCells(t.page.src, line.start, line.end); !constantCell.MatchString(t.page.text(cells[0])) {
			return false
		}
	}
	t.columns[0] = columnValue
	return true
}

// sayUnread says which of t's columns mean nothing to docgen.
func (t *table) sayUnread(diags *diag.List, wanted ...column) {
	for i, c := range t.columns {
		read := false
		for _, w := range wanted {
			read = read || c == w
		}
		if read {
			continue
		}
		t.columns[i] = columnUnknown
		diags.Add(diag.Diagnostic{
			Code: "DG0104", Span: t.page.span(t.header[i]),
			Message: fmt.Sprintf("the column %q is not read", t.page.text(t.header[i])),
		})
	}
}

// all returns the cells in all columns of c, without the empty ones.
func (r row) all(c column) []cell {
	var out []cell
	for i, other := range r.table.columns {
		if other == c && !r.cells[i].empty() {
			out = append(out, r.cells[i])
		}
	}
	return out
}

// blankCell reports whether text is how people leave a cell empty.
func blankCell(text string) bool {
	switch strings.Trim(text, "`*_ ") {
	case "", "-", "–", "—", "N/A", "n/a":
		return true
	}
	return false
}
