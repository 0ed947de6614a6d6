package layout

import "bytes"

// A token is a piece of code without white space that may change.
type token struct {
	kind kind
	text []byte
}

type kind byte

const (
	none     kind = iota // there is no token
	word                 // an identifier, a keyword or a number
	str                  // a string
	comment              // from // to the end of the line, without blanks there
	operator             // one that stands between two operands
	unary                // a mark before an operand or a type: * & ! -
	mark                 // a bracket, a comma and the like: the byte says which
	ellipsis
)

// is reports whether t is the mark c.
func (t token) is(c byte) bool { return t.kind == mark && t.text[0] == c }

// isWord reports whether t is the word w.
func (t token) isWord(w string) bool { return t.kind == word && string(t.text) == w }

// cut returns the token that text begins with. Its kind is none where that is
// nothing that this package knows.
func cut(text []byte) token {
	c := text[0]
	switch {
	case isLetter(c):
		size := 1
		for size < len(text) && isLetter(text[size]) {
			size++
		}
		return token{word, text[:size]}
	case bytes.HasPrefix(text, []byte("//")):
		line, _, _ := bytes.Cut(text, []byte("\n"))
		return token{comment, bytes.TrimRight(line, " \t")}
	case c == '"' || c == '`':
		if size := quoted(text); size > 0 {
			return token{str, text[:size]}
		}
	case len(text) > 1 && bytes.Contains([]byte(" := == != && || "), []byte{' ', c, text[1], ' '}):
		return token{operator, text[:2]}
	case c == '=':
		return token{operator, text[:1]}
	case bytes.HasPrefix(text, []byte("...")):
		return token{ellipsis, text[:3]}
	case bytes.IndexByte([]byte("*&!-"), c) >= 0 && !bytes.HasPrefix(text, []byte("--")):
		return token{unary, text[:1]}
	case bytes.IndexByte([]byte("()[]{}.,;:"), c) >= 0:
		return token{mark, text[:1]}
	}
	return token{none, text[:1]}
}

// quoted returns the length of the string that text begins with, or 0 if it
// does not end on its line.
func quoted(text []byte) int {
	for i := 1; i < len(text) && text[i] != '\n'; i++ {
		switch {
		case text[i] == text[0]:
			return i + 1
		case text[i] == '\\' && text[0] == '"':
			i++
		}
	}
	return 0
}

func isLetter(c byte) bool {
	return c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// Words calls yield with every identifier, keyword and number of code. What
// stands in comments and strings is left out.
func Words(code []byte, yield func(word []byte)) {
	for len(code) > 0 {
		t := cut(code)
		if t.kind == word {
			yield(t.text)
		}
		code = code[len(t.text):]
	}
}
