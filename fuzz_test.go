package docgen_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emitter"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/parser"
	"github.com/google/go-cmp/cmp"
)

// pipeline is Run on pages in memory. It returns no files where a diagnostic
// is an error.
func pipeline(t testing.TB, pages []*source.File) []emitter.File {
	t.Helper()
	return pipelineWith(t, pages, plan.Options{})
}

// pipelineWith is pipeline with options. It returns no files where they make
// no sense for the pages, either.
func pipelineWith(t testing.TB, pages []*source.File, opts plan.Options) []emitter.File {
	t.Helper()
	schema, diags, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diags.HasErrors() {
		return nil
	}
	if opts.Check(schema) != nil {
		return nil
	}
	opts.Package = "fuzzed"
	pkg, diags := plan.Build(schema, opts)
	if diags.HasErrors() {
		return nil
	}
	files, err := emitter.Emit(context.Background(), pkg, nil)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// FuzzGenerate checks that whatever a page says, what is emitted is Go: no
// text of a page leaves the comment or the literal that it belongs in, whatever
// the options.
func FuzzGenerate(f *testing.F) {
	for _, page := range examplePages(f) {
		f.Add(page.Content)
	}
	shaped := make(map[string]plan.Options, len(optionsTogether))
	for name, text := range optionsTogether {
		shaped[name] = parseOptions(f, text)
	}
	neighbour := []byte("# Entry\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| `a` | *str* | :heavy_check_mark: | N/A |\n")
	f.Fuzz(func(t *testing.T, page []byte) {
		pages := []*source.File{
			source.NewFile("models/components/page.md", page),
			source.NewFile("models/components/entry.md", neighbour),
		}
		pipeline(t, pages)
		for _, opts := range shaped {
			pipelineWith(t, pages, opts)
		}
	})
}

// examplePages returns the pages of the example APIs.
func examplePages(t testing.TB) []*source.File {
	t.Helper()
	var pages []*source.File
	err := filepath.WalkDir("docs", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(filepath.ToSlash(path), "/models/") {
			return err
		}
		content, err := os.ReadFile(path)
		pages = append(pages, source.NewFile(filepath.ToSlash(path), content))
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatalf("no example pages: %v", err)
	}
	return pages
}

// TestOrderOfPages checks that the same pages make the same bytes, twice and
// in any order.
func TestOrderOfPages(t *testing.T) {
	trees := map[string][]*source.File{"examples": nil}
	for _, page := range examplePages(t) {
		if strings.HasPrefix(page.Name, "docs/credit/") {
			trees["examples"] = append(trees["examples"], page)
		}
	}
	for _, tree := range []string{"plaid", "client-python"} {
		t.Run(tree, func(t *testing.T) {
			pages, err := source.ReadTree(corpus(t, tree))
			if err != nil {
				t.Fatal(err)
			}
			sameBytes(t, pages)
		})
	}
	t.Run("examples", func(t *testing.T) { sameBytes(t, trees["examples"]) })
}

func sameBytes(t *testing.T, pages []*source.File) {
	want := pipeline(t, pages)
	if len(want) == 0 {
		t.Fatal("no files")
	}
	shuffled := make([]*source.File, len(pages))
	for i, j := range rand.Perm(len(pages)) {
		shuffled[i] = source.NewFile(pages[j].Name, pages[j].Content)
	}
	if diff := cmp.Diff(want, pipeline(t, shuffled)); diff != "" {
		t.Errorf("the order of the pages shows:\n%.2000s", diff)
	}
}
