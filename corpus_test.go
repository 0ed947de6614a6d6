package docgen_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/diag"
)

// corpus returns the path of a part of the corpus, and skips the test where
// the corpus is absent.
func corpus(t testing.TB, elem ...string) string {
	t.Helper()
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "shared", "corpus")
	}
	path, err := filepath.Abs(filepath.Join(append([]string{root}, elem...)...))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no corpus: %v (DOCGEN_CORPUS says where it is)", err)
	}
	return path
}

// generate runs docgen and fails the test for an error, of whichever kind.
func generate(t testing.TB, docs, pkg string) *docgen.Result {
	t.Helper()
	result, err := docgen.Run(context.Background(), docgen.Config{Docs: docs, Package: pkg})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		if d.Severity() == diag.Error {
			t.Errorf("%s: %s: %s", d.Span.Position(), d.Code, d.Message)
		}
	}
	if len(result.Files) == 0 {
		t.Fatal("no files")
	}
	return result
}

// writeModule writes the files as a module of their own and returns its
// directory.
func writeModule(t testing.TB, files []docgen.File) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, content []byte) {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", []byte("module generated\n\ngo 1.24.0\n"))
	for _, f := range files {
		write(f.Name, f.Content)
	}
	return dir
}

// run runs a command in dir and returns what it printed.
func run(t testing.TB, dir string, env []string, command ...string) string {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off"), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", strings.Join(command, " "), err, out)
	}
	return string(out)
}

// trees are the trees of the corpus, one of each language at least.
var trees = []string{
	"client-python", "client-ts", "dub-go", "dub-php", "dub-python", "dub-ruby", "dub-ts",
	"moov-java", "plaid", "plexcsharp", "plexgo", "plexruby",
}

// TestCorpus generates a package from each tree, builds and vets them, and
// runs the tests that come with them.
func TestCorpus(t *testing.T) {
	var files []docgen.File
	for _, tree := range trees {
		pkg := strings.ReplaceAll(tree, "-", "")
		for _, f := range generate(t, corpus(t, tree), pkg).Files {
			files = append(files, docgen.File{Name: filepath.Join(pkg, f.Name), Content: f.Content})
		}
	}
	dir := writeModule(t, files)
	if out := run(t, dir, nil, "gofmt", "-l", "."); out != "" {
		t.Errorf("not in the form of gofmt: %s", out)
	}
	run(t, dir, nil, "go", "vet", "./...")
	run(t, dir, nil, "go", "test", "./...")
}

// beside returns the path of what lies beside the corpus, and skips the test
// where it is absent.
func beside(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join(filepath.Dir(corpus(t)), name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("nothing beside the corpus: %v", err)
	}
	return path
}

// tryPackage writes the package to a module of its own, with the test that
// stands in testdata, and runs that.
func tryPackage(t *testing.T, files []docgen.File, test string, env ...string) {
	t.Helper()
	dir := writeModule(t, files)
	code, err := os.ReadFile(filepath.Join("testdata", test))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(test)
	if err := os.WriteFile(filepath.Join(dir, name), code, 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, dir, env, "go", "vet", ".")
	run(t, dir, env, "go", "test", ".")
}

// TestSeed generates a package from one page alone: the model that it refers
// to has no page, and a diagnostic says so.
func TestSeed(t *testing.T) {
	result := generate(t, filepath.Join(beside(t, "seed"), "creditsessionsgetresponse.md"), "seed")
	if len(result.Diagnostics) != 1 || result.Diagnostics[0].Code != "DG0301" {
		t.Errorf("diagnostics: %v", result.Diagnostics)
	}
	tryPackage(t, result.Files, filepath.Join("seed", "seed_test.go"))
}

// TestPayloads decodes and encodes real payloads with the package that is
// generated from their reference.
func TestPayloads(t *testing.T) {
	payloads := beside(t, "payloads")
	files := generate(t, corpus(t, "plaid"), "plaid").Files
	tryPackage(t, files, filepath.Join("payloads", "payloads_test.go"), "PAYLOADS="+payloads)
}
