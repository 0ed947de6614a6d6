// Package config reads docgen.yaml, the file that says what a repository
// generates and what its pages do not tell. It is strict: what it does not
// know is an error, with its place and the nearest key that it does know.
package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/suppress"
	"github.com/docgen-go/docgen/internal/wire"
)

// Name is what the file is called.
const Name = "docgen.yaml"

// A File is a configuration. Its paths are relative to the working directory.
type File struct {
	Path     string
	Packages []Package
}

// A Package is one package to generate.
type Package struct {
	Docs        string   // the page, or the directory of pages
	Out         string   // the directory of the package
	Name        string   // of the package; empty for that of its directory
	Dialect     string   // empty for "by evidence"
	Also        []string // pages of the same API in other languages
	Samples     []string // payloads, or directories of them
	StrictNames bool
	Names       []wire.Pin
	Include     []closure.Pattern
	Exclude     []closure.Pattern
	Suppress    []suppress.Rule
	NoReadme    bool         // whether the package does without a README.md
	Go          plan.Options // how the Go is shaped, without the name of the package

	names place                   // where pins are written to
	given []*ast.MappingValueNode // what the file says, with the defaults
}

// Find returns the path of the configuration for dir: in dir itself, or in the
// nearest directory above it, up to the root of its module. It is empty where
// there is none.
func Find(dir string) (string, error) {
	for {
		path := filepath.Join(dir, Name)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		_, err := os.Stat(filepath.Join(dir, "go.mod"))
		abs, absErr := filepath.Abs(dir)
		if err == nil || absErr != nil || filepath.Dir(abs) == abs {
			return "", absErr
		}
		dir = filepath.Join(dir, "..")
	}
}

// Load reads the configuration at path.
func Load(path string) (*File, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(source.NewFile(filepath.ToSlash(path), text))
}

// Package returns the package whose pages are docs, or nil.
func (f *File) Package(docs string) *Package {
	for i := range f.Packages {
		if same(f.Packages[i].Docs, docs) {
			return &f.Packages[i]
		}
	}
	return nil
}

// same reports whether two paths lead to one place.
func same(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}
