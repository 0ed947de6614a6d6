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
	j := numberEnd(d.s, i)
	if j < 0 {
		return d.mismatch(i, "a number")
	}
	*p = json.Number(d.s[i:j])
	return j
}

// isNumberText reports whether text is a number as JSON has them.
func isNumberText(text string) bool { return numberEnd(text+padding, 0) == len(text) }

// decodeInteger decodes a number that is an integer, however it is written.
func decodeInteger[T ~int64](p *T, d *decoder, i int) int {
	s, j := d.s, i
	if s[j] == '-' {
		j++
	}
	first := j
	var v int64
	for ; isDigit(s[j]); j++ {
		v = v*10 + int64(s[j]-'0')
	}
	// Eighteen digits always fit. What is rarer takes the long way.
	if n := j - first; n == 0 || n > 18 || s[first] == '0' && n > 1 || s[j] == '.' || s[j]|0x20 == 'e' {
		v, j = d.hardInteger(i)
		if j >= 0 {
			*p = T(v)
		}
		return j
	}
	if s[i] == '-' {
		v = -v
	}
	*p = T(v)
	return j
}

// hardInteger is decodeInteger for every number, and for what is none.
func (d *decoder) hardInteger(i int) (int64, int) {
	j := numberEnd(d.s, i)
	if j < 0 {
		return 0, d.mismatch(i, "an integer")
	}
	v, err := parseInteger(d.s[i:j])
	switch {
	case errors.Is(err, strconv.ErrRange):
		d.violate(i, ErrRange, "more than 64 bits")
	case err != nil:
		d.violate(i, ErrKind, "want an integer, not a fraction")
	}
	return v, j
}

// parseInteger returns the value of a number that is an integer. The error is
// strconv.ErrRange or strconv.ErrSyntax.
func parseInteger(text string) (int64, error) {
	whole, ok := wholeNumber(text)
	if !ok {
		return 0, strconv.ErrSyntax
	}
	v, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return 0, strconv.ErrRange
	}
	return v, nil
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
		v, _ := strconv.Atoi(text[e+1:]) // out of range, it is the nearest int
		exponent, text = max(min(v, math.MaxInt32), -math.MaxInt32), text[:e]
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

// decodeFloat decodes a number to the nearest float64. One of few digits and
// without an exponent is an integer that a float64 holds exactly, divided by a
// power of ten that it holds exactly: that is rounded once, as it must be.
func decodeFloat[T ~float64](p *T, d *decoder, i int) int {
	s, j := d.s, i
	if s[j] == '-' {
		j++
	}
	first := j
	var mantissa uint64
	for ; isDigit(s[j]); j++ {
		mantissa = mantissa*10 + uint64(s[j]-'0')
	}
	size, point := j-first, j
	if s[j] == '.' {
		for j++; isDigit(s[j]); j++ {
			mantissa = mantissa*10 + uint64(s[j]-'0')
		}
		point++
	}
	// Nineteen digits do not overflow.
	if size == 0 || s[first] == '0' && size > 1 || point > j || point > first+size && point == j ||
		j-first > 19 || mantissa >= 1<<53 || s[j]|0x20 == 'e' {
		v, j := d.hardFloat(i)
		if j >= 0 {
			*p = T(v)
		}
		return j
	}
	v := float64(mantissa) / powers[j-point]
	if s[i] == '-' {
		v = -v
	}
	*p = T(v)
	return j
}

// hardFloat is decodeFloat for every number, and for what is none.
func (d *decoder) hardFloat(i int) (float64, int) {
	j := numberEnd(d.s, i)
	if j < 0 {
		return 0, d.mismatch(i, "a number")
	}
	v, err := strconv.ParseFloat(d.s[i:j], 64)
	if err != nil {
		d.violate(i, ErrRange, "beyond double precision")
		return 0, j
	}
	return v, j
}
