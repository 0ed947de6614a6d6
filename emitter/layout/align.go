package layout

import "unicode/utf8"

// A row is a line that gofmt writes in columns with its neighbours of the same
// kind.
type row struct {
	kind  rowKind
	from  int    // where it begins in the output, behind its indentation
	at    [2]int // the tokens before which a column ends; 0 for none
	cuts  [2]int // where they begin in the output
	count int    // how many cuts there are
}

type rowKind byte

const (
	loose rowKind = iota // it has no columns
	pair                 // key: value,
	field                // Name type `tag`
	spec                 // name type = value
	empty                // func (T) name() {}
)

// rowOf returns the row that a line becomes. ok is false for a line whose
// columns depend on more than is looked at here.
func (w *writer) rowOf(line []token) (r row, ok bool) {
	last := len(line) - 1
	switch {
	case w.in(elements) && last > 1 && line[1].is(':'):
		const widest = 40 // longer keys are aligned by how they differ in length
		r.kind, r.at[0] = pair, 2
		return r, line[0].kind == word && len(line[0].text) <= widest
	case w.in(fields):
		return r.field(line)
	case w.in(specs):
		return r.spec(line)
	case len(w.frames) == 0 && line[last].is('}') && line[0].isWord("func"):
		r.kind, r.at[0] = empty, last-1
		return r, line[last-1].is('{')
	}
	return r, true
}

func (r row) field(line []token) (row, bool) {
	last := len(line) - 1
	if last == 0 || line[0].kind != word || line[1].kind == str || line[1].is('.') || line[1].is(',') {
		return r, false // it is embedded, or there are several
	}
	r.kind, r.at[0] = field, 1
	if line[last].kind == str {
		r.at[1] = last
	}
	return r, true
}

func (r row) spec(line []token) (row, bool) {
	for i, t := range line {
		if t.kind == operator && i > 0 {
			r.kind, r.at[0] = spec, 1
			if i > 1 {
				r.at[1] = i
			}
			return r, string(t.text) == "="
		}
	}
	return r, false
}

// cut notes that the token at i begins at the given place of the output.
func (r *row) cut(i, place int) {
	if i > 0 && (i == r.at[0] || i == r.at[1]) {
		r.cuts[r.count] = place
		r.count++
	}
}

// add adds a row to those that may share columns with it.
func (w *writer) add(r row) bool {
	const widest = 99 // the head of a function that has its brackets on one line
	if r.kind == empty && r.cuts[0]-1-r.from > widest {
		head := append([]byte(nil), w.out[r.from:r.cuts[0]]...)
		w.out = w.out[:r.from]
		w.align()
		w.out = append(append(w.out, head...), "{\n}\n"...)
		return true
	}
	w.rows = append(w.rows, r)
	if r.kind != spec {
		return true
	}
	// Specs with and without types in one group leave room for each other.
	group := &w.frames[len(w.frames)-1]
	isAlike := group.columns == 0 || group.columns == r.count
	group.columns = r.count
	return isAlike
}

// align writes the rows so far again, in columns.
func (w *writer) align() {
	rows := w.rows
	w.rows = w.rows[:0]
	if len(rows) < 2 {
		return
	}
	from := rows[0].from
	text := append([]byte(nil), w.out[from:]...)
	w.out = w.out[:from]
	var gaps [2][]int
	for column := range gaps {
		gaps[column] = gapsOf(rows, column, text, from)
	}
	done := from
	for i, r := range rows {
		for column := range r.count {
			w.out = append(w.out, text[done-from:r.cuts[column]-from]...)
			for range gaps[column][i] {
				w.out = append(w.out, ' ')
			}
			done = r.cuts[column]
		}
	}
	w.out = append(w.out, text[done-from:]...)
}

// gapsOf returns for each row how many blanks the cell of a column lacks. A
// column goes through neighbours that have it.
func gapsOf(rows []row, column int, text []byte, from int) []int {
	gaps := make([]int, len(rows))
	for i := 0; i < len(rows); {
		end, widest := i, 0
		for ; end < len(rows) && rows[end].count > column; end++ {
			gaps[end] = rows[end].width(column, text, from)
			widest = max(widest, gaps[end])
		}
		for ; i < end; i++ {
			gaps[i] = widest - gaps[i]
		}
		i++
	}
	return gaps
}

// width returns how many characters wide a cell is.
func (r row) width(column int, text []byte, from int) int {
	start := r.from
	if column > 0 {
		start = r.cuts[column-1]
	}
	return utf8.RuneCount(text[start-from : r.cuts[column]-from])
}
