package parser

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/ir"
)

// A token is a piece of a type in words.
type token struct {
	kind   tokenKind
	text   string // a word in lower case, a mark, or the entity that a mark is written as
	at     cell
	inner  cell     // what stands in a code span, or is the label of a link
	target cell     // of the link
	value  ir.Value // of a text in quotes, or of a number
}

type tokenKind int

const (
	tokenEnd tokenKind = iota
	tokenWord
	tokenMark
	tokenCode
	tokenLink
	tokenValue
)

// Marks of several letters, and what they stand for.
var spelledMarks = []struct{ written, mark string }{
	{"&lt;", "<"}, {"&gt;", ">"}, {"&#124;", "|"}, {"&quot;", `"`}, {"&nbsp;", ""}, {"->", "→"}, {"=>", "→"},
	{"<br/>", ""}, {"<br />", ""}, {"<br>", ""}, {`\|`, "|"}, {"¦", "|"}, {"||", "|"},
}

// tokenize parts the text from start to end. Emphasis is style and is left
// out, and so are the backslashes before marks.
func tokenize(src []byte, start, end int) []token {
	var out []token
	for pos := start; pos < end; {
		t, next := nextToken(src, pos, end)
		if t.kind != tokenEnd {
			out = append(out, t)
		}
		pos = next
	}
	return out
}

func nextToken(src []byte, pos, end int) (t token, next int) {
	r, size := utf8.DecodeRune(src[pos:end])
	for _, m := range spelledMarks {
		if strings.HasPrefix(string(src[pos:min(end, pos+8)]), m.written) {
			next = pos + len(m.written)
			if m.mark == "" {
				return t, next
			}
			return token{kind: tokenMark, text: m.mark, at: cell{pos, next}}, next
		}
	}
	switch {
	case unicode.IsSpace(r) || r == '*' || r == '\\' || r == '~':
		return t, pos + size
	case r == '`':
		return codeToken(src, pos, end)
	case r == '"' || r == '\'' || r == '“':
		if t, ok := quotedToken(src, pos, end); ok {
			return t, t.at.end
		}
	case r == '[':
		s := scanner{src: src, pos: pos, end: end}
		if label, target, ok := s.linkTarget(); ok && !label.empty() {
			at := cell{pos, target.end + 1}
			return token{kind: tokenLink, at: at, inner: label, target: target}, at.end
		}
	case isWordRune(r) || r == '-' && pos+1 < end && src[pos+1] >= '0' && src[pos+1] <= '9':
		return wordToken(src, pos, end)
	}
	return token{kind: tokenMark, text: string(r), at: cell{pos, pos + size}}, pos + size
}

func codeToken(src []byte, pos, end int) (t token, next int) {
	k := ticks(src[pos:end])
	length := closingTicks(src[pos+k:end], k)
	if length < 0 {
		return t, pos + k
	}
	inner := trimCell(src, pos+k, pos+k+length)
	at := cell{pos, pos + 2*k + length}
	return token{kind: tokenCode, at: at, inner: inner}, at.end
}

func quotedToken(src []byte, pos, end int) (t token, ok bool) {
	quote, size := utf8.DecodeRune(src[pos:end])
	if quote == '“' {
		quote = '”'
	}
	text := string(src[pos+size : end])
	i := strings.IndexRune(text, quote)
	if i < 0 {
		return t, false
	}
	at := cell{pos, pos + size + i + utf8.RuneLen(quote)}
	return token{kind: tokenValue, at: at, value: ir.StringValue(unescapeCell(text[:i]))}, true
}

func isWordRune(r rune) bool {
	return r == '_' || r == '@' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// wordToken reads a word, whose parts may be joined by hyphens and dots, or a
// number.
func wordToken(src []byte, pos, end int) (t token, next int) {
	next = pos
	for next < end {
		r, size := utf8.DecodeRune(src[next:end])
		if !isWordRune(r) {
			after, _ := utf8.DecodeRune(src[min(next+size, end):end])
			joined := (r == '-' && (next == pos || isWordRune(after))) || (r == '.' && isWordRune(after))
			if !joined {
				break
			}
		}
		next += size
	}
	at := cell{pos, next}
	for at.start < at.end && src[at.start] == '_' {
		at.start++
	}
	for at.end > at.start && src[at.end-1] == '_' {
		at.end--
	}
	text := string(src[at.start:at.end])
	if isNumber(text) {
		return token{kind: tokenValue, at: at, value: ir.Value(text)}, next
	}
	if text == "" {
		return t, next
	}
	return token{kind: tokenWord, text: strings.ToLower(text), at: at}, next
}

// constant matches what a code span may hold as a value, rather than as a type.
var constant = regexp.MustCompile(`^[^<>\[\](){}|]+$`)

// constantValue returns the value that the text in a code span stands for.
func constantValue(text string) ir.Value {
	if inner, ok := unwrap(text, `"`); ok && len(text) > 1 {
		return ir.StringValue(inner)
	}
	if isNumber(text) || text == "true" || text == "false" {
		return ir.Value(text)
	}
	return ir.StringValue(text)
}
