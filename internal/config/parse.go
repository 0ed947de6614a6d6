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
)

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
	if len(tree.Docs) != 1 || tree.Docs[0].Body == nil {
		return nil, fmt.Errorf("%s: it holds no configuration: begin with \"version: %s\"", file.Name, version)
	}
	out := r.root(tree.Docs[0].Body)
	if r.err == nil {
		r.requireOwnOutputs(out.Packages)
	}
	out.Path = filepath.FromSlash(file.Name)
	return &out, r.err
}

// root reads the whole file. The defaults are looked up first, wherever they stand.
func (r *reader) root(n ast.Node) File {
	values := r.values(n)
	for _, v := range values {
		if keyOf(v) == "defaults" {
			r.inherited = r.values(v.Value)
		}
	}
	var out File
	rootForm().into(r, &out, n, values)
	return out
}

// version is the only one that there is.
const version = "1"

// versionForm is the form of the version.
type versionForm struct{}

func (versionForm) read(r *reader, n ast.Node) string {
	if found := n.GetToken().Value; found != version {
		r.fail(n, "version %s is unknown; this docgen reads version %s", found, version)
	}
	return version
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
