package layout

import "slices"

// isSpaced reports whether gofmt has a blank before the token at i of a line.
// ok is false where that depends on more than is looked at here. It takes
// every * for the mark of a pointer, since docgen's code multiplies nothing.
func (w *writer) isSpaced(line []token, i int, before token) (spaced, ok bool) {
	t := line[i]
	switch {
	case before.kind == unary:
		return false, t.kind != unary || t.text[0] == '*'
	case before.kind == none, before.is('('), before.is('['), before.is('.'), t.is('.'):
		return false, true
	case before.is('{'):
		return false, t.is('}') || w.nest[len(w.nest)-1].kind == elements
	case t.is(')'), t.is(']'), t.is(','), t.is(';'):
		return false, true
	case t.is(':'), before.is(':'):
		return w.isSpacedColon(line, i)
	case t.kind == ellipsis:
		return false, i+1 < len(line) && line[i+1].is(')')
	case before.is(','), before.is(';'), before.kind == operator, t.kind == operator:
		return true, true
	case t.is('{'):
		return w.isSpacedBrace(line, i)
	case t.is('}'):
		return false, true
	case t.is('('):
		return w.isSpacedCall(i, before)
	case t.is('['):
		return w.isSpacedIndex(line, i, before)
	case t.kind == unary:
		return w.isSpacedUnary(t, before)
	}
	return w.isSpacedWord(t, before)
}

// keywords are those that stand apart from a bracket behind them.
var keywords = []string{"case", "const", "for", "if", "import", "range", "return", "switch", "type", "var"}

func (t token) isKeyword() bool {
	return t.kind == word && slices.Contains(keywords, string(t.text))
}

// isSpacedColon is isSpaced for a colon, and for what stands behind one. Of
// slices, it knows s[:].
func (w *writer) isSpacedColon(line []token, i int) (spaced, ok bool) {
	index := len(w.nest) > 0 && w.nest[len(w.nest)-1].closer == ']'
	if !index {
		return line[i-1].is(':'), true
	}
	return false, line[i-1].is('[') && i+1 < len(line) && line[i+1].is(']')
}

// isSpacedBrace is isSpaced for { .
func (w *writer) isSpacedBrace(line []token, i int) (spaced, ok bool) {
	isLast := i == len(line)-1
	switch w.opened(line, i).kind {
	case block, switches:
		return true, isLast || line[i+1].is('}')
	case fields, methods:
		return isLast, isLast || line[i+1].is('}')
	}
	return false, true
}

// isSpacedCall is isSpaced for a parenthesis.
func (w *writer) isSpacedCall(i int, before token) (spaced, ok bool) {
	switch {
	case before.isWord("func"):
		return i == 1 && len(w.frames) == 0, true
	case before.kind == word:
		return before.isKeyword(), true
	}
	return w.result, before.is(')') || before.is(']')
}

// isSpacedIndex is isSpaced for [ : of an index, of type arguments, or of a
// list type.
func (w *writer) isSpacedIndex(line []token, i int, before token) (spaced, ok bool) {
	isType := i+1 < len(line) && line[i+1].is(']') || w.in(fields) && i == 1
	switch {
	case before.isWord("map"):
		return false, true
	case before.isKeyword(), before.kind == word && isType:
		return true, true
	case before.kind == word:
		return false, i < 2 || !w.mayDeclare(line, i-1)
	}
	return w.result, before.is(')') || before.is(']')
}

// mayDeclare reports whether the word at i may be the name of what has the
// type behind it, so that a list type cannot be told from an index.
func (w *writer) mayDeclare(line []token, i int) bool {
	before := line[i-1]
	params := len(w.nest) > 0 && w.nest[len(w.nest)-1].params
	return before.isWord("var") || before.isWord("type") || (params || line[0].isWord("func")) && (before.is('(') || before.is(','))
}

// isSpacedUnary is isSpaced for * & ! - .
func (w *writer) isSpacedUnary(t, before token) (spaced, ok bool) {
	switch {
	case before.kind == word && t.text[0] == '*':
		return true, true
	case before.is(')') && t.text[0] == '*':
		return true, w.result
	case before.is(']') && t.text[0] == '*':
		return false, true
	}
	return true, before.isKeyword()
}

// isSpacedWord is isSpaced for a word or a string.
func (w *writer) isSpacedWord(t, before token) (spaced, ok bool) {
	switch {
	case before.kind == word:
		return true, true
	case before.is(')'):
		return true, w.result
	case before.is(']'):
		return t.kind == str, true
	}
	return false, false
}
