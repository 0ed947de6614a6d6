package main

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/reconcile"
)

// A target is one package to generate.
type target struct {
	docs string // the page, or the directory of pages
	out  string // the directory of the package
	pkg  string // its name
	evidence
	memory memory // nothing, unless the package may be made again
}

// A memory spares work when a package is made again. Its parts are nil where
// nothing is to be remembered.
type memory struct {
	made *docgen.Memory
	disk *reconcile.Memory
}

// evidence is what pages are read with beside themselves, and what the
// configuration says of the Go.
type evidence struct {
	dialect string   // the grammar of the pages; empty for "by evidence"
	also    []string // pages of the same API in other languages
	samples []string // payloads, or directories of them
	strict  bool     // guessed JSON names are errors
	config  string   // the path of docgen.yaml; empty for the nearest
	pins    []docgen.Pin
	include []docgen.Pattern
	exclude []docgen.Pattern
	hide    []docgen.Suppression
	shape   plan.Options // how the Go is shaped

	noReadme bool // whether the package does without a README.md
}

func (e *evidence) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&e.dialect, "dialect", "", "grammar of the pages (default: told from the pages)")
	flags.StringArrayVar(&e.also, "also", nil, "pages of the same API in another language, which fill what DOCS leaves open")
	flags.StringArrayVar(&e.samples, "samples", nil, "JSON payloads, or a directory of them, that show JSON names")
	flags.StringVar(&e.config, "config", "", "configuration (default: the nearest "+config.Name+")")
	flags.BoolVar(&e.strict, "strict-names", false, "make an error of every JSON name that is a guess")
}

// options returns what t asks of docgen.
func (t target) options() docgen.Config {
	return docgen.Config{
		Docs: t.docs, Package: t.pkg, Dialect: t.dialect, Also: t.also, Samples: t.samples,
		Pins: t.pins, StrictNames: t.strict,
		Include: t.include, Exclude: t.exclude, Suppress: t.hide, Go: t.shape, Memory: t.memory.made,
	}
}

// command returns the command line that makes t.
func (t target) command(verb string) string {
	return fmt.Sprintf("docgen %s %s -o %s --package %s", verb, t.docs, t.out, t.pkg)
}

// targetFlags are the flags that say what to generate, and where.
type targetFlags struct {
	out, pkg string
	evidence
}

func (f *targetFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVarP(&f.out, "out", "o", "", "directory of the package (default: the current one under go generate)")
	flags.StringVar(&f.pkg, "package", "", "name of the package (default: the name of its directory)")
	f.evidence.register(cmd)
}

// targets returns what args and the flags ask for.
func (f targetFlags) targets(args []string) ([]target, error) {
	if len(args) == 0 {
		if f.out != "" || f.pkg != "" {
			return nil, errors.New("-o and --package need DOCS, the pages that they are meant for")
		}
		return f.evidence.packages()
	}
	t := target{docs: args[0], out: f.out, pkg: f.pkg, evidence: f.evidence}
	entry, err := t.evidence.load(t.docs)
	if err != nil {
		return nil, err
	}
	if t.out == "" && os.Getenv("GOFILE") != "" {
		t.out = "."
	}
	if t.out == "" && entry != nil {
		t.out = entry.Out
	}
	if t.out == "" {
		return nil, fmt.Errorf("no output directory: type where the package goes, such as: docgen generate %s -o NAME", t.docs)
	}
	if t.pkg == "" && entry != nil {
		t.pkg = entry.Name
	}
	if t.pkg == "" {
		t.pkg, err = packageOf(t.out)
	}
	return []target{t}, err
}

// packageOf returns the name of the package in the directory out. Under go
// generate, the directory of the directive belongs to the directive's package.
func packageOf(out string) (string, error) {
	abs, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	if pkg := os.Getenv("GOPACKAGE"); pkg != "" && abs == cwd {
		return pkg, nil
	}
	if pkg := filepath.Base(abs); token.IsIdentifier(pkg) {
		return pkg, nil
	}
	return "", fmt.Errorf("%s: %q is not a name for a Go package: name one with --package", out, filepath.Base(abs))
}

// The directories of the convention: the pages of docs/NAME become the
// package NAME in generated/NAME.
const (
	docsRoot      = "docs"
	generatedRoot = "generated"
)

// conventional returns a target for each directory docs/NAME that holds model
// pages, which stand in a directory called models at any depth.
func conventional(e evidence) ([]target, error) {
	entries, err := os.ReadDir(docsRoot)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var all []target
	for _, entry := range entries {
		docs := filepath.Join(docsRoot, entry.Name())
		found, err := holdsModels(docs)
		switch {
		case err != nil:
			return nil, err
		case !found:
			continue
		case !token.IsIdentifier(entry.Name()):
			return nil, fmt.Errorf("%s: %q is not a name for a Go package: rename the directory, or generate it by itself with -o and --package", docs, entry.Name())
		}
		out := filepath.Join(generatedRoot, entry.Name())
		all = append(all, target{docs: docs, out: out, pkg: entry.Name(), evidence: e})
	}
	if len(all) == 0 {
		return nil, errors.New(`no model pages: no directory docs/NAME here holds a directory called "models"; name the pages, such as: docgen generate DOCS -o DIR`)
	}
	return all, nil
}

// holdsModels reports whether there is a directory called models, in any
// case, below dir.
func holdsModels(dir string) (found bool, err error) {
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && path != dir && strings.EqualFold(entry.Name(), "models") {
			found = true
			return filepath.SkipAll
		}
		return err
	})
	return found, err
}
