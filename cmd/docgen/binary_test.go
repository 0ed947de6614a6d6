package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// buildDocgen builds the program and returns its path.
func buildDocgen(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "docgen")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// writeText writes a file, in directories that are made for it.
func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
