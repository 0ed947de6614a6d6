package docgen_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what the golden files want")

// TestGolden turns the pages of each golden file into Go and compares
// everything that comes of them, but for the support code. Then it builds,
// vets and tests all of the packages in one module. A golden file may hold a
// configuration, and Go that goes with the package: tests, and packages below
// it that it imports.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "golden", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	module := writeModule(t, nil)
	for _, name := range names {
		pkg := strings.TrimSuffix(filepath.Base(name), ".txtar")
		t.Run(pkg, func(t *testing.T) { golden(t, name, pkg, filepath.Join(module, pkg)) })
	}
	if out := run(t, module, nil, "gofmt", "-l", "."); out != "" {
		t.Errorf("not in the form of gofmt:\n%s", out)
	}
	run(t, module, nil, "go", "vet", "./...")
	run(t, module, nil, "go", "test", "./...")
}

// golden runs one golden file and writes the package to dir.
func golden(t *testing.T, name, pkg, dir string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	inputs := slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool {
		return !strings.HasSuffix(f.Name, ".md") && !isCompanion(f) && f.Name != config.Name
	})
	got := &txtar.Archive{Comment: archive.Comment, Files: inputs}
	for _, f := range inputs {
		if isCompanion(f) {
			writeFile(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
		}
	}
	result := generatePages(t, inputs, pkg)
	got.Files = append(got.Files, txtar.File{Name: "diagnostics", Data: []byte(diagnostics(result.Diagnostics))})
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(f.Name, "docgen_support") {
			got.Files = append(got.Files, txtar.File{Name: "want/" + f.Name, Data: f.Content})
		}
	}
	text := txtar.Format(got)
	if *update {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(txtar.Format(archive)), string(text)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// isCompanion reports whether a file of a golden file goes with the package.
func isCompanion(f txtar.File) bool {
	return strings.HasSuffix(f.Name, ".go") && !strings.HasPrefix(f.Name, "want/")
}

// writeFile writes a file, in directories that are made for it.
func writeFile(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// generatePages runs docgen on the pages, from a directory of their own.
func generatePages(t *testing.T, pages []txtar.File, pkg string) *docgen.Result {
	t.Helper()
	docs := t.TempDir()
	for _, page := range pages {
		writeFile(t, filepath.Join(docs, filepath.FromSlash(page.Name)), page.Data)
	}
	t.Chdir(docs)
	defer t.Chdir(repository)
	result, err := docgen.Run(context.Background(), configured(t, docgen.Config{Docs: ".", Package: pkg}))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// configured returns cfg with what the configuration among the pages, if there
// is one, says of its only package.
func configured(t *testing.T, cfg docgen.Config) docgen.Config {
	t.Helper()
	if _, err := os.Stat(config.Name); err != nil {
		return cfg
	}
	file, err := config.Load(config.Name)
	if err != nil {
		t.Fatal(err)
	}
	p := file.Packages[0]
	cfg.Pins, cfg.Go = p.Names, p.Go
	return cfg
}

// repository is the directory of this test.
var repository = func() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return dir
}()

// diagnostics returns a line for each diagnostic.
func diagnostics(list diag.List) string {
	var b bytes.Buffer
	for _, d := range list {
		if !d.Span.IsZero() {
			b.WriteString(d.Span.Position().String() + ": ")
		}
		b.WriteString(d.Severity().String() + ": " + d.Message + " [" + string(d.Code) + "]\n")
	}
	return b.String()
}
