package support

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"unicode/utf8"
)

// The functions of this file append a value.

func encodeText[T ~string](p *T, b []byte, e *encoder) []byte { return appendText(b, string(*p), e) }

func encodeBool[T ~bool](p *T, b []byte, _ *encoder) []byte { return strconv.AppendBool(b, bool(*p)) }

func encodeInteger[T ~int64](p *T, b []byte, _ *encoder) []byte {
	return strconv.AppendInt(b, int64(*p), 10)
}

func encodeRaw(p *json.RawMessage, b []byte, e *encoder) []byte { return encodeOpaque(p, b, e) }

func encodeOpaque[T ~[]byte](p *T, b []byte, e *encoder) []byte {
	if *p == nil {
		return append(b, "null"...)
	}
	if !isRawJSON(*p) {
		e.fail(fmt.Errorf("a raw value is not JSON: %.40q", []byte(*p)))
	}
	return append(b, *p...)
}

func encodeNumber(p *json.Number, b []byte, e *encoder) []byte {
	text := string(*p)
	if text == "" {
		text = "0"
	}
	if !isNumberText(text) {
		e.fail(fmt.Errorf("not a JSON number: %.40q", text))
	}
	return append(b, text...)
}

func encodeBytes(p *[]byte, b []byte, _ *encoder) []byte {
	b = append(b, '"')
	b = base64.StdEncoding.AppendEncode(b, *p)
	return append(b, '"')
}

func encodeOrNull[T any](p **T, b []byte, e *encoder, elem func(*T, []byte, *encoder) []byte) []byte {
	switch {
	case *p == nil:
		return append(b, "null"...)
	case e.err != nil:
		return b
	}
	return elem(*p, b, e)
}

func encodeList[T any](p *[]T, b []byte, e *encoder, elem func(*T, []byte, *encoder) []byte) []byte {
	if !e.enter() {
		return b
	}
	b = append(b, '[')
	for i := range *p {
		if i > 0 {
			b = append(b, ',')
		}
		b = elem(&(*p)[i], b, e)
	}
	e.depth--
	return append(b, ']')
}

func encodeMap[T any](p *map[string]T, b []byte, e *encoder, elem func(*T, []byte, *encoder) []byte) []byte {
	if !e.enter() {
		return b
	}
	b = append(b, '{')
	v := new(T)
	for i, name := range sortedNames(nil, *p) {
		if i > 0 {
			b = append(b, ',')
		}
		*v = (*p)[name]
		b = appendText(b, name, e)
		b = append(b, ':')
		b = elem(v, b, e)
	}
	e.depth--
	return append(b, '}')
}

// encodeName returns a member name as JSON text, for messages and spellings.
func encodeName(name string) []byte { return appendText(nil, name, new(encoder)) }

// appendText appends a string with the escapes that RFC 8259 demands, and no
// others.
func appendText(b []byte, s string, e *encoder) []byte {
	n := len(b)
	b = slices.Grow(b, len(s)+2)[:n+len(s)+2]
	b[n] = '"'
	out := b[n+1 : n+1+len(s)]
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := load(s, i)
		if m := special(w); m != 0 {
			return appendHardText(append(b[:n+1], s[:i]...), s, i, i+bits.TrailingZeros64(m)>>3, e)
		}
		binary.LittleEndian.PutUint64(out[i:], w)
	}
	if i < len(s) && len(s) >= 8 { // the last eight bytes, some of them again
		w := load(s, len(s)-8)
		if special(w) != 0 {
			return appendHardText(b[:n+1+i], s, i, i, e)
		}
		binary.LittleEndian.PutUint64(out[len(s)-8:], w)
		i = len(s)
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == '"' || c == '\\' {
			return appendHardText(b[:n+1+i], s, i, i, e)
		}
		out[i] = c
	}
	b[len(b)-1] = '"'
	return b
}

var errText = errors.New("a string is not valid UTF-8")

// appendHardText goes on with a string that was appended up to from and is
// plain up to i.
func appendHardText(b []byte, s string, from, i int, e *encoder) []byte {
	for i < len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				e.fail(errText)
			}
			i += size
		case c >= ' ' && c != '"' && c != '\\':
			i++
		default:
			b = append(b, s[from:i]...)
			b = appendEscape(b, c)
			i++
			from = i
		}
	}
	b = append(b, s[from:]...)
	return append(b, '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	const hex = "0123456789abcdef"
	return append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}

// encodeFloat appends the shortest decimal that reads back equal.
func encodeFloat[T ~float64](p *T, b []byte, e *encoder) []byte {
	v := float64(*p)
	size := math.Abs(v)
	// A decimal of at most fifteen digits that reads back equal is the
	// shortest: no two of them are the same float64.
	if size < 1e9 {
		if cents := int64(size*100 + 0.5); float64(cents)/100 == size {
			return appendCents(b, cents, math.Signbit(v))
		}
		if micros := int64(size*1e6 + 0.5); float64(micros)/1e6 == size {
			return appendMicros(b, micros, math.Signbit(v))
		}
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		e.fail(fmt.Errorf("JSON has no number for %v", v))
		return append(b, '0')
	}
	format := byte('f')
	if size < 1e-6 || size >= 1e21 {
		format = 'e'
	}
	b = strconv.AppendFloat(b, v, format, -1, 64)
	if n := len(b); format == 'e' && n >= 4 && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b = append(b[:n-2], b[n-1])
	}
	return b
}

// appendCents appends a number of hundredths as a decimal. Most fractions in
// JSON are amounts of money.
func appendCents(b []byte, cents int64, negative bool) []byte {
	if negative {
		b = append(b, '-')
	}
	b = strconv.AppendInt(b, cents/100, 10)
	switch fraction := byte(cents % 100); {
	case fraction == 0:
		return b
	case fraction%10 == 0:
		return append(b, '.', '0'+fraction/10)
	default:
		return append(b, '.', '0'+fraction/10, '0'+fraction%10)
	}
}

// appendMicros appends a number of millionths as a decimal.
func appendMicros(b []byte, micros int64, negative bool) []byte {
	if negative {
		b = append(b, '-')
	}
	b = strconv.AppendInt(b, micros/1e6, 10)
	fraction := micros % 1e6
	if fraction == 0 {
		return b
	}
	digits := [7]byte{'.'}
	for i := 6; i > 0; i-- {
		digits[i] = byte('0' + fraction%10)
		fraction /= 10
	}
	end := len(digits)
	for digits[end-1] == '0' {
		end--
	}
	return append(b, digits[:end]...)
}
