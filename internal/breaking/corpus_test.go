package breaking_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// corpus returns what reads a tree of the corpus, and skips the test where the
// corpus is absent.
func corpus(t *testing.T, name string) docgen.Config {
	t.Helper()
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no corpus: %v (DOCGEN_CORPUS says where it is)", err)
	}
	return docgen.Config{Docs: path, Package: "api"}
}

// TestLanguages compares an API with itself, and with what it looks like in
// another language, either way round.
func TestLanguages(t *testing.T) {
	for _, names := range [][2]string{{"dub-ts", "dub-ts"}, {"dub-ts", "dub-python"}, {"dub-python", "dub-ts"}, {"plexgo", "plexruby"}} {
		report := compare(t, corpus(t, names[0]), corpus(t, names[1]))
		t.Logf("%s and %s: %s", names[0], names[1], report.Summary())
		if same := names[0] == names[1]; same != (report.Verdict() == breaking.None) {
			t.Errorf("%s and %s: the verdict is %s", names[0], names[1], report.Verdict())
		}
	}
}

// A mutation changes a row of a table. What it does shows by the rules, at the
// row.
type mutation struct {
	drop     bool
	from, to string
	rules    []string
}

var mutations = []mutation{
	{drop: true, rules: []string{"field-removed", "member-removed"}},
	{from: " *str* ", to: " *bool* ", rules: []string{"field-type-changed", "json-type-changed"}},
	{from: " *Optional[str]* ", to: " *Optional[bool]* ", rules: []string{"field-type-changed", "json-type-changed"}},
	{from: " *str* ", to: " *date* ", rules: []string{"field-type-changed", "json-type-narrowed"}},
	{from: " :heavy_check_mark: ", to: " :heavy_minus_sign: ", rules: []string{"member-optional"}},
	{from: " :heavy_minus_sign: ", to: " :heavy_check_mark: ", rules: []string{"member-required"}},
	{from: " |\n", to: " It is said to be so. |\n", rules: []string{"doc-changed"}},
}

var dropValue = mutation{drop: true, rules: []string{"constant-removed", "value-removed"}}

// TestMutations changes 100 random rows of a big API, each in its own way, and
// holds the report against that: each change is reported at its row, and
// nothing else is but what a struct remembers of its rows.
func TestMutations(t *testing.T) {
	for seed := range uint64(5) {
		mutate(t, rand.New(rand.NewPCG(seed, seed)))
	}
}

func mutate(t *testing.T, random *rand.Rand) {
	old := corpus(t, "plaid")
	pages, err := source.ReadTree(old.Docs)
	if err != nil {
		t.Fatal(err)
	}
	old.Pages = pages
	lines := map[string][]string{}
	for _, p := range pages {
		lines[p.Name] = strings.SplitAfter(string(p.Content), "\n")
	}
	rows := rowsOf(t, old)
	random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	want := map[string]bool{} // "rule side:line"
	pending := map[string][]pendingRow{}
	done := 0
	for _, at := range rows {
		text := &lines[at.Name][at.Line-1]
		m := mutations[random.IntN(len(mutations))]
		if at.isValue {
			m = dropValue
		}
		if done == 100 || !m.drop && !strings.Contains(*text, m.from) || m.from == mutations[6].from && strings.Contains(*text, "N/A") {
			continue
		}
		done++
		if *text = strings.Replace(*text, m.from, m.to, 1); m.drop {
			*text = ""
		}
		pending[at.Name] = append(pending[at.Name], pendingRow{at.Line, m})
	}
	if done != 100 {
		t.Fatalf("%d mutations", done)
	}
	for name, rows := range pending {
		for _, r := range rows {
			place := fmt.Sprintf("old %s:%d", name, r.line)
			if !r.drop {
				place = fmt.Sprintf("new %s:%d", name, r.line-droppedBefore(rows, r.line))
			}
			for _, rule := range r.rules {
				want[rule+" "+place] = true
			}
		}
	}
	now := old
	now.Pages = nil
	for _, p := range pages {
		now.Pages = append(now.Pages, source.NewFile(p.Name, []byte(strings.Join(lines[p.Name], ""))))
	}
	checkMutations(t, compare(t, old, now), want)
}

// A pendingRow is a row, by its line before all mutations, and what becomes of
// it.
type pendingRow struct {
	line int
	mutation
}

func droppedBefore(rows []pendingRow, line int) int {
	n := 0
	for _, r := range rows {
		if r.drop && r.line < line {
			n++
		}
	}
	return n
}

// A row is where a member of an object stands, or a value of an enum.
type row struct {
	source.Position
	isValue bool
}

// rowsOf returns the rows of models that travel, but for enums that would have
// hardly a value left.
func rowsOf(t *testing.T, cfg docgen.Config) []row {
	t.Helper()
	result, err := docgen.Read(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for _, m := range result.Schema.Models {
		switch m := m.(type) {
		case *ir.Object:
			if m.Role == ir.RoleModel || m.Role == ir.RoleError {
				for _, f := range m.Fields {
					rows = append(rows, row{f.Span.Position(), false})
				}
			}
		case *ir.Enum:
			if len(m.Values) > 5 {
				for _, v := range m.Values {
					rows = append(rows, row{v.Span.Position(), true})
				}
			}
		}
	}
	return rows
}

// byTheWay are the rules by which a struct differs when its rows do, at its
// title.
var byTheWay = []string{"memory-removed", "memory-added", "memory-type-changed", "struct-not-comparable"}

func checkMutations(t *testing.T, report *breaking.Report, want map[string]bool) {
	t.Helper()
	rows := map[string]bool{}
	for key := range want {
		_, place, _ := strings.Cut(key, " ")
		rows[place] = true
	}
	for _, c := range report.Changes {
		at := c.Span().Position()
		place := fmt.Sprintf("new %s:%d", at.Name, at.Line)
		if c.New.IsZero() {
			place = fmt.Sprintf("old %s:%d", at.Name, at.Line)
		}
		delete(want, c.Rule.ID+" "+place)
		if !rows[place] && !slices.Contains(byTheWay, c.Rule.ID) {
			t.Fatalf("%s: nothing was changed there, and it says %s: %s [%s]", place, c.Subject, c.What, c.Rule.ID)
		}
	}
	for key := range want {
		t.Fatalf("not reported: %s", key)
	}
}
