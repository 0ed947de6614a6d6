// Package layout gives generated Go code the form that gofmt gives it, many
// times as fast. It is no parser of Go: it knows the few shapes of lines that
// docgen writes, and says so when it meets another one.
//
// The lines must be those that gofmt would leave: the blanks within lines, and
// blank lines beyond the first, are all that is changed.
package layout

import "slices"

// Format appends code to dst as gofmt lays it out. It reports false for code of
// a shape that it does not know.
func Format(dst, code []byte) ([]byte, bool) {
	w := writer{out: slices.Grow(dst, len(code)+len(code)/8)}
	for len(code) > 0 {
		line, rest, ok := w.split(code)
		if !ok || !w.line(line) {
			return nil, false
		}
		code = rest
	}
	w.align()
	return w.out, len(w.frames) == 0 && w.last != start
}

// A writer writes lines.
type writer struct {
	out    []byte
	frames []frame // what is open, the outermost first
	indent int     // within them, in tabs
	last   shape   // of the line before
	gap    bool    // a blank line is due
	cases  bool    // in a list of cases that has lines of its own
	rows   []row   // the lines before that may share columns with the one at hand

	// Of the line at hand:
	tokens []token
	nest   []open // what it has opened so far
	result bool   // a signature goes on behind its parameters
}

// A shape is what the lines around a line need to know of it.
type shape byte

const (
	start    shape = iota // there is no line
	remark                // a comment
	opening               // one that others belong to: it ends with a bracket or a colon
	oneLiner              // a function
	other
)

// split cuts the first line off code, as tokens.
func (w *writer) split(code []byte) (line []token, rest []byte, ok bool) {
	w.tokens = w.tokens[:0]
	for len(code) > 0 {
		switch code[0] {
		case ' ', '\t':
			code = code[1:]
			continue
		case '\n':
			return w.tokens, code[1:], true
		}
		t := cut(code)
		if t.kind == none {
			return nil, nil, false
		}
		w.tokens = append(w.tokens, t)
		code = code[len(t.text):]
	}
	return w.tokens, nil, true
}

// line writes a line. It reports whether it knows how.
func (w *writer) line(line []token) bool {
	if len(line) == 0 {
		w.gap = w.last != start
		return true
	}
	shape := w.shapeOf(line)
	if !w.mayFollow(shape, line) {
		return false
	}
	if w.gap {
		w.align()
		w.out = append(w.out, '\n')
		w.gap = false
	}
	w.last = shape
	switch {
	case shape == remark:
		w.align()
		w.begin()
		w.out = append(append(w.out, line[0].text...), '\n')
		return len(line) == 1
	case isCloser(line[0]):
		return w.close(line)
	}
	return w.code(line)
}

// shapeOf returns the shape of a line.
func (w *writer) shapeOf(line []token) shape {
	last := line[len(line)-1]
	switch {
	case line[0].kind == comment:
		return remark
	case last.is('{') || last.is('(') || last.is(':'):
		return opening
	case len(w.frames) == 0 && line[0].isWord("func"):
		return oneLiner
	}
	return other
}

// mayFollow reports whether gofmt leaves the blank lines before a line as they
// are. It takes away those at both ends of brackets, and parts the
// declarations of a file but for functions of one line.
func (w *writer) mayFollow(s shape, line []token) bool {
	switch {
	case w.gap:
		return w.last != opening && !isCloser(line[0])
	case len(w.frames) > 0:
		return true
	}
	return w.last == start || w.last == remark || w.last == oneLiner && s == oneLiner
}

func isCloser(t token) bool { return t.is('}') || t.is(')') }

// begin writes the indentation of a line.
func (w *writer) begin() {
	for range w.indent {
		w.out = append(w.out, '\t')
	}
}
