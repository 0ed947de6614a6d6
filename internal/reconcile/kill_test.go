//go:build unix

package reconcile

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets a test run itself as a docgen that is killed: it brings the
// directory DOCGEN_TEST_DIR to the new package and, before its change number
// DOCGEN_TEST_STEP to the disk, kills itself.
func TestMain(m *testing.M) {
	dir := os.Getenv("DOCGEN_TEST_DIR")
	if dir == "" {
		os.Exit(m.Run())
	}
	last, err := strconv.Atoi(os.Getenv("DOCGEN_TEST_STEP"))
	if err != nil {
		panic(err)
	}
	n := 0
	step = func() error {
		if n++; n == last {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
		return nil
	}
	plan, err := Compare(dir, newPackage(os.Getenv("DOCGEN_TEST_TEXT")), nil)
	if err == nil {
		err = plan.Apply()
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(0)
}

const packageSize = 24

// newPackage is what is to be generated. Packages have some files in common,
// and some that others have not.
func newPackage(text string) []File {
	files := []File{{"shared.go", []byte(Header + "\n\npackage p\n")}, {text + ".go", []byte(Header + "\n\npackage p\n")}}
	for i := range packageSize - 2 {
		files = append(files, File{fmt.Sprintf("f%02d.go", i), []byte(Header + "\n\npackage p\n\n// " + text + "\n")})
	}
	return files
}

// apply runs the test as a docgen that is killed before a step; 0 is never.
func apply(t *testing.T, dir, text string, step int) (killed bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "DOCGEN_TEST_DIR="+dir, "DOCGEN_TEST_STEP="+strconv.Itoa(step), "DOCGEN_TEST_TEXT="+text)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signaled() {
		return true
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return false
}

// TestKills kills docgen before every change that it makes to the disk. What
// is there afterwards is the old package, the new one, or does not compile;
// and the next docgen finishes the work.
func TestKills(t *testing.T) {
	hand := map[string][]byte{"hand.go": []byte("package p\n"), ".docgen-x.tmp": []byte("mine"), "notes.txt": nil}
	old := map[string][]byte{"orphan1.go": ours("orphan"), "orphan2.go": ours("orphan")}
	for i := range packageSize - 8 {
		old[fmt.Sprintf("f%02d.go", i)] = ours("old")
	}
	kills, loud := 0, 0
	for name, before := range map[string]map[string][]byte{"fresh": nil, "changes": old} {
		for step := 1; ; step++ {
			dir := filepath.Join(t.TempDir(), "p")
			if before != nil {
				write(t, dir, hand)
				write(t, dir, before)
			}
			if !apply(t, dir, "new", step) {
				break
			}
			kills++
			want := map[string][]byte{}
			for _, f := range newPackage("new") {
				want[f.Name] = f.Content
			}
			if after := packageIn(t, dir, before != nil, hand); after[unfinishedName] != nil {
				loud++
			} else if !cmp.Equal(after, want) && (len(after) > 0 || before != nil) && !cmp.Equal(after, before) {
				t.Fatalf("%s, killed before step %d: a mixture that may compile:\n%s", name, step, cmp.Diff(before, after))
			}
			start := time.Now()
			apply(t, dir, "new", 0)
			if time.Since(start) > lockWait {
				t.Errorf("%s, killed before step %d: the lock outlived its owner", name, step)
			}
			if diff := cmp.Diff(want, packageIn(t, dir, before != nil, hand)); diff != "" {
				t.Fatalf("%s, killed before step %d, and run again:\n%s", name, step, diff)
			}
			if left, err := filepath.Glob(filepath.Join(dir, ".docgen*")); err != nil || len(left) > 1 || len(left) == 1 && before == nil {
				t.Errorf("%s, killed before step %d, and run again: %v is left, %v", name, step, left, err)
			}
		}
	}
	t.Logf("%d kills, %d of them left a package that does not compile", kills, loud)
	if kills < 200 {
		t.Errorf("only %d kills", kills)
	}
}

// packageIn returns the Go files of dir but those written by hand, which must
// be as they were.
func packageIn(t *testing.T, dir string, expectHand bool, hand map[string][]byte) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	if _, err := os.Stat(dir); err != nil {
		return files
	}
	found := 0
	for name, content := range read(t, dir) {
		if own, ok := hand[name]; ok {
			found++
			if !bytes.Equal(own, content) {
				t.Fatalf("%s was written by hand, and is %q", name, content)
			}
		} else if !strings.HasPrefix(name, ".docgen") {
			files[name] = content
		}
	}
	if expectHand && found != len(hand) {
		t.Fatalf("of %d files that were written by hand, %d are left", len(hand), found)
	}
	return files
}

// TestRace has docgens write different packages to one directory at a time.
func TestRace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "p")
	for round := range 50 {
		done := make(chan error, 2)
		for _, text := range []string{"one", "two"} {
			go func() {
				cmd := exec.Command(os.Args[0])
				cmd.Env = append(os.Environ(), "DOCGEN_TEST_DIR="+dir, "DOCGEN_TEST_STEP=0", "DOCGEN_TEST_TEXT="+text+strconv.Itoa(round%5))
				done <- cmd.Run()
			}()
		}
		for range 2 {
			var exit *exec.ExitError
			if err := <-done; err != nil && !errors.As(err, &exit) { // to be told to run again is in order
				t.Fatal(err)
			}
		}
		if got := packageIn(t, dir, false, nil); !isPackage(got, "one"+strconv.Itoa(round%5)) && !isPackage(got, "two"+strconv.Itoa(round%5)) {
			t.Fatalf("round %d: a mixture: %q", round, got)
		}
	}
}

// isPackage reports whether files are those of newPackage.
func isPackage(files map[string][]byte, text string) bool {
	want := map[string][]byte{}
	for _, f := range newPackage(text) {
		want[f.Name] = f.Content
	}
	return cmp.Equal(files, want)
}
