package house_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
)

var (
	shownPage = regexp.MustCompile("(?ms)^```markdown (\\S+)\n(.*?)^```\n")
	shownFile = regexp.MustCompile("(?ms)^```go (\\S+)\n(.*?)^```\n")
)

// TestDocumentsShowRealOutput runs docgen on the pages that a document shows
// and looks for the Go that it shows, marked with the name of its file, in
// what comes out.
func TestDocumentsShowRealOutput(t *testing.T) {
	for _, document := range []string{"../../README.md", manual + "/getting-started.md"} {
		text := read(t, document)
		t.Run(filepath.Base(document), func(t *testing.T) {
			t.Chdir(t.TempDir())
			for _, page := range shownPage.FindAllStringSubmatch(text, -1) {
				if err := os.MkdirAll(filepath.Dir(page[1]), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(page[1], []byte(page[2]), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			result, err := docgen.Run(context.Background(), docgen.Config{Docs: "docs", Package: "cards"})
			if err != nil {
				t.Fatal(err)
			}
			files := map[string]string{}
			for _, f := range result.Files {
				files[f.Name] = string(f.Content)
			}
			shown := shownFile.FindAllStringSubmatch(text, -1)
			if len(shown) == 0 {
				t.Fatal("no generated Go is shown")
			}
			for _, f := range shown {
				if !strings.Contains(files[f[1]], f[2]) {
					t.Errorf("%s is shown as\n%s\nand is\n%s", f[1], f[2], files[f[1]])
				}
			}
		})
	}
}
