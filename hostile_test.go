package docgen_test

import (
	"fmt"
	goparser "go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/parser"
)

// page is a model page with rows of fields.
func page(title string, rows ...string) string {
	return "# " + title + "\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n" +
		strings.Join(rows, "\n") + "\n"
}

// row is a row of a field that is required.
func row(name, typ, doc string) string {
	return fmt.Sprintf("| `%s` | %s | :heavy_check_mark: | %s |", name, typ, doc)
}

// hostile are pages that mean no good, by what they try.
var hostile = map[string]func() string{
	"100,000 rows": func() string {
		rows := make([]string, 100_000)
		for i := range rows {
			rows[i] = row(fmt.Sprintf("f%d", i), "*str*", "N/A")
		}
		return page("Big", rows...)
	},
	"10,000 columns": func() string {
		return page("Wide", row("a", "*str*", "N/A")+strings.Repeat(" x |", 10_000)) +
			"\n|" + strings.Repeat(" c |", 10_000) + "\n|" + strings.Repeat(" - |", 10_000) + "\n|" + strings.Repeat(" v |", 10_000) + "\n"
	},
	"types nested 10,000 deep": func() string { return page("Deep", row("a", "List["+strings.Repeat("List[", 10_000)+"*str*", "N/A")) },
	"types nested 2,000 deep": func() string {
		return page("Deep", row("a", strings.Repeat("List[", 2_000)+"*str*"+strings.Repeat("]", 2_000), "N/A"))
	},
	"brackets":           func() string { return page("Brackets", row("a", "*str*", strings.Repeat("[", 50_000))) },
	"links never closed": func() string { return page("Links", row("a", "*str*", strings.Repeat("[a](", 30_000))) },
	"emphasis":           func() string { return page("Stars", row("a", "*str*", strings.Repeat("*a **b ", 20_000))) },
	"underscores":        func() string { return page("Lines", row("a", "*str*", strings.Repeat("_", 100_000)+"a")) },
	"code spans": func() string {
		var b strings.Builder
		for i := range 600 {
			b.WriteString(strings.Repeat("`", i+1) + " ")
		}
		return page("Ticks", row("a", "*str*", b.String()))
	},
	"quotes": func() string {
		return page("Quotes", row("a", "*str*", "N/A")) + "\n" + strings.Repeat(">", 20_000) + " x\n"
	},
	"nested lists": func() string {
		var b strings.Builder
		for i := range 2_000 {
			b.WriteString(strings.Repeat(" ", 2*i) + "* x\n")
		}
		return page("Lists", row("a", "*str*", "N/A")) + "\n" + b.String()
	},
	"html":     func() string { return page("HTML", row("a", "*str*", strings.Repeat("<br/><", 30_000))) },
	"entities": func() string { return page("Entities", row("a", "*str*", strings.Repeat("&#x41;&amp", 30_000))) },
	"long words": func() string {
		return page("Word", row(strings.Repeat("a", 100_000), "*str*", strings.Repeat("b", 1_000_000)))
	},
	"many backslashes": func() string { return page("Back", row("a", "*str*", strings.Repeat(`\`, 200_001))) },
	"enum of 100,000": func() string {
		rows := make([]string, 100_000)
		for i := range rows {
			rows[i] = fmt.Sprintf("| `V%d` | v%d |", i, i)
		}
		return "# Many\n\n## Values\n\n| Name | Value |\n| --- | --- |\n" + strings.Join(rows, "\n") + "\n"
	},
	"union of 5,000": func() string {
		var b strings.Builder
		b.WriteString("# Pick\n\n## Supported Types\n\n")
		for i := range 5_000 {
			fmt.Fprintf(&b, "### `components.T%d`\n\n```python\nvalue: components.T%d = /* values here */\n```\n\n", i, i)
		}
		return b.String()
	},
	"NUL, BOM, CR": func() string {
		return "\uFEFF" + strings.ReplaceAll(page("Odd\x00", row("a\x00b", "*str*", "x\ry\u2028z\x00")), "\n", "\r\n")
	},
	"invalid UTF-8": func() string { return page("Bad\xff\xfe", row("a\xc3", "*str*", "\xf0\x28\x8c\x28")) },
	"20,000 names twice": func() string {
		rows := make([]string, 40_000)
		for i := range rows {
			rows[i] = row(fmt.Sprintf("a%sb%d", []string{"_", "-"}[i%2], i/2), "*str*", "N/A")
		}
		return page("Twice", rows...)
	},
	"nothing":    func() string { return "" },
	"no letters": func() string { return page("🙂", row("🙂", "*str*", "🙂")) },
}

// tooIntricate are those that are not read to their end.
var tooIntricate = []string{"brackets", "links never closed", "emphasis", "underscores", "html", "nested lists", "types nested 10,000 deep"}

// TestHostilePages reads pages that try to be too much. Each ends, in Go that
// parses or in a diagnostic. How long they take is for BenchmarkHostilePages to
// say.
func TestHostilePages(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			_, diags, err := parser.Parse(t.Context(), hostileFiles(text()), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			stopped := slices.ContainsFunc(diags, func(d docgen.Diagnostic) bool { return d.Code == "DG0115" })
			if stopped != slices.Contains(tooIntricate, name) {
				t.Errorf("DG0115: %v", stopped)
			}
			for _, f := range pipeline(t, hostileFiles(text())) {
				if _, err := goparser.ParseFile(token.NewFileSet(), f.Name, f.Content, goparser.ParseComments); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// BenchmarkHostilePages shows that none of them takes long.
func BenchmarkHostilePages(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		files := hostileFiles(hostile[name]())
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				pipeline(b, files)
			}
		})
	}
}

func hostileFiles(text string) []*source.File {
	return []*source.File{source.NewFile("models/components/page.md", []byte(text))}
}
