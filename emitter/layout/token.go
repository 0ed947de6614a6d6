package layout

import (
	"bytes"
	"unicode"
)

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
	switch c := text[0]; c {
	case '(', ')', '[', ']', '{', '}', ',', ';':
		return token{mark, text[:1]}
	case '"', '`':
		if size := quoted(text); size > 0 {
			return token{str, text[:size]}
		}
	case '/':
		if bytes.HasPrefix(text, []byte("//")) {
			line, _, _ := bytes.Cut(text, []byte("\n"))
			return token{comment, bytes.TrimRightFunc(line, unicode.IsSpace)}
		}
	case '.':
		if bytes.HasPrefix(text, []byte("...")) {
			return token{ellipsis, text[:3]}
		}
		return token{mark, text[:1]}
	case ':', '=', '!', '&', '|', '*', '-':
		return cutOperator(text)
	default:
		if size := letters(text); size > 0 {
			return token{word, text[:size]}
		}
	}
	return token{none, text[:1]}
}

// cutOperator is cut for what may be longer than a character.
func cutOperator(text []byte) token {
	next := byte(0)
	if len(text) > 1 {
		next = text[1]
	}
	switch c := text[0]; {
	case next == '=' && (c == ':' || c == '=' || c == '!'), c == '&' && next == '&', c == '|' && next == '|':
		return token{operator, text[:2]}
	case c == '=':
		return token{operator, text[:1]}
	case c == ':':
		return token{mark, text[:1]}
	case next == '=' || c == '|' || c == '-' && next == '-' || c == '&' && next == '^':
		return token{none, text[:1]}
	}
	return token{unary, text[:1]}
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

// letters returns how many letters and digits text begins with.
func letters(text []byte) int {
	size := 0
	for size < len(text) && isLetter[text[size]] {
		size++
	}
	return size
}

// isLetter tells of each byte whether it is part of a word.
var isLetter = func() (is [256]bool) {
	for c := range is {
		is[c] = c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return is
}()

// Words calls yield with every identifier, keyword and number of code. What
// stands in comments and strings is left out.
func Words(code []byte, yield func(word []byte)) {
	for i := 0; i < len(code); {
		size := letters(code[i:])
		switch c := code[i]; {
		case size > 0:
			yield(code[i : i+size])
		case c == '"', c == '`', c == '/':
			size = len(cut(code[i:]).text)
		default:
			size = 1
		}
		i += size
	}
}
