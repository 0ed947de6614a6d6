// Package prepare writes the packages that the benchmark compares: docgen's
// own, generated from the corpus, and those of its peers, which are made from
// what docgen's plan says of the same models. None of them is committed.
package prepare

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emitter"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// Dir is where the packages are written, relative to the module's root. Being
// below testdata, they are in no ./... of the module.
const Dir = "testdata/prepared"

// Options say what to prepare.
type Options struct {
	Schema *ir.Schema
	Dir    string // receives one directory for each package
	Sets   []Set
}

// A Set is a package, or several that one generator makes.
type Set func(ctx context.Context, opts Options, pkg *plan.Package) error

// Packages writes the sets. Each is written anew.
func Packages(ctx context.Context, opts Options) error {
	pkg, diags := plan.Build(opts.Schema, plan.Options{Package: "docgen"})
	if diags.HasErrors() {
		return fmt.Errorf("the models cannot be planned: %s", diags[0].Message)
	}
	for _, write := range opts.Sets {
		if err := write(ctx, opts, pkg); err != nil {
			return err
		}
	}
	return nil
}

// Docgen writes what docgen generates, without its tests.
func Docgen(ctx context.Context, opts Options, pkg *plan.Package) error {
	files, err := emitter.Emit(ctx, pkg, nil)
	if err != nil {
		return err
	}
	content := map[string][]byte{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name, "_test.go") {
			content[f.Name] = f.Content
		}
	}
	return writePackage(filepath.Join(opts.Dir, "docgen"), content)
}

// writePackage replaces the directory by one with these files.
func writePackage(dir string, content map[string][]byte) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, text := range content {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// tool runs a tool that go.mod names. What it prints is shown if it fails.
func tool(ctx context.Context, args ...string) error {
	cmd := exec.CommandContext(ctx, "go", slices.Concat([]string{"tool"}, args)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go tool %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return nil
}
