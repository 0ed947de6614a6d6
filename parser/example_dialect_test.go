package parser

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/ir"
)

// The parts of this file between marks stand in the manual as well.

// begin: type

// elm reads the pages of a generator that nobody has written yet, for Elm.
type elm struct{ silent }

func (elm) name() string   { return "example-elm" }
func (elm) names() ir.Case { return ir.CaseCamel }

// end: type

// begin: prims

var elmPrims = map[string]ir.Prim{
	"String": ir.String, "Bool": ir.Boolean, "Int": ir.Int64, "Float": ir.Float64, "Value": ir.Any,
}

// end: prims

// begin: expr

// expr implements dialect.
func (elm) expr(p *typeParser) typeExpr {
	if e, ok := p.marked(p.expr); ok { // *Int*, `Int` or [Card](card.md)
		return e
	}
	if p.accept('(') {
		e := p.expr()
		p.expect(')')
		return e
	}
	name, at := p.name("")
	switch name {
	case "":
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "List":
		return p.listOf(p.expr())
	case "Maybe":
		e := p.expr()
		e.optional = true
		return e
	case "Dict":
		p.key("String")
		return p.mapOf(p.expr())
	}
	if prim, ok := elmPrims[name]; ok && !p.isModel(name) {
		return typeExpr{typ: prim}
	}
	return p.reference(name, at)
}

// end: expr

// begin: null

// null implements dialect: a Maybe that has to be there is null without a value.
func (elm) null(e typeExpr, required bool) ir.Null {
	if e.optional && required {
		return ir.NullYes
	}
	return ir.NullUnknown
}

// end: null

// begin: variant

// variant implements dialect: the heading names the type.
func (elm) variant(b *builder, h heading, _ *fence) (ir.Variant, bool) { return b.headingVariant(h) }

// end: variant

// TestExampleDialect reads the pages of the example with the dialect of the
// example, and holds the manual against both.
func TestExampleDialect(t *testing.T) {
	before := dialects
	t.Cleanup(func() { dialects = before })
	dialects = append(dialects[:len(dialects):len(dialects)], elm{})

	const path = "testdata/example_dialect.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pages, want := split(archive)
	schema, diags, err := Parse(context.Background(), pages, Options{Dialect: "example-elm"})
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Check(); err != nil {
		t.Error(err)
	}
	got := map[string]string{"schema": schema.Text(), "diagnostics": diagnosticText(diags)}
	if *update {
		rewrite(t, path, archive, got)
	} else if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	checkQuotes(t, "../docs/guide/dialect-howto.md", map[string]string{
		"example_dialect_test.go": quoted(t, "example_dialect_test.go"),
		"card.md":                 string(pages[0].Content),
		"schema":                  got["schema"],
		"diagnostics":             got["diagnostics"],
	})
}

var (
	quote = regexp.MustCompile("(?ms)(^<!-- from (\\S+)(?: (\\w+))? -->\n```\\w+\n)(.*?)^```\n")
	part  = regexp.MustCompile(`(?ms)^// begin: (\w+)\n\n(.*?)\n^// end: \w+\n`)
)

func quoted(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// checkQuotes holds each block of a page that says where it is from against
// that place.
func checkQuotes(t *testing.T, path string, from map[string]string) {
	t.Helper()
	page := quoted(t, path)
	parts := map[string]string{}
	for file, text := range from {
		parts[file+" "] = text
		for _, m := range part.FindAllStringSubmatch(text, -1) {
			parts[file+" "+m[1]] = m[2]
		}
	}
	seen := map[string]bool{}
	for _, m := range quote.FindAllStringSubmatch(page, -1) {
		key := m[2] + " " + m[3]
		seen[key] = true
		if *update {
			page = strings.Replace(page, m[0], m[1]+parts[key]+"```\n", 1)
		} else if diff := cmp.Diff(m[4], parts[key]); diff != "" {
			t.Errorf("%s shows (-) and %s is (+):\n%s", path, key, diff)
		}
	}
	for key := range parts {
		if !seen[key] && key != "example_dialect_test.go " {
			t.Errorf("%s does not show %s", path, key)
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
