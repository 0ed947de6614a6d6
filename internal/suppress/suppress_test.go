package suppress_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/suppress"
	"github.com/docgen-go/docgen/parser"
)

// page has a type that nobody knows in two of its lines.
const page = `# Card

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
` + "| `id` | *strin* | :heavy_check_mark: | N/A |\n| `no` | *strin* | :heavy_check_mark: | N/A |\n| `at` | *str* | :heavy_check_mark: | N/A |\n"

// TestApply suppresses by code, model, member and page, and says what was for
// nothing.
func TestApply(t *testing.T) {
	files := []*source.File{
		source.NewFile("docs/models/components/card.md", []byte(page)),
		source.NewFile("docs/models/components/owner.md", []byte(strings.Replace(page, "Card", "Owner", 1))),
	}
	schema, all, err := parser.Parse(context.Background(), files, parser.Options{})
	if err != nil || len(all) != 4 {
		t.Fatal(err, all)
	}
	for _, c := range []struct {
		name  string
		rules string
		want  string
	}{
		{"none", "", "card:7 card:8 owner:7 owner:8"},
		{"everywhere", "DG0202", ""},
		{"a model", "DG0202@components/card", "owner:7 owner:8"},
		{"a member", "DG0202@components/card.no", "card:7 owner:7 owner:8"},
		{"a page", "DG0202@models/components/owner.md", "card:7 card:8"},
		{"members of all", "DG0202@**/*.id", "card:8 owner:8"},
		{"two rules for one", "DG0202@**/*.id DG0202@components/card", "owner:8"},
		{"another code", "DG0104", "there is no DG0104 to suppress (take it out of suppress) card:7 card:8 owner:7 owner:8"},
		{"another place", "DG0202@components/crad",
			"there is no DG0202 to suppress at components/crad (take it out of suppress, or say where it is, such as at: components/card.id) " +
				"card:7 card:8 owner:7 owner:8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, said(suppress.Apply(all, rules(c.rules), schema, "docs"))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestErrorsStay holds that no rule takes an error out, and that rules are not
// doubted while there is one.
func TestErrorsStay(t *testing.T) {
	file := source.NewFile("docs/models/components/card.md", []byte(page))
	schema, all, err := parser.Parse(context.Background(), []*source.File{file}, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, diag.Diagnostic{Code: "DG0501", Message: "stays"})
	got := said(suppress.Apply(all, rules("DG0501 DG0202 DG0104"), schema, "docs"))
	if want := "stays ()"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// rules reads "code@glob code".
func rules(text string) []suppress.Rule {
	var out []suppress.Rule
	for _, rule := range strings.Fields(text) {
		code, at, _ := strings.Cut(rule, "@")
		out = append(out, suppress.Rule{Code: diag.Code(code), At: closure.Pattern{Glob: at}})
	}
	return out
}

// said lists the lines that diagnostics are about, and the messages of those
// without a line.
func said(l diag.List) string {
	var out []string
	for _, d := range l {
		at := d.Span.Position()
		if d.Span.IsZero() {
			out = append(out, fmt.Sprintf("%s (%s)", d.Message, d.Help))
			continue
		}
		name := at.Name[strings.LastIndexByte(at.Name, '/')+1:]
		out = append(out, fmt.Sprintf("%s:%d", strings.TrimSuffix(name, ".md"), at.Line))
	}
	return strings.Join(out, " ")
}
