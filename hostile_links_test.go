package docgen_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/source"
)

// TestClimbingLinks has links that lead out of the pages, to a page that is
// there: nothing of it is read, and each of them is said to lead nowhere.
func TestClimbingLinks(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("secret/models/components/secret.md", page("Secret", row("leaked", "*str*", "N/A")))
	targets := []string{
		"../../../secret/models/components/secret.md", "../../../../../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd.md",
		filepath.ToSlash(filepath.Join(root, "secret/models/components/secret.md")), `..\..\..\secret\models\components\secret.md`,
		"..%2f..%2f..%2fsecret%2fmodels%2fcomponents%2fsecret.md", "../components/../../../secret/models/components/secret.md",
	}
	rows := []string{row("id", "*str*", "N/A")}
	for i, target := range targets {
		rows = append(rows, row(fmt.Sprint("f", i), fmt.Sprintf("[components.Secret%d](%s)", i, target), fmt.Sprintf("See [it](%s).", target)))
	}
	write("docs/models/components/page.md", page("Page", rows...))
	result, err := docgen.Run(t.Context(), docgen.Config{Docs: filepath.Join(root, "docs"), Package: "p"})
	if err != nil {
		t.Fatal(err)
	}
	nowhere := 0
	for _, d := range result.Diagnostics {
		if d.Code == "DG0301" || d.Code == "DG0202" {
			nowhere++
		}
	}
	if nowhere < len(targets) || len(result.Files) == 0 {
		t.Errorf("%d of %d links lead nowhere, %d files", nowhere, len(targets), len(result.Files))
	}
	for _, f := range result.Files {
		if strings.Contains(strings.ToLower(string(f.Content)), "leaked") {
			t.Errorf("%s holds what stands outside of the pages", f.Name)
		}
	}
}

// TestCircles has 1,000 models in one circle: of objects that need one another,
// of unions that are one another, of lists, and of all three in turn.
func TestCircles(t *testing.T) {
	const many = 1000
	object := func(next string) string {
		return row("next", next, "N/A")
	}
	for name, shape := range map[string]func(i int, next string) string{
		"objects": func(i int, next string) string { return page(fmt.Sprint("M", i), object(next)) },
		"lists":   func(i int, next string) string { return page(fmt.Sprint("M", i), object("List["+next+"]")) },
		"unions": func(i int, next string) string {
			return fmt.Sprintf("# M%d\n\n## Supported Types\n\n### `components.M%d`\n\n```python\nvalue: components.M%[2]d = /* values here */\n```\n", i, (i+1)%many)
		},
		"both": func(i int, next string) string {
			if i%2 == 0 {
				return page(fmt.Sprint("M", i), object(next))
			}
			return fmt.Sprintf("# M%d\n\n## Supported Types\n\n### `components.M%d`\n\n```python\nvalue: components.M%[2]d = /* values here */\n```\n\n"+
				"### `str`\n\n```python\nvalue: str = /* values here */\n```\n", i, (i+1)%many)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var pages []*source.File
			for i := range many {
				next := fmt.Sprintf("[components.M%d](../components/m%[1]d.md)", (i+1)%many)
				pages = append(pages, source.NewFile(fmt.Sprintf("models/components/m%d.md", i), []byte(shape(i, next))))
			}
			result, err := docgen.Run(t.Context(), docgen.Config{Pages: pages, Docs: "models", Package: "p"})
			if err != nil {
				t.Fatal(err)
			}
			if len(result.Schema.Models) < many || len(result.Files) == 0 && !result.Diagnostics.HasErrors() {
				t.Errorf("%d models, %d files, %v", len(result.Schema.Models), len(result.Files), result.Diagnostics.Summary())
			}
		})
	}
}

// TestDoublingExamples has objects that need two of the next, 60 deep: what the
// smallest example of the first would take no memory holds.
func TestDoublingExamples(t *testing.T) {
	var pages []*source.File
	for i := range 60 {
		next := fmt.Sprintf("[components.M%d](../components/m%[1]d.md)", i+1)
		if i == 59 {
			next = "*str*"
		}
		text := strings.ReplaceAll(page(fmt.Sprint("M", i), row("a", next, "N/A"), row("b", next, "N/A"), row("c", "*str*", "N/A")), " |\n", " | |\n")
		text = strings.Replace(text, "Description | |", "Description | Example |", 1)
		text = strings.Replace(text, "--- | |", "--- | --- |", 1)
		text = strings.Replace(text, "`c` | *str* | :heavy_check_mark: | N/A | |", "`c` | *str* | :heavy_check_mark: | N/A | x |", 1)
		pages = append(pages, source.NewFile(fmt.Sprintf("models/components/m%d.md", i), []byte(text)))
	}
	examples := 0
	for _, f := range pipeline(t, pages) {
		examples += strings.Count(string(f.Content), "const example")
		if len(f.Content) > 1<<20 {
			t.Errorf("%s has %d bytes", f.Name, len(f.Content))
		}
	}
	if examples == 0 || examples == len(pages) {
		t.Errorf("%d of %d objects have an example", examples, len(pages))
	}
}
