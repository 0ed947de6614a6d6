package plan

import (
	"testing"

	"github.com/docgen-go/docgen/ir"
)

// TestQuotable holds examples against the types whose values may be strings.
func TestQuotable(t *testing.T) {
	for text, want := range map[string]string{
		"1.50":     "",
		"1e400":    "",
		`"1.50"`:   "",
		`"-1e400"`: "",
		`""`:       "it is not a number",
		`"n/a"`:    "it is not a number",
		`" 1"`:     "it is not a number",
		`"1 "`:     "it is not a number",
		`"007"`:    "it is not a number",
		`"null"`:   "it is not a number",
		"true":     "it is not a number",
		"n/a":      "it is not JSON",
	} {
		for _, p := range []ir.Prim{ir.BigInt, ir.Decimal} {
			if got := misfit(p, false, exampleJSON(p, text)); got != want {
				t.Errorf("%s as %s: %q, want %q", text, ir.TypeText(p), got, want)
			}
		}
	}
}

// TestApart holds that a number is never told from a decimal before it, but
// that a decimal may be: it can be a string.
func TestApart(t *testing.T) {
	number, decimal := &Shape{Kinds: "kindNumber"}, &Shape{Kinds: "kindDecimal"}
	if !number.same(decimal) || !decimal.same(decimal) || decimal.same(number) || decimal.same(&Shape{Kinds: "kindString"}) {
		t.Error("numbers and decimals are told apart in another way")
	}
}
