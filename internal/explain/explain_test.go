package explain_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/internal/explain"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

// read plans the package of a directory of pages.
func read(t *testing.T, docs string) explain.Package {
	t.Helper()
	pages, err := source.ReadTree(docs)
	if err != nil {
		t.Fatal(err)
	}
	schema, _, err := parser.Parse(t.Context(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := wire.Name(t.Context(), schema, wire.Evidence{}); err != nil {
		t.Fatal(err)
	}
	discriminator.Infer(schema)
	opts := plan.Options{Package: "api"}
	pkg, _ := plan.Build(schema, opts)
	return explain.Package{Schema: schema, Names: plan.TypeNames(schema, opts), Plan: pkg}
}

// TestEverything explains each type, field and constant of the examples and of
// a tree of the corpus, under each of its names, and looks at what is said.
func TestEverything(t *testing.T) {
	corpus := os.Getenv("DOCGEN_CORPUS")
	if corpus == "" {
		corpus = "../../../shared/corpus"
	}
	trees, err := filepath.Glob("../../docs/*/models")
	if err != nil || len(trees) == 0 {
		t.Fatalf("%v %v", trees, err)
	}
	if tree := filepath.Join(corpus, "dub-ts"); isThere(tree) {
		trees = append(trees, tree)
	} else {
		t.Logf("no corpus at %s", corpus)
	}
	for _, docs := range trees {
		p := read(t, docs)
		explained := 0
		for _, m := range p.Schema.Models {
			name, ok := p.Names[m.Head().ID]
			if !ok {
				continue
			}
			explained += look(t, p, name)
			switch m := m.(type) {
			case *ir.Object:
				for _, f := range m.Fields {
					explained += look(t, p, name+"."+f.Wire.Name) + look(t, p, name+"."+f.Name)
				}
			case *ir.Enum:
				for _, v := range m.Values {
					explained += look(t, p, name+"."+v.Value.Text())
				}
			}
		}
		if explained == 0 {
			t.Errorf("%s: nothing to explain", docs)
		}
		t.Logf("%s: %d explanations", docs, explained)
	}
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func look(t *testing.T, p explain.Package, selector string) int {
	t.Helper()
	e, err := p.Explain(selector)
	if err != nil {
		t.Errorf("%s: %v", selector, err)
		return 0
	}
	var text bytes.Buffer
	if err := e.Render(&text); err != nil {
		t.Fatal(err)
	}
	if e.Name == "" || e.Place.IsZero() || len(e.Decisions) == 0 || !strings.Contains(text.String(), e.Decisions[0].Why) {
		t.Errorf("%s: %+v\n%s", selector, e, &text)
	}
	for _, d := range e.Decisions {
		if d.What == "" || d.Is == "" || d.Why == "" {
			t.Errorf("%s: %+v", selector, d)
		}
	}
	return 1
}
