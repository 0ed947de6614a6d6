package consensus

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

var update = flag.Bool("update", false, "rewrite the list of what older releases lack")

// corpus reads a tree of the corpus, or skips the test.
func corpus(tb testing.TB, name string) *ir.Schema {
	tb.Helper()
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("the corpus is not there: %v", err)
	}
	files, err := source.ReadTree(path)
	if err != nil {
		tb.Fatal(err)
	}
	s, _, err := parser.Parse(context.Background(), files, parser.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// oneAPI are the trees of one API. Go, PHP and Python were generated from one
// document; TypeScript from one some weeks older, and Ruby from one some
// months older.
var (
	oneAPI = []string{"dub-go", "dub-php", "dub-python", "dub-ruby", "dub-ts"}
	older  = []string{"dub-ruby", "dub-ts"}
)

// keys returns what names differences in any language, sorted, each once.
func keys(diffs []Difference) []string {
	names := map[string]bool{}
	for _, d := range diffs {
		key := fmt.Sprintf("%s %s", d.Fact, d.Model)
		if d.Member != "" {
			key += "." + squash(d.Member)
		}
		names[key] = true
	}
	return slices.Sorted(maps.Keys(names))
}

// TestOneAPI holds that the trees of one API agree pairwise on every fact of
// which both languages speak. What an older release of the API's description
// did not have yet is listed by name in testdata/older: it is what the tree
// has otherwise than all newer ones, and every entry of the list must be met.
func TestOneAPI(t *testing.T) {
	schemas := map[string]*ir.Schema{}
	for _, name := range oneAPI {
		schemas[name] = corpus(t, name)
	}
	lists := map[string][]string{}
	for _, name := range older {
		lists[name] = olderList(t, name, keys(Compare(schemas["dub-python"], schemas[name])))
	}
	var matrix strings.Builder
	fmt.Fprintf(&matrix, "%-22s", "agreed/common")
	for f := Models; f <= Variants; f++ {
		fmt.Fprintf(&matrix, "%13s", f)
	}
	for i, nameA := range oneAPI {
		for _, nameB := range oneAPI[i+1:] {
			c := compare(schemas[nameA], schemas[nameB])
			explained := slices.Concat(lists[nameA], lists[nameB])
			for _, key := range keys(c.diffs) {
				if !slices.Contains(explained, key) {
					t.Errorf("%s and %s differ: %s", nameA, nameB, key)
				}
			}
			fmt.Fprintf(&matrix, "\n%-22s%s", strings.ReplaceAll(nameA+" "+nameB, "dub-", ""), row(c))
		}
	}
	t.Log("\n" + matrix.String())
}

// row shows on how much two schemas agree, by fact.
func row(c *comparison) string {
	differ := map[Fact]int{}
	for _, d := range c.diffs {
		differ[d.Fact]++
	}
	var b strings.Builder
	for f := Models; f <= Variants; f++ {
		agreed, common := c.common[f]-differ[f], c.common[f]
		if f == Models || f == Members {
			agreed, common = c.common[f], c.common[f]+differ[f]
		}
		fmt.Fprintf(&b, "%13s", fmt.Sprintf("%d/%d", agreed, common))
	}
	return b.String()
}

// olderList returns the list of what the tree has otherwise because it is
// older, and holds it against what was found.
func olderList(t *testing.T, name string, found []string) []string {
	path := filepath.Join("testdata", "older", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(found, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	list := strings.Split(strings.TrimSpace(string(content)), "\n")
	if diff := cmp.Diff(list, found); diff != "" {
		t.Errorf("%s, listed (-) and found (+):\n%s", name, diff)
	}
	return list
}
