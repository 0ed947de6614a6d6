package house_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/diag"
)

const manual = "../../docs/guide"

// TestEveryCodeHasItsPage holds the catalogue of diagnostics and the manual
// against each other.
func TestEveryCodeHasItsPage(t *testing.T) {
	pages := map[string]bool{}
	paths, err := filepath.Glob(filepath.Join(manual, "diagnostics", "DG*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		pages[strings.TrimSuffix(filepath.Base(path), ".md")] = true
	}
	index := read(t, filepath.Join(manual, "diagnostics", "index.md"))
	for n := range 10_000 {
		code := fmt.Sprintf("DG%04d", n)
		entry, listed := diag.Lookup(diag.Code(code))
		switch {
		case listed && !pages[code]:
			t.Errorf("%s (%s) has no page", code, entry.Title)
		case !listed && pages[code]:
			t.Errorf("%s has a page, and is not in the catalogue", code)
		case listed:
			checkPage(t, code, entry)
			if row := fmt.Sprintf("| [%s](%s.md) | %s | %s |", code, code, entry.Severity, entry.Title); !strings.Contains(index, row) {
				t.Errorf("diagnostics/index.md lacks the row\n%s", row)
			}
		}
	}
}

func checkPage(t *testing.T, code string, entry diag.Entry) {
	t.Helper()
	page := read(t, filepath.Join(manual, "diagnostics", code+".md"))
	head := fmt.Sprintf("# %s: %s\n\nSeverity: %s.\n", code, entry.Title, entry.Severity)
	if !strings.HasPrefix(page, head) {
		t.Errorf("%s.md does not begin with\n%s", code, head)
	}
	for _, section := range []string{"\n## What to do\n", "\n## Example\n"} {
		if !strings.Contains(page, section) {
			t.Errorf("%s.md lacks the section %q", code, strings.TrimSpace(section))
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

var (
	link      = regexp.MustCompile(`\]\(([^):#]+)(#[^)]*)?\)`)
	codeBlock = regexp.MustCompile("(?ms)^```.*?^```$|^~~~.*?^~~~$")
)

// TestLinksLeadSomewhere follows the relative links of the manual and of the
// documents in the root. What stands in a code block is no link.
func TestLinksLeadSomewhere(t *testing.T) {
	paths, err := filepath.Glob(manual + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	deeper, err := filepath.Glob(manual + "/*/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(append(paths, deeper...), "../../README.md", "../../CHANGELOG.md") {
		prose := codeBlock.ReplaceAllString(read(t, path), "")
		for _, m := range link.FindAllStringSubmatch(prose, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), m[1])); err != nil {
				t.Errorf("%s: the link to %s leads nowhere", strings.TrimPrefix(path, "../../"), m[1])
			}
		}
	}
}
