package parser

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawGo draws a type as Go's pages print it, with quote around names: code in
// the later generation, emphasis in the earlier one.
func drawGo(t *rapid.T, quote string, depth int) sample {
	leaves := []sample{
		{"string", "string"}, {"int", "int32"}, {"int64", "int64"}, {"float32", "float32"}, {"float64", "float64"},
		{"bool", "boolean"}, {"any", "any"}, {"[]byte", "bytes"}, {"io.ReadCloser", "stream"},
		{"[components.Book](../../models/components/book.md)", "&components/book"},
		{"[time.Time](https://pkg.go.dev/time#Time)", "date-time"}, {"[types.Date](../../types/date.md)", "date"},
	}
	if depth > 0 && rapid.Bool().Draw(t, "nested") {
		return wrapGo(t, drawGo(t, quote, depth-1))
	}
	leaf := rapid.SampledFrom(leaves).Draw(t, "type")
	pointer := ""
	if rapid.Bool().Draw(t, "pointer") {
		pointer = "*"
		leaf.shown += " or null"
	}
	if label, ok := strings.CutPrefix(leaf.printed, "["); ok && leaf.printed != "[]byte" {
		leaf.printed = "[" + pointer + label
	} else {
		leaf.printed = quote + pointer + leaf.printed + quote
	}
	return leaf
}

// wrapGo draws a list or a map of elem.
func wrapGo(t *rapid.T, elem sample) sample {
	if !strings.HasSuffix(elem.shown, " or null") {
		elem.shown += "?"
	}
	if rapid.Bool().Draw(t, "list") {
		return sample{"[]" + elem.printed, "list<" + elem.shown + ">"}
	}
	return sample{"map[string]" + elem.printed, "map<" + elem.shown + ">"}
}

// TestTypeGrammarGo prints types of both generations and reads them back.
func TestTypeGrammarGo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quote, d := "`", go2026
		if rapid.Bool().Draw(t, "earlier") {
			quote, d = "*", go2025
		}
		readBack(t, d, wrapGo(t, drawGo(t, quote, 4)))
	})
}
