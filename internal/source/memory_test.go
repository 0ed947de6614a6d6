package source_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/docgen-go/docgen/internal/source"
)

// TestMemory holds that what was not touched is the same file, and what was is
// another one.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, changed time.Time) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, changed, changed); err != nil {
			t.Fatal(err)
		}
	}
	var memory source.Memory
	read := func() []*source.File {
		t.Helper()
		files, err := memory.ReadTree(dir)
		if err != nil || len(files) != 3 {
			t.Fatalf("%d files, %v", len(files), err)
		}
		return files
	}
	before := time.Now().Add(-time.Hour)
	write("old.md", "old", before)
	write("changed.md", "old", before)
	write("fresh.md", "old", time.Now())
	first := read()
	write("changed.md", "new", before.Add(time.Minute))
	for i, f := range read() {
		isSame, name := f == first[i], filepath.Base(f.Name)
		if isSame != (name == "old.md") {
			t.Errorf("%s is the same file: %t", name, isSame)
		}
		if name == "changed.md" && string(f.Content) != "new" {
			t.Errorf("%s holds %q", name, f.Content)
		}
	}
}
