package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFullDisk writes to a file system that has room for less and less of what
// is to be written: for its bytes, or for its files.
func TestFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		inNamespace(t)
		return
	}
	d := newSmallDisk(t)
	for _, limit := range []string{"size", "nr_inodes"} {
		for _, before := range []map[string]string{nil, d.packages[0]} {
			failures := 0
			for more := uint64(1); ; more++ { // no size at all means no limit
				d.set(t, before)
				d.limit(t, limit, more)
				if d.isWritten(t, before, "no space left on device") {
					break
				}
				failures++
			}
			t.Logf("%s, from %d files: %d failures", limit, len(before), failures)
			if failures < 5 {
				t.Errorf("%s: only %d failures", limit, failures)
			}
		}
	}
}

// inNamespace runs the test again where it may mount: as the root of a user
// namespace of its own.
func inNamespace(t *testing.T) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Skip("cannot mount: ", err)
	}
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
	if strings.Contains(string(out), "--- SKIP") {
		t.Skip("cannot mount")
	}
}

// TestLimitOnFiles has no file become larger than a limit, as RLIMIT_FSIZE says.
func TestLimitOnFiles(t *testing.T) {
	d := newWriter(t)
	for _, before := range []map[string]string{nil, d.packages[0]} {
		for _, blocks := range []int{0, 1, 2} {
			d.set(t, before)
			d.shell = fmt.Sprintf("ulimit -f %d; ", blocks)
			if d.isWritten(t, before, "file too large") {
				t.Errorf("files of %d blocks are enough", blocks)
			}
		}
	}
}

// TestUnwritableParent has no right to make the directory.
func TestUnwritableParent(t *testing.T) {
	d := newWriter(t)
	parent := filepath.Dir(d.out)
	if err := os.Chmod(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	d.asNobody(t)
	if d.isWritten(t, nil, "mkdir "+d.out+": permission denied") {
		t.Error("it was written")
	}
}

// TestUnreadablePages has no right to read a page, or a directory of pages: what
// it cannot read may be what matters, so nothing is written.
func TestUnreadablePages(t *testing.T) {
	d := newWriter(t)
	for _, name := range []string{"docs1/entry2.md", "docs1/more"} {
		path := filepath.Join(d.root, filepath.FromSlash(name))
		writeText(t, filepath.Join(d.root, "docs1", "more", "entry9.md"), ledgerPage("entry9", 1))
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		d.asNobody(t)
		out, err := d.generate(1)
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitTrouble || string(out) != "docgen: open "+name+": permission denied\n" {
			t.Errorf("%v\n%s", err, out)
		}
		if _, err := os.Stat(d.out); !os.IsNotExist(err) {
			t.Errorf("something was written: %v", err)
		}
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// A writer is a directory that docgen is to write one of two packages to.
type writer struct {
	binary, root, out string
	packages          [2]map[string]string
	shell             string              // goes before docgen
	user              *syscall.Credential // that docgen runs as; nil for this one
}

func newWriter(t *testing.T) *writer {
	t.Helper()
	d := &writer{binary: buildDocgen(t), root: t.TempDir()}
	d.out = filepath.Join(d.root, "disk", "ledger")
	for v := range d.packages {
		for i := range 4 {
			name := fmt.Sprintf("entry%d", v+i)
			writeText(t, filepath.Join(d.root, fmt.Sprint("docs", v), name+".md"), ledgerPage(name, v))
		}
		if out, err := d.generate(v); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		d.packages[v] = textsIn(t, d.out)
	}
	d.set(t, nil)
	return d
}

// asNobody takes from docgen the rights that the root has everywhere.
func (d *writer) asNobody(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	d.user = &syscall.Credential{Uid: 65534, Gid: 65534, NoSetGroups: true}
	if err := os.Chmod(filepath.Dir(d.root), 0o755); err != nil { // it holds all directories of the test
		t.Fatal(err)
	}
}

func (d *writer) generate(version int) (output []byte, err error) {
	cmd := exec.Command("sh", "-c", d.shell+`exec "$0" "$@"`, d.binary, "generate", fmt.Sprint("docs", version), "-o", d.out, "--quiet")
	cmd.Dir = d.root
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: d.user}
	return cmd.CombinedOutput()
}

const notes = "notes.txt"

// set has the directory hold files, and a foreign one; nil is for no directory.
func (d *writer) set(t *testing.T, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(d.out); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(d.out), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		writeText(t, filepath.Join(d.out, name), text)
	}
	if files != nil {
		writeText(t, filepath.Join(d.out, notes), notes)
	}
}

// isWritten has docgen write the second package. If it fails, it must say why,
// with exit code 2, and leave what was there before.
func (d *writer) isWritten(t *testing.T, before map[string]string, why string) bool {
	t.Helper()
	output, err := d.generate(1)
	want := d.packages[1]
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		want = before
		if exit.ExitCode() != exitTrouble || !strings.Contains(string(output), d.out+": nothing was changed: ") || !strings.Contains(string(output), why) {
			t.Errorf("%v\n%s", err, output)
		}
	} else if err != nil {
		t.Fatal(err)
	}
	if before != nil {
		want = maps.Clone(want)
		want[notes] = notes
	}
	if diff := cmp.Diff(want, textsIn(t, d.out)); diff != "" && len(want)+len(before) > 0 {
		t.Errorf("%s left\n%s", output, diff)
	}
	if _, statErr := os.Stat(d.out); err != nil && before == nil && !os.IsNotExist(statErr) {
		t.Errorf("it left a directory: %v", statErr)
	}
	return err == nil
}

// A smallDisk is a writer to a file system of its own.
type smallDisk struct {
	*writer
	mount string
}

func newSmallDisk(t *testing.T) smallDisk {
	t.Helper()
	d := newWriter(t)
	mount := filepath.Dir(d.out)
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, ""); err != nil {
		t.Skip("cannot mount: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(mount, 0); err != nil {
			t.Error(err)
		}
	})
	return smallDisk{d, mount}
}

// limit leaves room for some more blocks, or files, than there are.
func (d smallDisk) limit(t *testing.T, what string, more uint64) {
	t.Helper()
	var use syscall.Statfs_t
	if err := syscall.Statfs(d.mount, &use); err != nil {
		t.Fatal(err)
	}
	most := fmt.Sprintf("size=%d,nr_inodes=100000", (use.Blocks-use.Bfree+more)*uint64(use.Bsize))
	if what == "nr_inodes" {
		most = fmt.Sprintf("size=64m,nr_inodes=%d", use.Files-use.Ffree+more)
	}
	if err := syscall.Mount("tmpfs", d.mount, "tmpfs", syscall.MS_REMOUNT, most); err != nil {
		t.Fatal(err)
	}
}

// set has room again before it writes.
func (d smallDisk) set(t *testing.T, files map[string]string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", d.mount, "tmpfs", syscall.MS_REMOUNT, "size=64m,nr_inodes=100000"); err != nil {
		t.Fatal(err)
	}
	d.writer.set(t, files)
}
