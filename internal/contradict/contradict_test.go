package contradict_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/source"
)

var update = flag.Bool("update", false, "rewrite what is found in the goldens")

// TestGolden reads the pages of each archive and compares what is found with
// the file "found".
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d archives, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			last := &archive.Files[len(archive.Files)-1]
			if last.Name != "found" {
				t.Fatal("the last file is not found")
			}
			got := found(t, archive.Files[:len(archive.Files)-1])
			if *update {
				last.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(last.Data), got); diff != "" {
				t.Errorf("wanted (-) and found (+):\n%s", diff)
			}
		})
	}
}

// found returns the diagnostics of examples and defaults, one a line.
func found(t *testing.T, files []txtar.File) string {
	t.Helper()
	var pages []*source.File
	for _, f := range files {
		pages = append(pages, source.NewFile(f.Name, f.Data))
	}
	result, err := docgen.Read(context.Background(), docgen.Config{Docs: "docs", Pages: pages})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range result.Diagnostics {
		if strings.HasPrefix(string(d.Code), "DG06") {
			b.WriteString(d.Span.Position().String() + ": " + string(d.Code) + " " + d.Message + "\n")
		}
	}
	return b.String()
}
