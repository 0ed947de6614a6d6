package reconcile

import "testing"

// TestForeignMark holds that a file which has the name of the mark, and is not
// docgen's, is neither taken for the mark nor removed. A single file needs no
// mark.
func TestForeignMark(t *testing.T) {
	wanted := []File{{"a.go", ours("a")}, {"b.go", ours("b")}}
	for n, left := range map[int]int{1: 2, 2: 1} {
		dir := t.TempDir()
		write(t, dir, map[string][]byte{unfinishedName: []byte("package p\n")})
		plan, err := Compare(dir, wanted[:n], nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := plan.Apply(); (err != nil) != (n > 1) {
			t.Errorf("%d files: %v", n, err)
		}
		if after := read(t, dir); string(after[unfinishedName]) != "package p\n" || len(after) != left {
			t.Errorf("%d files: %q", n, after)
		}
	}
}

// TestEmptyMark has what a docgen leaves that is killed before it writes into
// the mark.
func TestEmptyMark(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string][]byte{"a.go": ours("a"), unfinishedName: nil})
	plan, err := Compare(dir, []File{{"a.go", ours("a")}}, nil)
	if err != nil || plan.IsCurrent() {
		t.Fatal("taken for current", err)
	}
	if err := plan.Apply(); err != nil {
		t.Fatal(err)
	}
	if after := read(t, dir); len(after) != 1 {
		t.Errorf("left: %q", after)
	}
}
