package wire_test

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
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden names the members of the pages in each archive. Pages below also/
// are those of another language, files below samples/ are payloads, and the
// lines of the file pins are selectors and names.
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
	var pages, also []*source.File
	var e wire.Evidence
	var kept []txtar.File
	want := map[string]string{"names": "", "diagnostics": ""}
	for _, f := range archive.Files {
		if _, expected := want[f.Name]; expected {
			want[f.Name] = string(f.Data)
			continue
		}
		kept = append(kept, f)
		page := source.NewFile(f.Name, f.Data)
		switch {
		case strings.HasPrefix(f.Name, "also/"):
			also = append(also, page)
		case strings.HasPrefix(f.Name, "samples/"):
			e.Samples = append(e.Samples, page)
		case f.Name == "pins":
			e.Pins = pins(page)
		default:
			pages = append(pages, page)
		}
	}
	if also != nil {
		e.Also = []*ir.Schema{parse(t, also)}
	}
	schema := parse(t, pages)
	reports, diags, err := wire.Name(t.Context(), schema, e)
	if err != nil {
		t.Fatal(err)
	}
	diags = append(diags, wire.Strict(schema)...)
	got := map[string]string{"names": names(reports), "diagnostics": said(t, diags)}
	if !*update {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		return
	}
	for _, section := range []string{"names", "diagnostics"} {
		if got[section] != "" {
			kept = append(kept, txtar.File{Name: section, Data: []byte(got[section])})
		}
	}
	archive.Files = kept
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func parse(t *testing.T, pages []*source.File) *ir.Schema {
	t.Helper()
	schema, _, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// pins reads lines such as "components/card.owner_id ownerID".
func pins(file *source.File) []wire.Pin {
	var out []wire.Pin
	offset := 0
	for line := range strings.Lines(string(file.Content)) {
		selector, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		out = append(out, wire.Pin{Selector: selector, Name: name, Span: file.Span(offset, offset+len(selector))})
		offset += len(line)
	}
	return out
}

func names(reports []wire.Report) string {
	var b strings.Builder
	for _, r := range reports {
		fmt.Fprintf(&b, "%s in %s, %s: %d confirmed, %d inferred, %d guessed\n",
			r.Dir, r.Dialect, r.Vote, r.Confirmed, r.Inferred, r.Guessed)
		for _, m := range r.Members() {
			grade := [...]string{ir.Inferred: "inferred", ir.Confirmed: "confirmed", ir.Guessed: "guessed"}[m.Wire.Evidence]
			fmt.Fprintf(&b, "%s as %q (%s): %s\n", m.Selector, m.Wire.Name, grade, m.Wire.Why)
		}
	}
	return b.String()
}

func said(t *testing.T, diags diag.List) string {
	t.Helper()
	diags.Sort()
	var b strings.Builder
	if err := (diag.Text{}).Render(&b, diags); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
