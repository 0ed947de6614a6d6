package layout

// A frame is a bracket that is closed on a line further down.
type frame struct {
	kind     frameKind
	indented bool // its lines are one tab further in
	columns  int  // that specs have
}

type frameKind byte

const (
	arguments frameKind = iota // of a call or an index
	block                      // of statements
	switches                   // of cases
	fields                     // of a struct
	methods                    // of an interface
	elements                   // of a composite literal
	specs                      // of const (
	imports                    // of import (
)

// An open bracket is one that the line at hand has opened.
type open struct {
	kind   frameKind
	closer byte
	params bool // a result or a body follows
}

// in reports whether the line at hand is directly within a frame of kind k.
func (w *writer) in(k frameKind) bool {
	return len(w.frames) > 0 && w.frames[len(w.frames)-1].kind == k
}

// push makes frames of what the line has left open. The lines to come are one
// tab further in, however many there are. It reports false for brackets that
// gofmt indents otherwise.
func (w *writer) push() bool {
	for i, o := range w.nest {
		innermost := i == len(w.nest)-1
		if o.closer == ']' || innermost && o.kind == arguments {
			return false
		}
		w.frames = append(w.frames, frame{kind: o.kind, indented: innermost})
	}
	if len(w.nest) > 0 {
		w.indent++
	}
	w.nest = w.nest[:0]
	return true
}

// close writes a line of closing brackets, with a comma behind them or not.
func (w *writer) close(line []token) bool {
	for i, t := range line {
		if i > 0 && i == len(line)-1 && t.is(',') {
			break
		}
		if !isCloser(t) || !w.pop(t) {
			return false
		}
	}
	w.align()
	w.begin()
	for _, t := range line {
		w.out = append(w.out, t.text...)
	}
	w.out = append(w.out, '\n')
	return true
}

// pop ends the innermost frame, unless t is no bracket that does.
func (w *writer) pop(t token) bool {
	if len(w.frames) == 0 {
		return false
	}
	f := w.frames[len(w.frames)-1]
	w.frames = w.frames[:len(w.frames)-1]
	if f.indented {
		w.indent--
	}
	isRound := f.kind == arguments || f.kind == specs || f.kind == imports
	return isRound == t.is(')')
}
