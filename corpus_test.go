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
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
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

// TestCorpus generates a package from each tree, builds and vets it, and runs
// the tests that come with it.
func TestCorpus(t *testing.T) {
	for _, tree := range []string{"plaid", "dub-python", "client-python"} {
		t.Run(tree, func(t *testing.T) {
			result := generate(t, corpus(t, tree), "generated")
			dir := writeModule(t, result.Files)
			if out := run(t, dir, nil, "gofmt", "-l", "."); out != "" {
				t.Errorf("not in the form of gofmt: %s", out)
			}
			run(t, dir, nil, "go", "vet", "./...")
			run(t, dir, nil, "go", "test", "./...")
		})
	}
}

// TestPayloads decodes and encodes real payloads with the package that is
// generated from their reference.
func TestPayloads(t *testing.T) {
	docs := corpus(t, "plaid")
	payloads := filepath.Join(filepath.Dir(filepath.Dir(docs)), "payloads")
	if _, err := os.Stat(payloads); err != nil {
		t.Skipf("no payloads beside the corpus: %v", err)
	}
	dir := writeModule(t, generate(t, docs, "plaid").Files)
	test, err := os.ReadFile(filepath.Join("testdata", "payloads", "payloads_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "payloads_test.go"), test, 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, dir, []string{"PAYLOADS=" + payloads}, "go", "test", "-run", "TestPayloads|TestMissingRequestID", ".")
}
