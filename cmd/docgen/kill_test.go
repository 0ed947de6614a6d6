//go:build unix

package main

import (
	stdcmp "cmp"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// kills is how many runs TestKilledAtAnyTime kills in each of the parts of a
// run. Of what is written, new contents beside their places take the longest
// by far, and half of the kills are meant for the moves.
var kills = []struct {
	begins string // the file that appears then; none for the start of the process
	many   int    // times the environment's DOCGEN_KILLS, which is 1 where it is not set
}{{"", 10}, {".docgen.lock", 25}, {"docgen_unfinished.go", 35}}

// TestKilledAtAnyTime kills the program itself, at random times. Whatever it was
// doing: the directory holds the package that was there, the one that was
// wanted, or one that is marked and does not compile. Foreign files stay, and
// the next run ends with the package that is wanted.
func TestKilledAtAnyTime(t *testing.T) {
	k := newVictim(t)
	times, err := strconv.Atoi(stdcmp.Or(os.Getenv("DOCGEN_KILLS"), "1"))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range kills {
		length := k.measure(t, part.begins)
		wanted := k.kills + part.many*times
		for k.kills < wanted {
			k.round(t, func() {
				k.await(part.begins)
				time.Sleep(rand.N(length))
			})
		}
		t.Logf("%v from %q to the end: %d kills", length, part.begins, k.kills)
	}
	t.Logf("%d left a lock, %d the old package, %d the new one, %d one that is marked; %d runs ended first",
		k.locked, k.old, k.new, k.marked, k.rounds-k.kills)
	if k.marked < k.kills/4 {
		t.Errorf("only %d of %d kills hit the time in which files are replaced", k.marked, k.kills)
	}
}

// A victim is a directory that runs of docgen bring from one of two packages
// to the other, and are killed meanwhile.
type victim struct {
	binary, root, dir string
	versions          [2]map[string]string // the packages
	foreign           map[string]string    // what stands beside them
	goal              int                  // the version that the next run is to make
	rounds, kills     int
	locked            int // kills that left a lock
	old, new, marked  int // what kills left
}

func newVictim(t *testing.T) *victim {
	t.Helper()
	root := t.TempDir()
	k := &victim{binary: buildDocgen(t), root: root, dir: filepath.Join(root, "ledger")}
	writeText(t, filepath.Join(root, "go.mod"), "module example.com/kill\n\ngo 1.24\n")
	for v, first := range []int{0, 30} {
		for i := range 100 {
			name := fmt.Sprintf("entry%d", first+i)
			writeText(t, filepath.Join(root, fmt.Sprint("docs", v), "models", name+".md"), ledgerPage(name, v))
		}
	}
	for v := range k.versions {
		k.run(t, v)
		k.versions[v] = k.read(t)
	}
	hand := map[string]string{"hand.go": "package ledger\n\nconst ByHand = 1\n", "notes.txt": "", ".docgen-x.tmp": "mine", "sub/entry1.go": "package sub\n"}
	for name, text := range hand {
		writeText(t, filepath.Join(k.dir, name), text)
	}
	k.foreign = hand
	return k
}

// ledgerPage is a page of a version: every fourth is the same in both.
func ledgerPage(name string, version int) string {
	note := fmt.Sprintf("What version %d of the ledger says.", version)
	if strings.HasSuffix(name, "4") {
		note = "It never changes."
	}
	return "# " + name + "\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n" +
		"| `amount` | *int* | :heavy_check_mark: | " + note + " |\n| `memo` | *Optional[str]* | :heavy_minus_sign: | Free text. |\n"
}

func (k *victim) command(version int) *exec.Cmd {
	cmd := exec.Command(k.binary, "generate", fmt.Sprint("docs", version), "-o", k.dir, "--quiet")
	cmd.Dir = k.root
	return cmd
}

// run runs docgen to its end.
func (k *victim) run(t *testing.T, version int) {
	t.Helper()
	if out, err := k.command(version).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// read returns what the directory holds, but for what is foreign and for locks
// and temporary files.
func (k *victim) read(t *testing.T) map[string]string {
	t.Helper()
	found := textsIn(t, k.dir)
	for name, text := range k.foreign {
		if got, ok := found[name]; !ok || got != text {
			t.Fatalf("%s is foreign, and is %q", name, got)
		}
		delete(found, name)
	}
	for name := range found {
		if strings.HasPrefix(name, ".docgen") {
			delete(found, name)
		}
	}
	return found
}

func (k *victim) holds(name string) bool {
	_, err := os.Lstat(filepath.Join(k.dir, name))
	return err == nil
}

// await returns when the file called name appears, or does not for long.
func (k *victim) await(name string) {
	for end := time.Now().Add(20 * time.Second); !k.holds(name) && time.Now().Before(end); {
		time.Sleep(50 * time.Microsecond)
	}
}

// measure returns the median of how long runs take from when a file appears.
func (k *victim) measure(t *testing.T, begins string) time.Duration {
	t.Helper()
	const runs = 6 // an even number ends with the version that it began with
	var took [runs]time.Duration
	for i := range runs {
		cmd := k.command((k.goal + i) % 2)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		k.await(begins)
		start := time.Now()
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
		took[i] = time.Since(start)
	}
	slices.Sort(took[:])
	return took[runs/2]
}

// round starts a run, kills it when wait returns, looks, and runs docgen again.
func (k *victim) round(t *testing.T, wait func()) {
	t.Helper()
	if k.rounds++; k.rounds > 1000 {
		t.Fatalf("only %d of %d runs were killed", k.kills, k.rounds)
	}
	cmd := k.command(k.goal)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait()
	_ = cmd.Process.Kill() // it may have ended
	var exit *exec.ExitError
	switch err := cmd.Wait(); {
	case errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signaled():
		k.look(t)
	case err != nil:
		t.Fatal(err)
	}
	k.run(t, k.goal)
	if diff := cmp.Diff(k.versions[k.goal], k.read(t)); diff != "" {
		t.Fatalf("run again:\n%s", diff)
	}
	if left, err := filepath.Glob(filepath.Join(k.dir, ".docgen*")); err != nil || len(left) != 1 { // the foreign one
		t.Fatalf("run again: %v is left, %v", left, err)
	}
	k.goal = 1 - k.goal
}

// look sorts what a killed run left.
func (k *victim) look(t *testing.T) {
	t.Helper()
	k.kills++
	if k.holds(".docgen.lock") {
		k.locked++
	}
	switch left := k.read(t); {
	case cmp.Equal(left, k.versions[1-k.goal]):
		k.old++
	case cmp.Equal(left, k.versions[k.goal]):
		k.new++
	default:
		k.marked++
		if text, ok := left["docgen_unfinished.go"]; !ok || text != "" && !strings.Contains(text, "docgen_was_stopped") {
			t.Fatalf("kill %d left a mixture that is not marked:\n%s", k.kills, cmp.Diff(k.versions[1-k.goal], left))
		}
		if k.marked%20 == 1 { // to build one takes longer than all else
			k.mustNotBuild(t)
		}
	}
}

func (k *victim) mustNotBuild(t *testing.T) {
	t.Helper()
	cmd := exec.Command("go", "build", "./ledger")
	cmd.Dir = k.root
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "docgen_unfinished.go") {
		t.Fatalf("it builds: %v\n%s", err, out)
	}
}
