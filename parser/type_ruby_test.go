package parser

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestTypeGrammarRuby prints types of Ruby and reads them back.
func TestTypeGrammarRuby(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { readBack(t, ruby{}, drawRuby(t, 4, false)) })
}

// drawRuby draws a type as it stands in a cell or, when inside, in a label.
func drawRuby(t *rapid.T, depth int, inside bool) sample {
	if depth == 0 || rapid.Bool().Draw(t, "leaf") {
		return drawRubyLeaf(t, inside)
	}
	if !inside && rapid.Bool().Draw(t, "union") {
		return drawRubyUnion(t, depth)
	}
	elem := drawRuby(t, depth-1, inside)
	mark := "?"
	if scalar, ok := strings.CutPrefix(elem.printed, "*"); ok && rapid.Bool().Draw(t, "null") {
		elem.printed, mark = "*T.nilable("+strings.TrimSuffix(scalar, "*")+")*", " or null"
	}
	if rapid.Bool().Draw(t, "map") {
		return sample{"T::Hash[Symbol, " + elem.printed + "]", "map<" + elem.shown + mark + ">"}
	}
	form := "T::Array<%s>"
	if inside {
		form = "T::Array[%s]"
	}
	return sample{fmt.Sprintf(form, elem.printed), "list<" + elem.shown + mark + ">"}
}

func drawRubyLeaf(t *rapid.T, inside bool) sample {
	leaf := rapid.SampledFrom([]sample{
		{"::String", "string"}, {"::Integer", "int64"}, {"::Float", "float64"}, {"T::Boolean", "boolean"}, {"::Object", "any"},
		{"Models::Components::Book", "&components/book"}, {"Date", "date-time (uncertain)"}, {"DateTime", "date (uncertain)"},
	}).Draw(t, "type")
	switch {
	case inside && leaf.printed == "Date":
		leaf.shown = "date"
	case inside && leaf.printed == "DateTime":
		leaf.shown = "date-time"
	case inside:
	case strings.HasPrefix(leaf.printed, "Models"):
		leaf.printed = "[" + leaf.printed + "](../../models/components/book.md)"
	case strings.HasPrefix(leaf.printed, "Date"):
		leaf.printed = "[" + leaf.printed + "](https://ruby-doc.org/stdlib/libdoc/date/rdoc/Date.html)"
	default:
		leaf.printed = "*" + leaf.printed + "*"
	}
	return leaf
}

// drawRubyUnion draws a union that is written in place, with or without a link
// to a page of its own.
func drawRubyUnion(t *rapid.T, depth int) sample {
	var printed, shown []string
	for range rapid.IntRange(2, 4).Draw(t, "members") {
		m := drawRuby(t, depth-1, true)
		printed, shown = append(printed, m.printed), append(shown, m.shown)
	}
	label := "T.any(" + strings.Join(printed, ", ") + ")"
	if rapid.Bool().Draw(t, "linked") {
		return sample{"[" + label + "](../../models/components/book.md)", "&components/book"}
	}
	return sample{"*" + label + "*", "(" + strings.Join(shown, " | ") + ")"}
}
