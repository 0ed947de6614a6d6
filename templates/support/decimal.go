package support

import (
	"encoding/json"
	"strings"
)

// A Decimal is a decimal number of any precision, or an integer of any size.
// Its Number is the text as it arrived, to the last digit. APIs send such
// numbers as they are or, so that no reader rounds them, in strings, and their
// references rarely say which: Quoted remembers it, and it is written again.
//
// Decimals are equal if they are written alike: 1.5 and 1.50 are two. The
// zero Decimal is written as 0. Validate reports text that is no number as
// JSON has them.
type Decimal struct {
	json.Number
	Quoted bool // it is a string in JSON
}

// NewDecimal returns the number of that text.
func NewDecimal(text string) Decimal { return Decimal{Number: json.Number(text)} }

// QuotedDecimal returns the number of that text, which is a string in JSON.
func QuotedDecimal(text string) Decimal { return Decimal{json.Number(text), true} }

// UnmarshalJSON decodes a number, or a string.
func (n *Decimal) UnmarshalJSON(data []byte) error {
	d := newDecoder(data)
	return d.finish(decodeDecimal(n, d, d.start()))
}

// MarshalJSON encodes n as a number, or as a string where it is quoted.
func (n Decimal) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(encodeDecimal(&n, e.buf, e))
}

// decodeDecimal keeps a number as it is written, and text as well: what is
// wrong with that, Validate says.
func decodeDecimal(p *Decimal, d *decoder, i int) int {
	if d.s[i] == '"' {
		text, end := d.text(i)
		*p = QuotedDecimal(text)
		return end
	}
	end := numberEnd(d.s, i)
	if end < 0 {
		return d.mismatch(i, "a number or a string")
	}
	*p = NewDecimal(d.s[i:end])
	return end
}

func encodeDecimal(p *Decimal, b []byte, e *encoder) []byte {
	if p.Quoted {
		return appendText(b, string(p.Number), e)
	}
	return encodeNumber(&p.Number, b, e)
}

func (n *Decimal) validate(v *validator) {
	if *n != (Decimal{}) && !isNumberText(string(n.Number)) {
		v.report(ErrFormat, "want a number")
	}
}

// validateInteger is for Decimals that the reference calls integers. As
// numbers, 1.0 and 1e3 are integers, too; in a string, there are digits.
func validateInteger(p *Decimal, v *validator) {
	text := string(p.Number)
	ok := isNumberText(text)
	if ok && p.Quoted {
		ok = !strings.ContainsAny(text, ".eE")
	} else if ok {
		_, ok = wholeNumber(text)
	}
	if !ok && *p != (Decimal{}) {
		v.report(ErrFormat, "want an integer")
	}
}
