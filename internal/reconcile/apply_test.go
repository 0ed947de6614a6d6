package reconcile

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
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

// failing has the changes to the disk fail for which fails says so, by number.
func failing(t *testing.T, fails func(n int) bool) (calls *int) {
	t.Helper()
	n := 0
	step = func() error {
		if n++; fails(n) {
			return errors.New("no luck")
		}
		return nil
	}
	t.Cleanup(func() { step = func() error { return nil } })
	return &n
}

// TestFailures has every change to the disk fail, once and from then on. If it
// fails once, everything is as before. If nothing works any more, it is as
// before, or as wanted, or it does not compile; and another docgen mends it.
func TestFailures(t *testing.T) {
	old := map[string][]byte{
		"a.go": ours("old a"), "b.go": ours("old b"), "orphan.go": ours("orphan"), "zombie.go": ours("zombie"), "hand.go": []byte("by hand"),
	}
	want := []File{{"a.go", ours("new a")}, {"b.go", ours("new b")}, {"c.go", ours("new c")}}
	after := map[string][]byte{"a.go": want[0].Content, "b.go": want[1].Content, "c.go": want[2].Content, "hand.go": old["hand.go"]}
	tried := 0
	for _, once := range []bool{true, false} {
		for first := 1; ; first++ {
			dir := filepath.Join(t.TempDir(), "p")
			write(t, dir, old)
			plan, err := Compare(dir, want, nil)
			if err != nil {
				t.Fatal(err)
			}
			failing(t, func(n int) bool { return n == first || !once && n > first })
			err = plan.Apply()
			if err == nil {
				break
			}
			tried++
			got := read(t, dir)
			if once && !cmp.Equal(got, old) {
				t.Errorf("change %d failed: the directory is not as it was:\n%s", first, cmp.Diff(old, got))
			}
			for name := range got {
				if strings.HasPrefix(name, ".docgen") {
					delete(got, name)
				}
			}
			if got[unfinishedName] == nil && !cmp.Equal(got, old) && !cmp.Equal(got, after) {
				t.Errorf("all failed from change %d on: a mixture that may compile:\n%s", first, cmp.Diff(old, got))
			}
			failing(t, func(int) bool { return false })
			if err := os.RemoveAll(filepath.Join(dir, lockName)); err != nil { // its owner lives: it is this test
				t.Fatal(err)
			}
			if plan, err = Compare(dir, want, nil); err == nil {
				err = plan.Apply()
			}
			if diff := cmp.Diff(after, read(t, dir)); err != nil || diff != "" {
				t.Errorf("mended after change %d: %v\n%s", first, err, diff)
			}
		}
	}
	if tried < 30 {
		t.Errorf("only %d failures", tried)
	}
}

func TestFailureLeavesNoDirectory(t *testing.T) {
	parent := t.TempDir()
	plan, err := Compare(filepath.Join(parent, "a", "b"), []File{{"c.go", ours("c")}, {"d.go", ours("d")}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	failing(t, func(n int) bool { return n == 8 })
	if err := plan.Apply(); err == nil {
		t.Fatal("want an error")
	}
	if left := read(t, parent); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestOthersMeanwhile has another docgen write a package of its own between
// Compare and Apply: of files that were as wanted, of others, and of fewer.
func TestOthersMeanwhile(t *testing.T) {
	dir := t.TempDir()
	want := []File{{"a.go", ours("a")}, {"b.go", ours("new b")}, {"c.go", ours("c")}}
	write(t, dir, map[string][]byte{"a.go": ours("a"), "b.go": ours("b")})
	plan, err := Compare(dir, want, nil)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string][]byte{"a.go": ours("theirs"), "x.go": ours("theirs")})
	if err := plan.Apply(); err != nil {
		t.Fatal(err)
	}
	after := map[string][]byte{"a.go": want[0].Content, "b.go": want[1].Content, "c.go": want[2].Content}
	if diff := cmp.Diff(after, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestChangedMeanwhile has a person at work between Compare and Apply.
func TestChangedMeanwhile(t *testing.T) {
	for name, meddle := range map[string]func(dir string) error{
		"a file where none was": func(dir string) error { return os.WriteFile(filepath.Join(dir, "b.go"), []byte("mine"), 0o644) },
		"header taken off":      func(dir string) error { return os.WriteFile(filepath.Join(dir, "a.go"), []byte("mine"), 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, map[string][]byte{"a.go": ours("old"), "o.go": ours("orphan")})
			plan, err := Compare(dir, []File{{"a.go", ours("new")}, {"b.go", ours("b")}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := meddle(dir); err != nil {
				t.Fatal(err)
			}
			before := read(t, dir)
			if err := plan.Apply(); err == nil || !strings.Contains(err.Error(), "does not overwrite it") {
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
	plan, err := Compare(dir, []File{{"a.go", ours("new")}}, nil)
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
	plan, err := Compare(dir, []File{{"a.go", ours("new")}, {"b.go", ours("b")}}, nil)
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

// TestKilledAtTheEnd has what a docgen leaves that was killed when its package
// was all there: its lock. One that lives keeps its lock.
func TestKilledAtTheEnd(t *testing.T) {
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	dead := exec.Command(os.Args[0], "-test.run", "^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	for pid, want := range map[int]int{dead.Process.Pid: 1, os.Getpid(): 2} {
		dir := t.TempDir()
		write(t, dir, map[string][]byte{"a.go": ours("a"), lockName: fmt.Appendf(nil, "%d %s\n", pid, host)})
		plan, err := Compare(dir, []File{{"a.go", ours("a")}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := plan.Apply(); err != nil {
			t.Fatal(err)
		}
		if got := len(read(t, dir)); got != want {
			t.Errorf("%d files are left, not %d, by a docgen that lives: %v", got, want, pid == os.Getpid())
		}
	}
}
