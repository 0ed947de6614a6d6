package support

import (
	"math/bits"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// padding stands behind every document, so that eight bytes can be read at
// every place of it. A NUL is never part of JSON and ends every scan.
const padding = "\x00\x00\x00\x00\x00\x00\x00\x00"

// padded returns a private, immutable copy of data with its padding.
func padded(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(padding))
	b.Write(data)
	b.WriteString(padding)
	return b.String()
}

// Bytes repeated eight times, for looking at eight bytes at once.
const (
	ones    = 0x0101010101010101
	highs   = 0x8080808080808080
	quotes  = ones * '"'
	slashes = ones * '\\'
	blanks  = ones * ' '
)

// load returns the eight bytes of s at i.
func load(s string, i int) uint64 {
	b := s[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// special sets the high bit of the first byte of w that a string cannot hold
// as it is: a quote, a backslash, a control character, or one beyond ASCII.
// The bits above that one mean nothing.
func special(w uint64) uint64 {
	q, b := w^quotes, w^slashes
	return ((q-ones)&^q | (b-ones)&^b | (w - blanks) | w) & highs
}

// plainEnd returns the index of the first byte from i on that needs a closer
// look. The padding is one.
func plainEnd(s string, i int) int {
	for {
		if m := special(load(s, i)); m != 0 {
			return i + bits.TrailingZeros64(m)>>3
		}
		i += 8
	}
}

// space returns the index of the first byte from i on that is not white space.
func space(s string, i int) int {
	for s[i] == ' ' || s[i] == '\n' || s[i] == '\t' || s[i] == '\r' {
		i++
	}
	return i
}

// text reads the string whose opening quote is at i. It returns the index
// behind the closing quote.
func (d *decoder) text(i int) (string, int) {
	j := plainEnd(d.s, i+1)
	if d.s[j] == '"' {
		return d.s[i+1 : j], j + 1
	}
	return d.hardText(i+1, j)
}

// hardText is text for strings with escapes or with letters beyond ASCII. The
// bytes between start and j are plain.
func (d *decoder) hardText(start, j int) (string, int) {
	s := d.s
	var buf []byte
	from := start
	for {
		switch c := s[j]; {
		case c == '"':
			if buf == nil {
				return s[start:j], j + 1
			}
			return string(append(buf, s[from:j]...)), j + 1
		case c == '\\':
			buf = append(buf, s[from:j]...)
			r, k := d.escape(j)
			if k < 0 {
				return "", k
			}
			buf, j, from = utf8.AppendRune(buf, r), k, k
		case c < ' ':
			return "", d.badByte(j)
		case c < utf8.RuneSelf:
			j = plainEnd(s, j)
		default:
			r, size := utf8.DecodeRuneInString(s[j:d.n])
			if r == utf8.RuneError && size <= 1 {
				return "", d.fail(j, "invalid UTF-8")
			}
			j += size
		}
	}
}

func (d *decoder) badByte(j int) int {
	if j >= d.n {
		return d.fail(d.n, "the text ends inside a string")
	}
	return d.fail(j, "control character in a string")
}

// escape reads the escape at j (RFC 8259, section 7). Surrogates must come in
// pairs.
func (d *decoder) escape(j int) (rune, int) {
	switch d.s[j+1] {
	case '"', '\\', '/':
		return rune(d.s[j+1]), j + 2
	case 'b':
		return '\b', j + 2
	case 'f':
		return '\f', j + 2
	case 'n':
		return '\n', j + 2
	case 'r':
		return '\r', j + 2
	case 't':
		return '\t', j + 2
	case 'u':
		r, ok := hex4(d.s, j+2)
		switch {
		case !ok:
			return 0, d.fail(j, "a \\u escape takes four hexadecimal digits")
		case !utf16.IsSurrogate(r):
			return r, j + 6
		}
		if d.s[j+6] == '\\' && d.s[j+7] == 'u' {
			if low, ok := hex4(d.s, j+8); ok {
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					return r, j + 12
				}
			}
		}
		return 0, d.fail(j, "half of a surrogate pair")
	}
	return 0, d.fail(j, "unknown escape")
}

// hex4 reads four hexadecimal digits at i.
func hex4(s string, i int) (rune, bool) {
	if i+4 > len(s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// isWord reports whether the word (true, false, null) stands at i.
func isWord(s string, i int, word string) bool {
	return len(s)-i >= len(word) && s[i:i+len(word)] == word
}

// numberEnd returns the index behind the number at i (RFC 8259, section 6), or
// -1 where there is none.
func numberEnd(s string, i int) int {
	if s[i] == '-' {
		i++
	}
	switch {
	case s[i] == '0':
		i++
	case s[i] >= '1' && s[i] <= '9':
		i = digits(s, i)
	default:
		return -1
	}
	if s[i] == '.' {
		j := digits(s, i+1)
		if j == i+1 {
			return -1
		}
		i = j
	}
	if s[i] == 'e' || s[i] == 'E' {
		i++
		if s[i] == '+' || s[i] == '-' {
			i++
		}
		j := digits(s, i)
		if j == i {
			return -1
		}
		i = j
	}
	return i
}

func digits(s string, i int) int {
	for isDigit(s[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return c-'0' <= 9 }
