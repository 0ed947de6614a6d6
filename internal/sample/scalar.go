package sample

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"time"

	"github.com/docgen-go/docgen/ir"
)

// prim holds a value against a primitive type.
func (c *checker) prim(t ir.Prim, v value, at place) {
	switch t {
	case ir.String:
		c.want(kindString, v, at)
	case ir.Boolean:
		c.want(kindBool, v, at)
	case ir.Int32, ir.Int64:
		if c.want(kindNumber, v, at) {
			c.integer(t, v, at)
		}
	case ir.Float32, ir.Float64, ir.Number:
		c.want(kindNumber, v, at)
	case ir.BigInt, ir.Decimal:
		c.unbounded(t, v, at)
	case ir.Bytes:
		if !c.want(kindString, v, at) {
			return
		}
		if text, _ := v.token.(string); !isBase64(text) {
			c.report("DG0803", at, v, "the text is not base64", "")
		}
	}
}

func isBase64(text string) bool {
	_, err := base64.StdEncoding.DecodeString(text)
	return err == nil
}

// quotable matches the numbers that strings may hold.
var quotable = map[ir.Prim]*regexp.Regexp{
	ir.BigInt:  regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`),
	ir.Decimal: regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`),
}

// unbounded holds a value against a number of any size or precision, which
// travels as it is or in a string.
func (c *checker) unbounded(t ir.Prim, v value, at place) {
	text, isText := v.token.(string)
	if number, ok := v.token.(json.Number); ok {
		text = number.String()
	}
	switch {
	case quotable[t].MatchString(text):
	case isText:
		c.report("DG0803", at, v, fmt.Sprintf("the text is no %s", ir.TypeText(t)), "")
	case c.want(kindNumber, v, at):
		c.integer(t, v, at)
	}
}

// smallNumber matches the numbers that are looked at, if they have at most
// maxDigits characters: those beyond fit no integer type, and would only cost
// memory.
var smallNumber = regexp.MustCompile(`^-?[0-9.]+(?:[eE][+-]?[0-9]{1,3})?$`)

const maxDigits = 400

// integer holds a number against an integer type: 1.0 is one.
func (c *checker) integer(t ir.Prim, v value, at place) {
	n, _ := v.token.(json.Number)
	number := new(big.Rat)
	ok := len(n) <= maxDigits && smallNumber.MatchString(n.String())
	if ok {
		_, ok = number.SetString(n.String())
	}
	switch {
	case !ok:
		c.report("DG0803", at, v, fmt.Sprintf("%s is out of range for an integer", shortened(n.String())), "")
	case !number.IsInt():
		c.report("DG0803", at, v, fmt.Sprintf("%s, where the page says an integer", shortened(n.String())), "")
	case t != ir.BigInt && !number.Num().IsInt64():
		c.report("DG0803", at, v, fmt.Sprintf("%s is out of range for 64 bits", shortened(n.String())), "")
	}
}

func shortened(text string) string {
	const most = 40
	if len(text) <= most {
		return text
	}
	return text[:most] + "…"
}

// time holds a value against a date or a date-time. Where the page's label is
// not certain, it may be either.
func (c *checker) time(t *ir.Time, v value, at place) {
	if !c.want(kindString, v, at) {
		return
	}
	text, _ := v.token.(string)
	isDate, isDateTime := parses(time.DateOnly, text), parses(time.RFC3339, text)
	switch {
	case t.Format == ir.Date && isDate, t.Format == ir.DateTime && isDateTime:
	case !t.Certain && (isDate || isDateTime):
	case t.Format == ir.Date:
		c.report("DG0803", at, v, "the text is no date as RFC 3339 writes it", "")
	default:
		c.report("DG0803", at, v, "the text is no date-time as RFC 3339 writes it", "")
	}
}

func parses(layout, text string) bool {
	_, err := time.Parse(layout, text)
	return err == nil
}
