package support

import (
	"encoding/binary"
	"encoding/json"
	"math/bits"
	"unicode/utf8"
)

// isRawJSON reports whether raw is one JSON value, in UTF-8.
func isRawJSON(raw []byte) bool {
	return simpleEnd(raw, 0, 0) == len(raw) && len(raw) > 0 || json.Valid(raw) && utf8.Valid(raw)
}

// simpleDepth is how deep simple values nest at most.
const simpleDepth = 32

// simpleEnd returns the index behind the value at i if it is of the form that
// most values have: ASCII without escapes, numbers without exponents, and not
// deep. For all others, JSON or not, it returns -1.
func simpleEnd(raw []byte, i, depth int) int {
	if i >= len(raw) || depth > simpleDepth {
		return -1
	}
	switch c := raw[i]; c {
	case '"':
		return simpleText(raw, i+1)
	case '{', '[':
		return simpleNested(raw, i+1, depth, c+2) // "}" and "]" stand two behind
	case 't':
		return simpleWord(raw, i, "true")
	case 'f':
		return simpleWord(raw, i, "false")
	case 'n':
		return simpleWord(raw, i, "null")
	}
	return simpleNumber(raw, i)
}

func simpleWord(raw []byte, i int, word string) int {
	if len(raw)-i >= len(word) && string(raw[i:i+len(word)]) == word {
		return i + len(word)
	}
	return -1
}

// simpleText returns the index behind the closing quote of the string whose
// text begins at i.
func simpleText(raw []byte, i int) int {
	for ; i+8 <= len(raw); i += 8 {
		if m := special(binary.LittleEndian.Uint64(raw[i:])); m != 0 {
			i += bits.TrailingZeros64(m) >> 3
			break
		}
	}
	for ; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '"':
			return i + 1
		case c < ' ', c >= utf8.RuneSelf, c == '\\':
			return -1
		}
	}
	return -1
}

func simpleNumber(raw []byte, i int) int {
	if raw[i] == '-' {
		i++
	}
	start := i
	if i = rawDigits(raw, i); i == start || raw[start] == '0' && i > start+1 {
		return -1
	}
	if i < len(raw) && raw[i] == '.' {
		if fraction := rawDigits(raw, i+1); fraction > i+1 {
			i = fraction
		} else {
			return -1
		}
	}
	if i < len(raw) && raw[i]|0x20 == 'e' {
		return -1
	}
	return i
}

func rawDigits(raw []byte, i int) int {
	for i < len(raw) && raw[i] >= '0' && raw[i] <= '9' {
		i++
	}
	return i
}

// simpleNested returns the index behind the object or list that begins before
// i and ends in closing.
func simpleNested(raw []byte, i, depth int, closing byte) int {
	if i = rawSpace(raw, i); i < len(raw) && raw[i] == closing {
		return i + 1
	}
	for i >= 0 && i < len(raw) {
		if closing == '}' {
			if i = simpleName(raw, i); i < 0 {
				return -1
			}
		}
		if i = simpleEnd(raw, i, depth+1); i < 0 {
			return -1
		}
		switch i = rawSpace(raw, i); {
		case i == len(raw):
			return -1
		case raw[i] == closing:
			return i + 1
		case raw[i] != ',':
			return -1
		}
		i = rawSpace(raw, i+1)
	}
	return -1
}

// simpleName returns the index of the value behind the name at i.
func simpleName(raw []byte, i int) int {
	if raw[i] != '"' {
		return -1
	}
	if i = simpleText(raw, i+1); i < 0 {
		return -1
	}
	if i = rawSpace(raw, i); i == len(raw) || raw[i] != ':' {
		return -1
	}
	return rawSpace(raw, i+1)
}

func rawSpace(raw []byte, i int) int {
	for i < len(raw) && (raw[i] == ' ' || raw[i] == '\n' || raw[i] == '\t' || raw[i] == '\r') {
		i++
	}
	return i
}
