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

// TestLinkToATree reads a tree by a link to it, and nothing that links in it
// lead to.
func TestLinkToATree(t *testing.T) {
	dir := t.TempDir()
	for path, text := range map[string]string{"tree/a/b.md": "b", "secret.md": "s"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, path)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, path), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for from, to := range map[string]string{"link": "tree", "tree/secret.md": "../secret.md", "tree/up": ".."} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	files, err := source.ReadTree(filepath.Join(dir, "link"))
	if err != nil || len(files) != 1 || files[0].Name != filepath.ToSlash(filepath.Join(dir, "link", "a", "b.md")) {
		t.Errorf("%v, %v", files, err)
	}
}
