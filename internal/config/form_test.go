package config

import (
	"encoding/json"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/docgen-go/docgen/internal/source"
)

// colours is a form of words.
var colours = words[int]{{"red", 1, "as [blood](a.md) is"}, {"green", 2, "as `grass` is"}}

// TestWords holds that a word stands for its value, that another one is an
// error with its place, and that the manual and the schema explain the words.
func TestWords(t *testing.T) {
	for text, want := range map[string]struct {
		value int
		err   string
	}{
		"green":  {2, ""},
		"geen":   {0, `docgen.yaml:1:1: unknown value "geen"; did you mean "green"?`},
		"purple": {0, `docgen.yaml:1:1: unknown value "purple"; the values are red and green`},
		"[red]":  {0, "docgen.yaml:1:1: a text should stand here"},
	} {
		r, n := node(t, text)
		got := colours.read(r, n)
		said := ""
		if r.err != nil {
			said = r.err.Error()
		}
		if got != want.value || said != want.err {
			t.Errorf("%s: %d, %s", text, got, said)
		}
	}
	k := field("colour", colours, func(o *int) *int { return o }, "what it looks like").or("red")
	const row = "| `colour` | `red` or `green` | `red` | what it looks like. `red`: as [blood](a.md) is; `green`: as `grass` is |\n"
	if got := (mapping[int]{"thing", []key[int]{k}}).rows(""); got != row {
		t.Errorf("the row is\n%s", got)
	}
	schema, err := json.Marshal(k.schema())
	const wantSchema = `{"description":"what it looks like","default":"red","anyOf":[` +
		`{"description":"as blood is","const":"red"},{"description":"as grass is","const":"green"}]}`
	if err != nil || string(schema) != wantSchema {
		t.Errorf("the schema is %s, %v", schema, err)
	}
}

// node parses a YAML text.
func node(t *testing.T, text string) (*reader, ast.Node) {
	t.Helper()
	tree, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		t.Fatal(err)
	}
	return &reader{file: source.NewFile("docgen.yaml", []byte(text))}, tree.Docs[0].Body
}
