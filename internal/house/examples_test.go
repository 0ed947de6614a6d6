package house_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/diag"
)

var update = flag.Bool("update", false, "rewrite what docgen says in the pages of the manual")

var (
	examplePage   = regexp.MustCompile("(?ms)^~~~markdown (\\S+)\n(.*?)^~~~\n")
	exampleOutput = regexp.MustCompile("(?ms)^```text\n(.*?)^```\n")
	packageFlag   = regexp.MustCompile(`--package ([\w-]+)`)
)

// TestExamplesSayWhatThePagesClaim runs docgen on the markdown in the page of
// each diagnostic and compares what it says with what the page shows.
func TestExamplesSayWhatThePagesClaim(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(manual, "diagnostics", "DG*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		code := strings.TrimSuffix(filepath.Base(path), ".md")
		t.Run(code, func(t *testing.T) {
			page := read(t, path)
			abs, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			got := said(t, page)
			if !strings.Contains(got, "["+code+"]") {
				t.Errorf("the example does not show %s:\n%s", code, got)
			}
			shown := exampleOutput.FindStringSubmatchIndex(page)
			if shown == nil {
				t.Fatal("the page does not show what docgen says")
			}
			if *update {
				page = page[:shown[2]] + got + page[shown[3]:]
				if err := os.WriteFile(abs, []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(page[shown[2]:shown[3]], got); diff != "" {
				t.Errorf("shown (-) and said (+):\n%s", diff)
			}
		})
	}
}

// said returns what docgen says of the example in a page of the manual.
func said(t *testing.T, page string) string {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, m := range examplePage.FindAllStringSubmatch(page, -1) {
		name, content := m[1], strings.ReplaceAll(m[2], `\xe9`, "\xe9")
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cfg := docgen.Config{Docs: "docs", Package: "api"}
	if m := packageFlag.FindStringSubmatch(page); m != nil {
		cfg.Package = m[1]
	}
	result, err := docgen.Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := (diag.Text{}).Render(&out, result.Diagnostics); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
