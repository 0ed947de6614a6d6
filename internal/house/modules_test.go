package house_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	required = regexp.MustCompile(`(?m)^\t(\S+) v\S+(?: // indirect)?$`)
	reasoned = regexp.MustCompile(`(?m)^\| (\S+\.\S+/\S+) \|`)
)

// TestModulesHaveReasons holds that the manual says of each module what it is
// needed for, and of no other.
func TestModulesHaveReasons(t *testing.T) {
	names := func(pattern *regexp.Regexp, path string) []string {
		var all []string
		for _, m := range pattern.FindAllStringSubmatch(read(t, path), -1) {
			all = append(all, m[1])
		}
		slices.Sort(all)
		return all
	}
	want := names(required, filepath.Join("..", "..", "go.mod"))
	if len(want) < 5 {
		t.Fatalf("go.mod requires %v", want)
	}
	if diff := cmp.Diff(want, names(reasoned, filepath.Join(manual, "dependencies.md"))); diff != "" {
		t.Errorf("go.mod (-) and the manual (+):\n%s", diff)
	}
}
