package support

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
)

// decodeNumber keeps a number as it is written.
func decodeNumber(p *json.Number, d *decoder, i int) int {
	j, _ := numberEnd(d.s, i)
	if j < 0 {
		return d.mismatch(i, "a number")
	}
	*p = json.Number(d.s[i:j])
	return j
}

// decodeInteger decodes a number that is an integer, however it is written.
func decodeInteger[T ~int64](p *T, d *decoder, i int) int {
	s := d.s
	j, integer := numberEnd(s, i)
	if j < 0 {
		return d.mismatch(i, "an integer")
	}
	text := s[i:j]
	if !integer {
		whole, ok := wholeNumber(text)
		if !ok {
			d.violate(i, ErrKind, "want an integer, not a fraction")
			return j
		}
		text = whole
	}
	v, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		d.violate(i, ErrRange, "more than 64 bits")
		return j
	}
	*p = T(v)
	return j
}

// wholeNumber writes a number without fraction and exponent. ok is false for
// one that is no integer. What is beyond all range is cut short: it has too
// many digits for an int64 anyway.
func wholeNumber(text string) (whole string, ok bool) {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	exponent := 0
	if e := strings.IndexAny(text, "eE"); e >= 0 {
		v, err := strconv.Atoi(text[e+1:])
		if errors.Is(err, strconv.ErrRange) {
			v = math.MaxInt32
			if text[e+1] == '-' {
				v = -v
			}
		}
		exponent, text = v, text[:e]
	}
	digits := text
	if dot := strings.IndexByte(text, '.'); dot >= 0 {
		digits = text[:dot] + text[dot+1:]
		exponent -= len(text) - dot - 1
	}
	short := strings.TrimRight(digits, "0")
	exponent += len(digits) - len(short)
	short = strings.TrimLeft(short, "0")
	switch {
	case short == "":
		return "0", true
	case exponent < 0:
		return "", false
	}
	return sign + short + strings.Repeat("0", min(exponent, 20)), true
}

// powers are the powers of ten that a float64 holds exactly.
var powers = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// decodeFloat decodes a number to the nearest float64.
func decodeFloat[T ~float64](p *T, d *decoder, i int) int {
	s := d.s
	j, _ := numberEnd(s, i)
	if j < 0 {
		return d.mismatch(i, "a number")
	}
	if v, ok := shortFloat(s[i:j]); ok {
		*p = T(v)
		return j
	}
	v, err := strconv.ParseFloat(s[i:j], 64)
	if err != nil {
		d.violate(i, ErrRange, "beyond double precision")
		return j
	}
	*p = T(v)
	return j
}

// shortFloat reads numbers of few digits without an exponent: an integer that
// a float64 holds exactly, divided by a power of ten that it holds exactly, is
// rounded once, as it must be.
func shortFloat(text string) (float64, bool) {
	if len(text) > 17 {
		return 0, false
	}
	var mantissa uint64
	point := len(text)
	for i := range len(text) {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			mantissa = mantissa*10 + uint64(c-'0')
		case c == '.':
			point = i + 1
		case c == '-':
		default:
			return 0, false
		}
	}
	if mantissa >= 1<<53 {
		return 0, false
	}
	v := float64(mantissa) / powers[len(text)-point]
	if text[0] == '-' {
		v = -v
	}
	return v, true
}
