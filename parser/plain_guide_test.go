package parser

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// guideSpan matches a code span of the guide.
var guideSpan = regexp.MustCompile("`([^`]*)`")

// guideRows returns the rows of the first table of a section of the guide.
func guideRows(t *testing.T, section string) [][]string {
	t.Helper()
	content, err := os.ReadFile("../docs/guide/plain-tables.md")
	if err != nil {
		t.Fatal(err)
	}
	_, body, ok := strings.Cut(string(content), "\n## "+section+"\n")
	if !ok {
		t.Fatalf("the guide has no section %s", section)
	}
	body, _, _ = strings.Cut(body, "\n## ")
	var rows [][]string
	for _, line := range strings.Split(body, "\n") {
		if strings.HasPrefix(line, "| `") {
			cells := splitCells([]byte(line), 0, len(line))
			row := make([]string, len(cells))
			for i, c := range cells {
				row[i] = line[c.start:c.end]
			}
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		t.Fatalf("the section %s has no rows", section)
	}
	return rows
}

// guideField reads a page with one field.
func guideField(t *testing.T, typ, required string) ir.Field {
	t.Helper()
	page := "# Card\n\n| Field | Type | Required |\n| --- | --- | --- |\n| a | " + typ + " | " + required + " |\n"
	schema, diags, err := Parse(context.Background(), []*source.File{source.NewFile("page.md", []byte(page))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Code != "DG0114" {
			t.Errorf("%s: %s", page, d.Message)
		}
	}
	o, ok := schema.Models[0].(*ir.Object)
	if !ok || len(o.Fields) != 1 {
		t.Fatalf("%s\nhas no field", page)
	}
	return o.Fields[0]
}

// TestGuideToTypes holds what the guide says of types against the parser.
func TestGuideToTypes(t *testing.T) {
	for _, row := range guideRows(t, "Types") {
		want := unescapeCell(strings.Trim(row[1], "`"))
		for _, written := range guideSpan.FindAllStringSubmatch(row[0], -1) {
			got := ir.TypeText(guideField(t, written[1], "yes").Type)
			got = strings.ReplaceAll(strings.ReplaceAll(got, "?", ""), "&page/", "&")
			if got != want {
				t.Errorf("%s is read as %s, and the guide says %s", written[1], got, want)
			}
		}
	}
}

// TestGuideToRequired does the same for the cells of the column Required.
func TestGuideToRequired(t *testing.T) {
	for _, row := range guideRows(t, "Required") {
		f := guideField(t, "string", strings.Trim(row[0], "`"))
		if want := row[1] == "required"; f.Required != want {
			t.Errorf("%q: required %v, and the guide says %s", row[0], f.Required, row[1])
		}
	}
}
