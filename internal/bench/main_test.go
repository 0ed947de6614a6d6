package main

import (
	"os/exec"
	"testing"
)

// TestContract prepares the packages and runs the tests that compile them.
func TestContract(t *testing.T) {
	opts := options{corpus: defaultCorpus()}
	if err := opts.locate(); err != nil {
		t.Skipf("no corpus: %v", err)
	}
	if err := opts.prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	args := []string{"test", "-tags", "prepared", "./contract"}
	if testing.Short() {
		args = append(args, "-short")
	}
	if out, err := exec.CommandContext(t.Context(), "go", args...).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
