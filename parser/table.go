package parser

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
)

// A column is what a table's column holds.
type column int

// The columns of field tables and value tables.
const (
	columnUnknown column = iota
	columnField
	columnType
	columnRequired
	columnDescription
	columnExample
	columnName
	columnValue
	columnGetter
	// The columns that only tables by hand have.
	columnOptional
	columnDefault
	columnNullable
	columnConstraints
	columnFormat
	columnDeprecated
	columnAllowed
)

var columnTitles = map[string]column{
	"field": columnField, "type": columnType, "required": columnRequired,
	"description": columnDescription, "example": columnExample,
	"name": columnName, "value": columnValue,
}

// javaTitles are those of pages that tell how Java sets a field from how it
// gets one. What it sets says more of null.
var javaTitles = map[string]column{"setter type": columnType, "getter type": columnGetter}

// A table is a block of rows below a header.
type table struct {
	page    *page
	columns []column
	header  []cell
	rows    []cell                 // each a whole line
	isMark  func(text string) bool // reports whether text stands in the column Required
}

// newTable reads the header that the first of lines is.
func newTable(p *page, lines []cell) *table {
	t := &table{page: p, header: splitCells(p.src, lines[0].start, lines[0].end), isMark: isRequiredMark}
	for _, c := range t.header {
		title := strings.ToLower(p.text(c))
		t.columns = append(t.columns, cmp.Or(columnTitles[title], javaTitles[title]))
	}
	t.rows = lines[2:]
	return t
}

// has reports whether t has column c.
func (t *table) has(c column) bool { return slices.Contains(t.columns, c) }

// checkHeader says which columns are not read, and which are missing.
func (t *table) checkHeader(diags *diag.List, wanted ...column) {
	seen := map[column]bool{}
	for i, c := range t.columns {
		if c != columnUnknown && !seen[c] && (slices.Contains(wanted, c) || c == columnExample || c == columnGetter) {
			seen[c] = true
			continue
		}
		t.columns[i] = columnUnknown
		diags.Add(diag.Diagnostic{
			Code: "DG0104", Span: t.page.span(t.header[i]),
			Message: fmt.Sprintf("the column %q is not read", t.page.text(t.header[i])),
			Help:    "a table holds the columns " + titles(wanted),
		})
	}
	for _, c := range wanted {
		if !seen[c] {
			diags.Add(diag.Diagnostic{
				Code: "DG0103", Span: t.page.span(cell{t.header[0].start, t.header[len(t.header)-1].end}),
				Message: fmt.Sprintf("the table has no column %s", titles([]column{c})),
				Help:    "a table holds the columns " + titles(wanted),
			})
		}
	}
}

func titles(columns []column) string {
	var out []string
	for title, c := range columnTitles {
		if slices.Contains(columns, c) {
			out = append(out, strings.ToUpper(title[:1])+title[1:])
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return int(columnTitles[strings.ToLower(a)] - columnTitles[strings.ToLower(b)])
	})
	return strings.Join(out, ", ")
}

// A row is a table's row: a cell for each column of its table.
type row struct {
	table *table
	line  cell
	cells []cell
	short bool // cells are missing, and it has been said
}

// cell returns the cell in column c; it is empty when there is none.
func (r row) cell(c column) cell {
	if i := slices.Index(r.table.columns, c); i >= 0 {
		return r.cells[i]
	}
	return cell{r.line.end, r.line.end}
}

// row splits a line into the cells of t. A line with another number of cells
// is healed where the pages leave no doubt; where they do, it says so.
func (t *table) row(line cell, diags *diag.List) row {
	cells := splitCells(t.page.src, line.start, line.end)
	r := row{table: t, line: line}
	if len(cells) == len(t.columns) {
		r.cells = cells
		return r
	}
	found := len(cells)
	if found > len(t.columns) {
		var sure bool
		if r.cells, sure = t.heal(cells); sure {
			return r
		}
	} else {
		r.cells, r.short = cells, true
		for len(r.cells) < len(t.columns) {
			r.cells = append(r.cells, cell{line.end, line.end})
		}
	}
	d := diag.Diagnostic{
		Code: "DG0102", Span: t.page.span(line),
		Message: fmt.Sprintf("the header has %d cells, and this row %d", len(t.columns), found),
	}
	if !r.short {
		d.Help = `write a pipe that belongs to the text as \|`
	}
	diags.Add(d)
	return r
}

// heal puts cells together that a pipe in the text has parted, and reports
// whether that can be done in one way only. Pipes in code spans are text. The
// mark in the Required column parts the name and type from what follows, and
// the last text column takes the rest.
func (t *table) heal(cells []cell) (healed []cell, sure bool) {
	if merged := mergeCode(t.page.src, cells); len(merged) <= len(t.columns) {
		if len(merged) == len(t.columns) {
			return merged, true
		}
	} else {
		cells = merged
	}
	surplus := len(cells) - len(t.columns)
	if at := slices.Index(t.columns, columnRequired); at > 0 {
		for i := at; i <= at+surplus; i++ {
			if t.isMark(t.page.text(cells[i])) {
				cells = mergeAt(cells, at-1, i-at)
				break
			}
		}
		surplus = len(cells) - len(t.columns)
	}
	if surplus == 0 {
		return cells, true
	}
	wide := slices.Index(t.columns, columnDescription)
	if wide < 0 {
		wide = len(t.columns) - 1
	}
	return mergeAt(cells, wide, surplus), wide == len(t.columns)-1
}

// mergeAt makes one cell of the i-th of cells and the surplus ones after it.
func mergeAt(cells []cell, i, surplus int) []cell {
	out := slices.Clone(cells[:i+1])
	out[i].end = cells[i+surplus].end
	return append(out, cells[i+surplus+1:]...)
}
