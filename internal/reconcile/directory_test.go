package reconcile_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/internal/reconcile"
)

// TestObstacles has things in the way of the output directory.
func TestObstacles(t *testing.T) {
	root := tree(t, "file", "kept")
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	link("nowhere", "dangling")
	link("file", "to_file")
	for _, c := range []struct{ out, path, reason string }{
		{"file", "file", "is a file"},
		{"to_file", "to_file", "is a file"},
		{"file/below", "file", "a file stands where"},
		{"file/a/b/c", "file", "a file stands where"},
		{"to_file/a", "to_file", "a file stands where"},
		{"dangling", "dangling", "a symbolic link that leads nowhere"},
		{"dangling/a/b", "dangling", "a symbolic link that leads nowhere"},
	} {
		_, err := reconcile.Compare(filepath.Join(root, filepath.FromSlash(c.out)), wanted("a.go", own("A")), nil)
		wantConflict(t, err, filepath.Join(root, c.path), c.reason)
	}
	if content, err := os.ReadFile(filepath.Join(root, "file")); err != nil || string(content) != "kept" {
		t.Errorf("the file holds %q, %v", content, err)
	}
	if _, err := os.Lstat(filepath.Join(root, "nowhere")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the link leads somewhere")
	}
}

// TestCircleOfLinks has an output directory that leads to itself.
func TestCircleOfLinks(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "circle")
	if err := os.Symlink("circle", dir); err != nil {
		t.Fatal(err)
	}
	if _, err := reconcile.Compare(filepath.Join(dir, "a"), wanted("a.go", own("A")), nil); err == nil {
		t.Error("a circle was accepted")
	}
}

// TestLargeNeighbour holds that of a foreign file no more than a line is read.
func TestLargeNeighbour(t *testing.T) {
	dir := tree(t, "a.go", own("A"))
	path := filepath.Join(dir, "dump.bin")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip("the file system has no files with holes: ", err)
	}
	if plan := compare(t, dir, nil); names(plan.Orphans) != "a.go" {
		t.Errorf("orphans %q", names(plan.Orphans))
	}
}
