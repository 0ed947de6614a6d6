package parser

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

func FuzzTypeTables(f *testing.F) {
	fuzzType(f, tables{},
		"array of strings or null", "map<string, list<int64>>", "`string \\| null`", "string → array of integer[]",
		`"a" | "b", 'c' or 3`, "one of `a`, `b`", "enum(a, b / c)", "string (uuid, nullable, at most (2) 3)", "?[[string]]",
		"[array of Card](#card) objects", "dict[str, [X](y.md#z)]", "map of string to a list of dates", "list&lt;a<br/>&gt;",
		"optional enum:", "enum(", "string one of", "(((", "array of", "``", "object of ?", "string, in ISO 8601 format",
	)
}

// FuzzTablePage reads any text as a page of a hand-written tree.
func FuzzTablePage(f *testing.F) {
	for _, seed := range []string{
		"# A\n\n| Field | Type | Required |\n|---|---|---|\n| a.b[].c | object | yes |\n| » d | A[] | no? |\n",
		"# A\n\n## Values\n\n| Name | Value | Meaning |\n|-|-|-|\n| a | 1 | b |\n\n# B\n\n| Key | Type |\n|-|-|\n| `*` | A |\n",
		"# A\n\nOne of:\n\n- [B](#b)\n- [A](#a)\n\n## B\n\n- `x`\n",
		"|a|Type|Name|\n|-|-|-|\n# ~~[x](y)~~ {#z}\n|Name|Type|Null|\n|-|-|-|\n|&nbsp;|?|\n|↳ x*|a|\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("docs/models/a.md", []byte(text))
		schema, _, err := Parse(context.Background(), []*source.File{file}, Options{Dialect: "tables"})
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Check(); err != nil {
			t.Error(err)
		}
	})
}

// A wordType is a type in words, and what it is to be read as.
type wordType struct {
	text string
	want string
	unit bool // nothing behind it can change what it means
}

// drawWords writes a type in one of the ways that people do.
func drawWords(t *rapid.T, depth int) wordType {
	leaf := rapid.SampledFrom([]wordType{
		{"string", "string", true}, {"Integer", "int64", true}, {"`bool`", "boolean", true}, {"**number**", "number", true},
		{"Card", "&a/card", true}, {"[Card](#card)", "&a/card", true}, {"uuid", "string", true}, {"date-time", "date-time", true},
	})
	if depth == 0 {
		return leaf.Draw(t, "leaf")
	}
	inner := drawWords(t, depth-1)
	bare := inner.text
	grouped := bare
	if !inner.unit {
		grouped = "(" + bare + ")"
	}
	keyed := "map[string]" + bare
	if bare[0] == '(' { // which would make it a link
		keyed = "map of " + bare
	}
	list, dict := "list<"+inner.want+"?>", "map<"+inner.want+"?>"
	return rapid.SampledFrom([]wordType{
		inner,
		{"array of " + bare, list, false}, {"list of " + bare, list, false}, {"array<" + bare + ">", list, true},
		{"Array[" + bare + "]", list, true}, {grouped + "[]", list, true}, {"[]" + grouped, list, false},
		{"map<string, " + bare + ">", dict, true}, {keyed, dict, false}, {"dict[str, " + bare + "]", dict, true},
		{"object of " + grouped, dict, false}, {"map of string to " + bare, dict, false}, {"string → " + bare, dict, false},
	}).Draw(t, "type")
}

// TestTypesInWords writes types in the ways of people and reads them.
func TestTypesInWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typ := drawWords(t, rapid.IntRange(0, 4).Draw(t, "depth"))
		escaped := strings.ReplaceAll(typ.text, "|", `\|`)
		page := "# Card\n\n| Field | Type | Required |\n| --- | --- | --- |\n| a | " + escaped + " | yes |\n"
		file := source.NewFile("a.md", []byte(page))
		schema, diags, err := Parse(context.Background(), []*source.File{file}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range diags {
			t.Errorf("%s: %s", typ.text, d.Message)
		}
		o, ok := schema.Models[0].(*ir.Object)
		if !ok || len(o.Fields) != 1 {
			t.Fatalf("%s: no field", page)
		}
		if got := ir.TypeText(o.Fields[0].Type); got != typ.want {
			t.Errorf("%s: read as %s, want %s", typ.text, got, typ.want)
		}
	})
}
