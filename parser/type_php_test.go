package parser

import (
	"testing"

	"pgregory.net/rapid"
)

// drawPHP draws a type as PHP's pages print it.
func drawPHP(t *rapid.T, depth int) sample {
	leaves := []sample{
		{"*string*", "string?"}, {"*int*", "int64?"}, {"*float*", "float64?"}, {"*bool*", "boolean?"},
		{"*mixed*", "any?"}, {"*?string*", "string or null"}, {"*?int*", "int64 or null"},
		{`[Components\Book](../../models/components/book.md)`, "&components/book?"},
		{`[?Components\Book](../../models/components/book.md)`, "&components/book or null"},
		{`[\Library\Models\Components\Book](../../models/components/book.md)`, "&components/book?"},
		{`[string\|array\|null](../../models/components/book.md)`, "&components/book or null"},
		{`[Components\Book|int](../../models/components/book.md)`, "&components/book?"},
		{`*string\|array\|null*`, "(string | any) or null"}, {`*int|float*`, "(int64 | float64)?"},
		{`[\DateTime](https://www.php.net/manual/en/class.datetime.php)`, "date-time (uncertain)?"},
	}
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return rapid.SampledFrom(leaves).Draw(t, "type")
	}
	elem := drawPHP(t, depth-1)
	if rapid.Bool().Draw(t, "list") {
		return sample{"array<" + elem.printed + ">", "list<" + elem.shown + ">?"}
	}
	return sample{"array<string, " + elem.printed + ">", "map<" + elem.shown + ">?"}
}

// TestTypeGrammarPHP prints lists of types and reads them back.
func TestTypeGrammarPHP(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		elem := drawPHP(t, 4)
		readBack(t, php{}, sample{"array<" + elem.printed + ">", "list<" + elem.shown + ">"})
	})
}
