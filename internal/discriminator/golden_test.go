package discriminator_test

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

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads the pages of each archive and compares its unions, and what
// is said of them, with what is wanted.
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
	var pages []*source.File
	var kept []txtar.File
	want := map[string]string{"unions": "", "diagnostics": ""}
	for _, f := range archive.Files {
		if _, expected := want[f.Name]; expected {
			want[f.Name] = string(f.Data)
			continue
		}
		kept = append(kept, f)
		pages = append(pages, source.NewFile(f.Name, f.Data))
	}
	got := infer(t, pages)
	if *update {
		for _, name := range []string{"unions", "diagnostics"} {
			kept = append(kept, txtar.File{Name: name, Data: []byte(got[name])})
		}
		archive.Files = kept
		if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// infer returns the unions of pages as text, and the diagnostics.
func infer(t *testing.T, pages []*source.File) map[string]string {
	schema, _, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := wire.Name(context.Background(), schema, wire.Evidence{}); err != nil {
		t.Fatal(err)
	}
	diags := discriminator.Infer(schema)
	if err := schema.Check(); err != nil {
		t.Error(err)
	}
	unions := &ir.Schema{Trees: schema.Trees}
	for _, m := range schema.Models {
		if u, ok := m.(*ir.Union); ok {
			unions.Models = append(unions.Models, u)
		}
	}
	return map[string]string{"unions": unions.Text(), "diagnostics": textOf(diags)}
}

func textOf(diags diag.List) string {
	var b strings.Builder
	for _, d := range diags {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", d.Span.Position(), d.Severity(), d.Message, d.Code)
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  %s: %s\n", r.Span.Position(), r.Message)
		}
	}
	return b.String()
}
