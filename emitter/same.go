package emitter

import "bytes"

// isFormatted reports whether old is what gofmt makes of code, as far as can
// be told without formatting code: it is the same but for white space, and its
// lines are the same ones. Only the width of indentation and alignment is not
// looked at. False is no more than "not seen at a glance".
func isFormatted(old, code []byte) bool {
	if !bytes.HasSuffix(old, []byte("\n")) || bytes.HasSuffix(old, []byte("\n\n")) {
		return false
	}
	old, code = bytes.TrimSpace(old), bytes.TrimSpace(code)
	last := byte('\n')
	for len(old) > 0 && len(code) > 0 {
		gap, otherGap := blanks(old), blanks(code)
		if !isSameGap(gap, otherGap, last, old[len(gap)]) {
			return false
		}
		old, code = old[len(gap):], code[len(otherGap):]
		size, otherSize := solid(old), solid(code)
		if size == 0 || !isSameSolid(old[:size], code[:otherSize]) {
			return false
		}
		last = old[size-1]
		old, code = old[size:], code[otherSize:]
	}
	return len(old) == len(code)
}

// blanks returns the white space that text begins with.
func blanks(text []byte) []byte {
	i := 0
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
		i++
	}
	return text[:i]
}

// isSameGap reports whether gofmt may make gap of the other one, between the
// bytes before and behind.
func isSameGap(gap, other []byte, before, behind byte) bool {
	lines := bytes.Count(gap, []byte("\n"))
	switch {
	case lines != min(bytes.Count(other, []byte("\n")), 2):
		return false
	case lines > 0:
		return gap[0] == '\n' && !bytes.Contains(gap, []byte(" ")) && (lines == 1 || gap[1] == '\n')
	case (len(gap) == 0) == (len(other) == 0):
		return true
	}
	// Neither two words nor two operators may become one.
	return isBracket(before) || isBracket(behind) || isWord(before) != isWord(behind)
}

// isBracket reports whether c is a token whatever stands beside it.
func isBracket(c byte) bool { return bytes.IndexByte([]byte("(){}[],;\"`'"), c) >= 0 }

// isSameSolid compares what solid has measured. Of comments, gofmt removes the
// blanks at the end.
func isSameSolid(old, code []byte) bool {
	if bytes.HasPrefix(old, []byte("//")) {
		code = bytes.TrimRight(code, " ")
	}
	return bytes.Equal(old, code)
}

// solid returns the length of what text begins with and has no white space
// that gofmt may change: a comment, a literal, a word or a single character.
func solid(text []byte) int {
	switch c := text[0]; {
	case c == '/' && len(text) > 1 && text[1] == '/':
		return until(text, '\n')
	case c == '/' && len(text) > 1 && text[1] == '*':
		return 0 // docgen writes no such comments
	case c == '`':
		return min(1+until(text[1:], '`')+1, len(text))
	case c == '"', c == '\'':
		return quoted(text)
	case isWord(c):
		size := 1
		for size < len(text) && isWord(text[size]) {
			size++
		}
		return size
	}
	return 1
}

func isWord(c byte) bool {
	return c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// until returns the index of c, or the length of text.
func until(text []byte, c byte) int {
	if i := bytes.IndexByte(text, c); i >= 0 {
		return i
	}
	return len(text)
}

// quoted returns the length of the literal that text begins with, or 0 if it
// does not end.
func quoted(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case text[0]:
			return i + 1
		}
	}
	return 0
}
