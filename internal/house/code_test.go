package house_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"os"
)

const (
	maxFileLines     = 400
	maxFunctionLines = 60
)

// A file is a Go file that people wrote.
type file struct {
	name   string // relative to the root
	isTest bool
	lines  int
	ast    *ast.File
	fset   *token.FileSet
}

// files returns all Go files of the repository but the generated ones.
func files(t *testing.T) []file {
	t.Helper()
	var all []file
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && path != root):
			return filepath.SkipDir
		case entry.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, path, content, parser.ParseComments)
		if err != nil || ast.IsGenerated(tree) {
			return err
		}
		name, err := filepath.Rel(root, path)
		all = append(all, file{
			name:   filepath.ToSlash(name),
			isTest: strings.HasSuffix(path, "_test.go"),
			lines:  bytes.Count(content, []byte("\n")),
			ast:    tree,
			fset:   fset,
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFilesFitInTheHead(t *testing.T) {
	for _, f := range files(t) {
		if f.lines > maxFileLines {
			t.Errorf("%s has %d lines; at most %d", f.name, f.lines, maxFileLines)
		}
	}
}

func TestFunctionsFitOnAScreen(t *testing.T) {
	for _, f := range files(t) {
		for _, decl := range f.ast.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if !ok || f.isTest {
				continue
			}
			lines := f.fset.Position(fn.End()).Line - f.fset.Position(fn.Pos()).Line + 1
			if lines > maxFunctionLines {
				t.Errorf("%s: %s has %d lines; at most %d", f.name, fn.Name.Name, lines, maxFunctionLines)
			}
		}
	}
}

func TestNamesSaySomething(t *testing.T) {
	for _, f := range files(t) {
		for _, part := range strings.Split(strings.TrimSuffix(f.name, ".go"), "/") {
			switch strings.TrimSuffix(part, "_test") {
			case "util", "utils", "helper", "helpers", "common", "types", "misc":
				t.Errorf("%s: %q says nothing", f.name, part)
			}
		}
	}
}

func TestPackagesAreDocumented(t *testing.T) {
	documented := map[string]bool{}
	for _, f := range files(t) {
		dir := filepath.Dir(f.name)
		if strings.HasPrefix(filepath.ToSlash(dir), "generated/") {
			continue // the comment is in a generated file, which is none of these
		}
		documented[dir] = documented[dir] || f.ast.Doc != nil && !f.isTest
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("the package in %s has no doc comment", dir)
		}
	}
}

func TestExportedSymbolsAreDocumented(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest || f.ast.Name.Name == "main" {
			continue
		}
		for _, decl := range f.ast.Decls {
			for _, name := range undocumented(decl) {
				t.Errorf("%s: %s has no doc comment", f.name, name)
			}
		}
	}
}

// undocumented returns the exported names that decl declares without a word.
func undocumented(decl ast.Decl) []string {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Name.IsExported() && decl.Doc == nil && isExportedReceiver(decl.Recv) {
			return []string{decl.Name.Name}
		}
	case *ast.GenDecl:
		var names []string
		for _, spec := range decl.Specs {
			names = append(names, undocumentedSpec(spec, decl.Doc != nil)...)
		}
		return names
	}
	return nil
}

// undocumentedSpec does so for one spec. The comment of a group stands for its
// constants and variables, not for types.
func undocumentedSpec(spec ast.Spec, group bool) []string {
	var names []string
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Name.IsExported() && spec.Doc == nil && !group {
			names = append(names, spec.Name.Name)
		}
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			if name.IsExported() && spec.Doc == nil && spec.Comment == nil && !group {
				names = append(names, name.Name)
			}
		}
	}
	return names
}

// isExportedReceiver reports whether a method with that receiver shows in the
// documentation; a function does.
func isExportedReceiver(recv *ast.FieldList) bool {
	if recv == nil {
		return true
	}
	typ := recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if generic, ok := typ.(*ast.IndexExpr); ok {
		typ = generic.X
	}
	name, ok := typ.(*ast.Ident)
	return !ok || name.IsExported()
}
