package prepare

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// samplePlan plans the pages that have members of every kind.
func samplePlan(t *testing.T, titles ...string) *plan.Package {
	t.Helper()
	schema, err := Schema(t.Context(), filepath.Join("..", "testdata", "sample"))
	if err != nil {
		t.Fatal(err)
	}
	if len(titles) > 0 {
		if schema, err = Cut(schema, titles); err != nil {
			t.Fatal(err)
		}
	}
	pkg, diags := plan.Build(schema, plan.Options{Package: "sample"})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return pkg
}

// TestSample holds what the peers are generated from: the plain structs and
// the OpenAPI document of the sample's models.
func TestSample(t *testing.T) {
	pkg := samplePlan(t)
	plain, err := plainCode("plain", pkg)
	if err != nil {
		t.Fatal(err)
	}
	document, err := OpenAPI(pkg)
	if err != nil {
		t.Fatal(err)
	}
	got := txtar.Format(&txtar.Archive{Files: []txtar.File{
		{Name: "plain.go", Data: plain}, {Name: "openapi.json", Data: append(document, '\n')},
	}})
	golden := filepath.Join("testdata", "sample.txtar")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestCut(t *testing.T) {
	var names []string
	for _, file := range samplePlan(t, "Figure").Files {
		for _, decl := range file.Decls {
			names = append(names, decl.TypeName())
		}
	}
	if diff := cmp.Diff([]string{"Circle", "Figure", "Square"}, names); diff != "" {
		t.Errorf("models that Figure reaches (-want +got)\n%s", diff)
	}
	schema, err := Schema(t.Context(), filepath.Join("..", "testdata", "sample"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Cut(schema, []string{"Nowhere"}); err == nil {
		t.Error("a title that no model bears is no error")
	}
}
