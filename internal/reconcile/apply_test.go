package reconcile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func ours(text string) []byte { return []byte(Header + "\n\n// " + text + "\n") }

// write puts files into dir, which is created where needed.
func write(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if e.IsDir() {
			files[e.Name()] = nil
			continue
		}
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// TestFailureInTheMiddle has a plan whose last write cannot be moved into its
// place, after others were.
func TestFailureInTheMiddle(t *testing.T) {
	dir := t.TempDir()
	before := map[string][]byte{"a.go": ours("old"), "orphan.go": ours("orphan"), "hand.go": []byte("by hand")}
	write(t, dir, before)
	plan := Plan{
		Dir:     dir,
		Changed: []Change{{Name: "a.go", Old: before["a.go"], New: ours("new")}},
		Missing: []Change{{Name: "b.go", New: ours("b")}, {Name: "nowhere/c.go", New: ours("c")}},
		Orphans: []Change{{Name: "orphan.go", Old: before["orphan.go"]}},
	}
	if err := plan.Apply(); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Fatalf("want an error about nowhere, got %v", err)
	}
	if diff := cmp.Diff(before, read(t, dir)); diff != "" {
		t.Errorf("the directory is not as it was:\n%s", diff)
	}
}

// TestFailureOfARemoval has everything in place when an orphan cannot go.
func TestFailureOfARemoval(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string][]byte{"a.go": ours("old"), "orphan.go": ours("orphan")})
	write(t, filepath.Join(dir, "full"), map[string][]byte{"x": nil})
	before := read(t, dir)
	plan := Plan{
		Dir:     dir,
		Changed: []Change{{Name: "a.go", Old: before["a.go"], New: ours("new")}},
		Orphans: []Change{{Name: "orphan.go", Old: before["orphan.go"]}, {Name: "full", Old: ours("")}},
	}
	err := attempt(func(done *undo) error {
		temps, err := plan.writeTemps(done)
		if err != nil {
			return err
		}
		if err := plan.moveIntoPlace(temps, done); err != nil {
			return err
		}
		return plan.removeOrphans(done)
	})
	if err == nil || !strings.Contains(err.Error(), "full") {
		t.Fatalf("want an error about full, got %v", err)
	}
	if diff := cmp.Diff(before, read(t, dir)); diff != "" {
		t.Errorf("the directory is not as it was:\n%s", diff)
	}
}

func TestFailureLeavesNoDirectory(t *testing.T) {
	parent := t.TempDir()
	plan := Plan{
		Dir:     filepath.Join(parent, "a", "b"),
		Missing: []Change{{Name: "c.go", New: ours("c")}, {Name: "nowhere/d.go", New: ours("d")}},
	}
	if err := plan.Apply(); err == nil {
		t.Fatal("want an error")
	}
	if left := read(t, parent); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestChangedMeanwhile has a person at work between Compare and Apply.
func TestChangedMeanwhile(t *testing.T) {
	for name, meddle := range map[string]func(dir string) error{
		"a file where none was": func(dir string) error { return os.WriteFile(filepath.Join(dir, "b.go"), []byte("mine"), 0o644) },
		"header taken off":      func(dir string) error { return os.WriteFile(filepath.Join(dir, "a.go"), []byte("mine"), 0o644) },
		"orphan taken over":     func(dir string) error { return os.WriteFile(filepath.Join(dir, "o.go"), []byte("mine"), 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, map[string][]byte{"a.go": ours("old"), "o.go": ours("orphan")})
			plan, err := Compare(dir, []File{{"a.go", ours("new")}, {"b.go", ours("b")}})
			if err != nil {
				t.Fatal(err)
			}
			if err := meddle(dir); err != nil {
				t.Fatal(err)
			}
			before := read(t, dir)
			if err := plan.Apply(); err == nil || !strings.Contains(err.Error(), "run it again") {
				t.Errorf("got %v", err)
			}
			if diff := cmp.Diff(before, read(t, dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestKilledInTheMiddle has what a docgen that was killed leaves behind: its
// lock and a temporary file, which may have the name of one to come.
func TestKilledInTheMiddle(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string][]byte{
		lockName:          nil,
		".docgen-1-0.tmp": ours("half"),
		fmt.Sprintf(".docgen-%d-0.tmp", os.Getpid()): ours("half"),
		"a.go": ours("old"),
	})
	long := time.Now().Add(-2 * lockLife)
	if err := os.Chtimes(filepath.Join(dir, lockName), long, long); err != nil {
		t.Fatal(err)
	}
	plan, err := Compare(dir, []File{{"a.go", ours("new")}})
	if err != nil {
		t.Fatal(err)
	}
	if err := plan.Apply(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string][]byte{"a.go": ours("new")}, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestTwoAtOnce has another docgen do the same between Compare and Apply.
func TestTwoAtOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string][]byte{"a.go": ours("old"), "o.go": ours("orphan")})
	plan, err := Compare(dir, []File{{"a.go", ours("new")}, {"b.go", ours("b")}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := plan.Apply(); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(map[string][]byte{"a.go": ours("new"), "b.go": ours("b")}, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestLockWaitsForItsOwner(t *testing.T) {
	dir := t.TempDir()
	unlock, err := lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	released := make(chan error, 1)
	time.AfterFunc(3*lockRetry, func() { released <- unlock() })
	again, err := lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := <-released; err != nil {
		t.Fatal(err)
	}
	if err := again(); err != nil {
		t.Fatal(err)
	}
}
