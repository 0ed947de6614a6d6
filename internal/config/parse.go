package config

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
)

// version is the only one that there is.
const version = "1"

// Parse reads a configuration.
func Parse(file *source.File) (*File, error) {
	if text, ok := bytes.CutPrefix(file.Content, []byte("\uFEFF")); ok {
		file = source.NewFile(file.Name, text) // a byte order mark means nothing in UTF-8
	}
	r := &reader{file: file, dir: filepath.Dir(filepath.FromSlash(file.Name))}
	tree, err := parser.ParseBytes(file.Content, 0)
	if err != nil {
		return nil, r.syntax(err)
	}
	out := &File{Path: filepath.FromSlash(file.Name)}
	if len(tree.Docs) != 1 || tree.Docs[0].Body == nil {
		return nil, fmt.Errorf("%s: it holds no configuration: begin with \"version: %s\"", file.Name, version)
	}
	hasVersion := false
	r.mapping(tree.Docs[0].Body, keys{
		"version": func(n ast.Node) {
			hasVersion = true
			if n.GetToken().Value != version {
				r.fail(n, "version %s is unknown; this docgen reads version %s", n.GetToken().Value, version)
			}
		},
		"packages": func(n ast.Node) {
			r.sequence(n, func(n ast.Node) { out.Packages = append(out.Packages, r.pkg(n)) })
		},
	})
	if !hasVersion {
		r.fail(tree.Docs[0].Body, "the key \"version\" is missing: write \"version: %s\"", version)
	}
	return out, r.err
}

// pkg reads one entry of packages.
func (r *reader) pkg(n ast.Node) Package {
	p := Package{names: place{after: n.GetToken().Position.Line}}
	r.mapping(n, keys{
		"docs":         func(n ast.Node) { p.Docs = r.path(n) },
		"out":          func(n ast.Node) { p.Out = r.path(n) },
		"package":      func(n ast.Node) { p.Name = r.text(n) },
		"dialect":      func(n ast.Node) { p.Dialect = r.text(n) },
		"also":         func(n ast.Node) { p.Also = r.paths(n) },
		"samples":      func(n ast.Node) { p.Samples = r.paths(n) },
		"strict-names": func(n ast.Node) { p.StrictNames = r.boolean(n) },
		"names":        func(n ast.Node) { p.Names = r.pins(n) },
	})
	if p.Docs == "" {
		r.fail(n, "the package has no key \"docs\", which names its pages")
	}
	if p.Out == "" {
		r.fail(n, "the package has no key \"out\", which names its directory")
	}
	p.names = r.placeOfNames(n)
	return p
}

// pins reads a mapping from selectors to JSON names.
func (r *reader) pins(n ast.Node) []wire.Pin {
	var pins []wire.Pin
	for _, v := range r.values(n) {
		pins = append(pins, wire.Pin{
			Selector: v.Key.GetToken().Value, Name: r.text(v.Value), Span: r.span(v.Key.GetToken()),
		})
	}
	return pins
}

func (r *reader) paths(n ast.Node) []string {
	var out []string
	r.sequence(n, func(n ast.Node) { out = append(out, r.path(n)) })
	return out
}

// path reads a path, which is relative to the directory of the file.
func (r *reader) path(n ast.Node) string {
	text := filepath.FromSlash(r.text(n))
	if text == "" || filepath.IsAbs(text) {
		return text
	}
	return filepath.Join(r.dir, text)
}

// syntax turns an error of the library into one with our places.
func (r *reader) syntax(err error) error {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil {
		return r.at(syntax.Token, syntax.Message)
	}
	return fmt.Errorf("%s: %w", r.file.Name, err)
}

func (r *reader) at(t *token.Token, message string) error {
	return fmt.Errorf("%s:%d:%d: %s", r.file.Name, t.Position.Line, t.Position.Column, message)
}
