package parser

import (
	"testing"

	"pgregory.net/rapid"
)

// drawTypeScript draws a type as TypeScript's pages print it.
func drawTypeScript(t *rapid.T, depth int) sample {
	leaves := []sample{
		{"*string*", "string"}, {"*number*", "number"}, {"*boolean*", "boolean"}, {"*any*", "any"},
		{`*"a, [b] | c"*`, `"a, [b] | c"`}, {"*false*", "false"}, {"*-12.5*", "-12.5"},
		{"[components.Book](../../models/components/book.md)", "&components/book"},
		{"*components.Book*", "&components/book"}, {"components.Book", "&components/book"},
		{"[Date](https://developer.mozilla.org/Date)", "date-time"}, {"[RFCDate](../../types/rfcdate.md)", "date"},
		{"*ReadableStream<Uint8Array>*", "stream"},
	}
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom(leaves).Draw(t, "type")
	}
	elem := drawTypeScript(t, depth-1)
	mark := "?"
	switch rapid.IntRange(0, 3).Draw(t, "wrap") {
	case 0:
		elem.printed = "(" + elem.printed + ` \| *null*)`
		mark = " or null"
	case 1:
		elem = sample{"(" + elem.printed + ` \| *12*)`, "(" + elem.shown + " | 12)"}
		if elem.shown == "(stream | 12)" { // a body that is no JSON is never one of several
			elem.shown = "stream"
		}
	}
	if rapid.Bool().Draw(t, "list") {
		return sample{elem.printed + "[]", "list<" + elem.shown + mark + ">"}
	}
	form := rapid.SampledFrom([]string{"Record<string, ", "{ [k: string]: "}).Draw(t, "map")
	closing := map[byte]string{'R': ">", '{': " }"}[form[0]]
	return sample{form + elem.printed + closing, "map<" + elem.shown + mark + ">"}
}

// TestTypeGrammarTypeScript prints types and reads them back.
func TestTypeGrammarTypeScript(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { readBack(t, typescript{}, drawTypeScript(t, 4)) })
}
