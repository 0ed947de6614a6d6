package closure_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden chooses models of the pages in each archive. The files include
// and exclude hold a pattern on each line.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := closure.Choice{Docs: "docs", Names: map[ir.ID]string{}}
	var pages []*source.File
	got := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		page := source.NewFile(f.Name, f.Data)
		switch f.Name {
		case "include":
			c.Include = patterns(page)
		case "exclude":
			c.Exclude = patterns(page)
		case "chosen":
			continue
		default:
			pages = append(pages, page)
		}
		got.Files = append(got.Files, f)
	}
	schema, _, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range schema.Models {
		c.Names[m.Head().ID] = naming.Exported(m.Head().Title)
	}
	got.Files = append(got.Files, txtar.File{Name: "chosen", Data: []byte(choose(t, schema, c))})
	text := txtar.Format(got)
	if *update {
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(txtar.Format(archive)), string(text)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// choose lists the models that c chooses, and what there is to say about it.
func choose(t *testing.T, schema *ir.Schema, c closure.Choice) string {
	t.Helper()
	before := schema.Text()
	chosen, diags := closure.Choose(schema, c)
	if schema.Text() != before {
		t.Error("the schema was changed")
	}
	if err := chosen.Check(); err != nil && !diags.HasErrors() {
		t.Errorf("what is chosen is no schema: %v", err)
	}
	var b strings.Builder
	for _, m := range chosen.Models {
		fmt.Fprintln(&b, m.Head().ID)
	}
	for _, d := range diags {
		fmt.Fprintf(&b, "%s: %s [%s] (%s)\n", d.Span.Position(), d.Message, d.Code, d.Help)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "%s: %s\n", r.Span.Position(), r.Message)
		}
	}
	return b.String()
}

func patterns(f *source.File) []closure.Pattern {
	var out []closure.Pattern
	at := 0
	for _, line := range strings.Split(strings.TrimSuffix(string(f.Content), "\n"), "\n") {
		out = append(out, closure.Pattern{Glob: line, Span: f.Span(at, at+len(line))})
		at += len(line) + 1
	}
	return out
}

// TestIsGlob tells patterns from texts that are none.
func TestIsGlob(t *testing.T) {
	for text, want := range map[string]bool{"": false, "a": true, "**/a": true, "{a,b}*": true, "[a": false, "{a": false} {
		if got := closure.IsGlob(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
