package reconcile

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestMemory holds that what shows no change in its times is not read again,
// unless it was read so soon after a change that another one might not show.
func TestMemory(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.go")
	write := func(text string, changed time.Time) {
		t.Helper()
		if err := os.WriteFile(path, ours(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, changed, changed); err != nil {
			t.Fatal(err)
		}
	}
	var memory Memory
	isCurrent := func(want bool, when string) {
		t.Helper()
		plan, err := Compare(dir, []File{{"a.go", ours("one")}}, &memory)
		if err != nil || plan.IsCurrent() != want {
			t.Errorf("%s: current: %t, %v", when, plan.IsCurrent(), err)
		}
	}
	now, before := time.Now(), time.Now().Add(-time.Hour)
	write("one", now)
	isCurrent(true, "at first")
	write("two", now)
	isCurrent(false, "changed at once, and the time does not tell")
	write("one", before)
	isCurrent(true, "changed back")
	write("two", before)
	isCurrent(true, "changed, which an old time would tell")
	write("two", before.Add(time.Minute))
	isCurrent(false, "the time tells")
	write("longer", before.Add(time.Minute))
	isCurrent(false, "the size tells")
	write("one", before)
	isCurrent(true, "changed back again")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	isCurrent(false, "gone")
}
