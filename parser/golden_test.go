package parser

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
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads the pages of each txtar archive and compares the schema and
// the diagnostics with those that stand beside them.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(name), "testdata/"), ".txtar"), func(t *testing.T) { golden(t, name) })
	}
}

func golden(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	pages, want := split(archive)
	schema, diags, err := Parse(context.Background(), pages, Options{})
	if err != nil {
		t.Fatal(err)
	}
	diags = append(diags, discriminator.Infer(schema)...)
	diags.Sort()
	if err := schema.Check(); err != nil {
		t.Error(err)
	}
	got := map[string]string{"schema": schema.Text(), "diagnostics": diagnosticText(diags)}
	if *update {
		rewrite(t, name, archive, got)
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// split parts the pages of an archive from what is expected of them. "␍" and
// "␀" stand for bytes that would do harm in an archive.
func split(a *txtar.Archive) (pages []*source.File, want map[string]string) {
	control := strings.NewReplacer("␍", "\r", "␀", "\x00", "␢", "\xff", "␦", "\ufeff")
	want = map[string]string{"schema": "", "diagnostics": ""}
	for _, f := range a.Files {
		if _, expected := want[f.Name]; expected {
			want[f.Name] = string(f.Data)
			continue
		}
		pages = append(pages, source.NewFile(f.Name, []byte(control.Replace(string(f.Data)))))
	}
	return pages, want
}

// diagnosticText shows diagnostics with what they underline.
func diagnosticText(diags diag.List) string {
	var b strings.Builder
	for _, d := range diags {
		fmt.Fprintf(&b, "%s: %s %s: %s\n", d.Span.Position(), d.Severity(), d.Code, d.Message)
		if text, _, _ := strings.Cut(d.Span.Text(), "\n"); text != "" {
			fmt.Fprintf(&b, "  at %q\n", text)
		}
		if d.Help != "" {
			fmt.Fprintf(&b, "  help: %s\n", d.Help)
		}
		for _, r := range d.Related {
			fmt.Fprintf(&b, "  %s: %s\n", r.Span.Position(), r.Message)
		}
	}
	return b.String()
}

func rewrite(t *testing.T, name string, a *txtar.Archive, got map[string]string) {
	var files []txtar.File
	for _, f := range a.Files {
		if _, expected := got[f.Name]; !expected {
			files = append(files, f)
		}
	}
	for _, section := range []string{"schema", "diagnostics"} {
		if got[section] != "" {
			files = append(files, txtar.File{Name: section, Data: []byte(got[section])})
		}
	}
	a.Files = files
	if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
