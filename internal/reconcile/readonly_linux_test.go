package reconcile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// asNobody runs f without the right to write to anyone's directory, which a
// test that runs as root otherwise has.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		f()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := syscall.Setfsuid(65534); err != nil {
		t.Skip("cannot give up the right to write: ", err)
	}
	defer func() {
		if err := syscall.Setfsuid(0); err != nil {
			t.Fatal(err)
		}
	}()
	f()
}

func TestReadOnlyDirectory(t *testing.T) {
	dir := t.TempDir()
	before := map[string][]byte{"a.go": ours("old"), "o.go": ours("orphan")}
	write(t, dir, before)
	plan, err := Compare(dir, []File{{"a.go", ours("new")}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	asNobody(t, func() { err = plan.Apply() })
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("want a permission error, got %v", err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestUnreadableFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string][]byte{"a.go": ours("old")})
	if err := os.Chmod(filepath.Join(dir, "a.go"), 0); err != nil {
		t.Fatal(err)
	}
	var err error
	asNobody(t, func() { _, err = Compare(dir, nil, nil) })
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("want a permission error, got %v", err)
	}
}
