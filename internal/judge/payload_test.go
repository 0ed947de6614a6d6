package judge

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/ir"
)

// part is which models of a large tree are judged by default: one in so many.
// DOCGEN_JUDGE=full judges all models of all trees, which takes an hour;
// DOCGEN_JUDGE_TREE all models of one.
const part = 40

// TestPayloads holds generated code against exported schemas.
func TestPayloads(t *testing.T) {
	only, full := os.Getenv("DOCGEN_JUDGE_TREE"), os.Getenv("DOCGEN_JUDGE") == "full"
	all := trees(t)
	counts := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		step := 1
		if !full && only == "" && isCorpus(all[name]) {
			step = part
		}
		// Of the corpus, the largest tree in one of the older grammars will do.
		if only != "" && only != name || step > 1 && name != "plaid" {
			continue
		}
		t.Run(name, func(t *testing.T) { judgeTree(t, all[name], step, counts) })
	}
	total := 0
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%8d %s", counts[key], key)
		total += counts[key]
	}
	t.Logf("%8d mutations", total)
}

// isCorpus reports whether a tree is none of the repository's own.
func isCorpus(dir string) bool { return !strings.HasPrefix(filepath.ToSlash(dir), "../../docs/") }

// judgeTree judges one in step models of a tree.
func judgeTree(t *testing.T, dir string, step int, counts map[string]int) {
	result, err := docgen.Run(t.Context(), docgen.Config{Docs: dir, Package: "api"})
	if err != nil {
		t.Fatal(err)
	}
	selected := read(t, dir)
	models := map[string]ir.Model{}
	for _, m := range selected.Schema.Models {
		switch m.(type) {
		case *ir.Object, *ir.Union:
			if role := m.Head().Role; role == ir.RoleModel || role == ir.RoleError {
				models[selected.TypeNames[m.Head().ID]] = m
			}
		}
	}
	names := slices.Sorted(maps.Keys(models))
	schemas, err := compile(schemaOf(t, selected.Schema, export.Options{Names: selected.TypeNames}), names)
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	if err := build(t.Context(), work, result.Files, names); err != nil {
		t.Fatal(err)
	}
	p, err := start(t.Context(), work)
	if err != nil {
		t.Fatal(err)
	}
	failures := map[string]int{}
	for i := 0; i < len(names); i += step {
		name := names[i]
		for round := range 2 {
			d := &deriver{round: round, least: round == 1}
			root := d.derive(models[name])
			if root == nil {
				continue
			}
			mutate(name, root, func(m mutation) {
				judgeOne(t, p, schemas, m, counts, failures)
			})
		}
	}
	if err := p.stop(); err != nil {
		t.Error(err)
	}
	for _, kind := range slices.Sorted(maps.Keys(failures)) {
		t.Logf("%d times %s", failures[kind], kind)
	}
}

func judgeOne(t *testing.T, p *program, s schemas, m mutation, counts, failures map[string]int) {
	code, err := p.ask(m.model, m.payload)
	if err != nil {
		t.Fatal(err)
	}
	var places []string
	if !m.broken {
		if places, err = s.judge(m.model, m.payload); err != nil {
			t.Fatal(err)
		}
	}
	agreed, err := m.compare(code, places)
	if m.kind == "none" && err == nil && agreed != "accepted" {
		err = fmt.Errorf("a payload that the pages allow is rejected by both: %q", code.Found)
	}
	if err != nil {
		key := m.kind + ": " + fmt.Sprintf("%.40s", err)
		failures[key]++
		if failures[key] <= 3 {
			t.Errorf("%s, %s at %q in %q:\n%.600s\n%v", m.model, m.kind, m.place, m.unions, m.payload, err)
		}
	}
	counts[m.kind+": "+agreed]++
}
