package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
)

// TestOddFiles refuses what is too large to be read as a whole, and what is no
// file at all.
func TestOddFiles(t *testing.T) {
	large := filepath.Join(t.TempDir(), "large.md")
	if err := os.WriteFile(large, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, source.MaxSize+1); err != nil { // takes no room on the disk
		t.Fatal(err)
	}
	for path, want := range map[string]string{large: "at most 64 MiB", filepath.Dir(large): "at most 64 MiB", os.DevNull: "not a regular file"} {
		if _, err := source.ReadTree(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
