package layout

// code writes a line that begins with no bracket of another line.
func (w *writer) code(line []token) bool {
	isLabel := line[0].isWord("case") || line[0].isWord("default")
	if isLabel {
		if !w.in(switches) {
			return false
		}
		w.indent--
	}
	r, ok := w.rowOf(line)
	if !ok {
		return false
	}
	if len(w.rows) > 0 && w.rows[0].kind != r.kind {
		w.align()
	}
	w.begin()
	r.from = len(w.out)
	w.nest, w.result = w.nest[:0], false
	var before token
	for i, t := range line {
		isSpaced, ok := w.isSpaced(line, i, before)
		if !ok {
			return false
		}
		if isSpaced {
			w.out = append(w.out, ' ')
		}
		r.cut(i, len(w.out))
		w.out = append(w.out, t.text...)
		if !w.track(line, i) {
			return false
		}
		before = t
	}
	if isLabel {
		w.indent++
	}
	return w.mayEnd(line) && w.end(r)
}

// mayEnd reports whether a line may end as it does, and go on there if it does.
func (w *writer) mayEnd(line []token) bool {
	isCase := line[0].isWord("case")
	switch last := line[len(line)-1]; {
	case last.is(','):
		return len(w.nest) == 0 && (w.cases || w.in(elements))
	case last.is(':'):
		ok := isCase || w.cases || line[0].isWord("default")
		w.cases = false
		return ok && len(w.nest) == 0
	case last.is('{'), last.is('('), last.is(')'), last.is(']'), last.is('}'), last.kind == str:
		return !isCase && !w.cases
	case last.kind == word:
		w.cases = isCase && len(line) == 1
		return w.cases == isCase
	}
	return false
}

// end ends a line.
func (w *writer) end(r row) bool {
	w.out = append(w.out, '\n')
	if len(w.nest) > 0 || r.kind == loose {
		w.align()
		return w.push()
	}
	return w.add(r)
}

// track keeps account of the brackets of a line.
func (w *writer) track(line []token, i int) bool {
	t := line[i]
	switch {
	case t.is('('), t.is('['), t.is('{'):
		w.nest = append(w.nest, w.opened(line, i))
		w.result = w.result && t.is('[')
	case t.is(')'), t.is(']'), t.is('}'):
		if len(w.nest) == 0 || w.nest[len(w.nest)-1].closer != t.text[0] {
			return false
		}
		w.result = w.nest[len(w.nest)-1].params
		w.nest = w.nest[:len(w.nest)-1]
	case t.is(','):
		w.result = false
		// What has several elements on a line may have columns.
		return i == len(line)-1 || len(w.nest) > 0 || !w.in(elements)
	}
	return true
}

// opened tells what the bracket at i opens.
func (w *writer) opened(line []token, i int) open {
	before := token{}
	if i > 0 {
		before = line[i-1]
	}
	first := line[0]
	switch {
	case line[i].is('['):
		return open{arguments, ']', w.result}
	case line[i].is('('):
		return open{w.opensGroup(line, i), ')', w.opensParams(first, before)}
	case w.result, len(w.nest) == 0 && (first.isWord("if") || first.isWord("for")):
		return open{block, '}', false}
	case len(w.nest) == 0 && first.isWord("switch"):
		return open{switches, '}', false}
	case before.isWord("struct"):
		return open{fields, '}', false}
	case before.isWord("interface"):
		return open{methods, '}', false}
	}
	return open{elements, '}', false}
}

// opensGroup tells what the parenthesis at i opens.
func (w *writer) opensGroup(line []token, i int) frameKind {
	switch {
	case i == 1 && line[0].isWord("const"):
		return specs
	case i == 1 && line[0].isWord("import"):
		return imports
	}
	return arguments
}

// opensParams reports whether a parenthesis opens the receiver, the parameters
// or the results of a signature.
func (w *writer) opensParams(first, before token) bool {
	return before.isWord("func") || w.result || len(w.nest) == 0 && (first.isWord("func") || w.in(methods))
}
