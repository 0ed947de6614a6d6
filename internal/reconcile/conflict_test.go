package reconcile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/reconcile"
)

// wantConflict checks that err tells of a conflict at path with reason in it.
func wantConflict(t *testing.T, err error, path, reason string) {
	t.Helper()
	var conflict *reconcile.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("want a conflict at %s, got %v", path, err)
	}
	if conflict.Path != path || !strings.Contains(conflict.Reason, reason) {
		t.Errorf("got %v", conflict)
	}
	if !strings.Contains(err.Error(), "move it away") {
		t.Errorf("no remedy in %v", err)
	}
}

func TestConflicts(t *testing.T) {
	for reason, occupy := range map[string]func(path string) error{
		"a file without": func(path string) error { return os.WriteFile(path, []byte("package p\n"), 0o644) },
		"a directory":    func(path string) error { return os.Mkdir(path, 0o755) },
		"a symbolic":     func(path string) error { return os.Symlink("elsewhere.go", path) },
	} {
		dir := tree(t, "elsewhere.go", own("Elsewhere"))
		path := filepath.Join(dir, "card.go")
		if err := occupy(path); err != nil {
			t.Fatal(err)
		}
		_, err := reconcile.Compare(dir, wanted("card.go", own("Card")), nil)
		wantConflict(t, err, path, reason)
	}
}

func TestConflictOfCase(t *testing.T) {
	dir := tree(t, "Card.go", own("Card"))
	_, err := reconcile.Compare(dir, wanted("card.go", own("Card")), nil)
	wantConflict(t, err, filepath.Join(dir, "Card.go"), "differs from card.go by case alone")
}

func TestEveryConflictIsTold(t *testing.T) {
	dir := tree(t, "a.go", "package p\n", "b.go", "package p\n")
	_, err := reconcile.Compare(dir, wanted("a.go", own("A"), "b.go", own("B")), nil)
	for _, name := range []string{"a.go", "b.go"} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not in %v", name, err)
		}
	}
}

func TestOutputDirectoryMayBeALink(t *testing.T) {
	dir := tree(t, "a.go", own("A"))
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	if err := compare(t, link, wanted("b.go", own("B"))).Apply(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"b.go": own("B")}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestLinksAreNotFollowed makes sure that a link among the neighbours is
// neither read nor removed, even where it leads to a file of docgen's.
func TestLinksAreNotFollowed(t *testing.T) {
	dir := tree(t, "a.go", own("A"))
	elsewhere := tree(t, "b.go", own("B"))
	if err := os.Symlink(filepath.Join(elsewhere, "b.go"), filepath.Join(dir, "b.go")); err != nil {
		t.Fatal(err)
	}
	plan := compare(t, dir, nil)
	if names(plan.Orphans) != "a.go" || strings.Join(plan.Foreign, " ") != "b.go" {
		t.Errorf("orphans %q, foreign %q", names(plan.Orphans), plan.Foreign)
	}
}
