package breaking

import (
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// The primitive types of numbers, each holding the values of those before it,
// and every fraction type those of every integer type. Those of one rank hold
// the same values. The last of each may be strings as well, which no other
// type of numbers holds.
var (
	integers  = map[ir.Prim]int{ir.Int32: 1, ir.Int64: 2, ir.BigInt: 3}
	fractions = map[ir.Prim]int{ir.Float32: 1, ir.Float64: 2, ir.Number: 2, ir.Decimal: 3}
)

// primWithin reports whether every value of a is one of b.
func primWithin(a, b ir.Prim) bool {
	switch {
	case a == b:
		return true
	case b == ir.String:
		return a == ir.Bytes
	case integers[a] > 0 && integers[b] > 0:
		return integers[a] <= integers[b]
	case a == ir.BigInt:
		return b == ir.Decimal
	case integers[a] > 0:
		return fractions[b] > 0
	}
	return fractions[a] > 0 && fractions[a] <= fractions[b]
}

// primOf returns the narrowest primitive type of a constant.
func primOf(v ir.Value) ir.Prim {
	switch {
	case v.IsString():
		return ir.String
	case v == "true" || v == "false":
		return ir.Boolean
	case strings.ContainsAny(string(v), ".eE"):
		return ir.Float32
	}
	return ir.Int32
}
