package emitter

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/templates"
)

// A supportDecl is a top-level declaration of the support code.
type supportDecl struct {
	text    string          // with its doc comment
	names   []string        // what it declares; for a method, the receiver's type
	method  string          // the name of the method, if it is one
	makes   []string        // the types that an exported function returns
	idents  map[string]bool // every identifier that it mentions
	imports map[string]bool // the names of the packages that it mentions
}

// A supportCode is parsed constant code, in the order of its files.
type supportCode struct {
	decls   []supportDecl
	imports map[string]string // import path by name
}

var support = sync.OnceValues(func() (*supportCode, error) { return parseSupport(templates.Support) })

var testkit = sync.OnceValues(func() (*supportCode, error) { return parseSupport(templates.Testkit) })

// parseSupport reads the declarations of the Go files in fsys.
func parseSupport(fsys fs.FS) (*supportCode, error) {
	names, err := fs.Glob(fsys, "*.go")
	if err != nil {
		return nil, err
	}
	code := &supportCode{imports: map[string]string{}}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		if err := code.addFile(name, text); err != nil {
			return nil, err
		}
	}
	return code, nil
}

func (c *supportCode) addFile(name string, text []byte) error {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, text, parser.ParseComments)
	if err != nil {
		return err
	}
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		c.imports[path.Base(p)] = p
	}
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			continue
		}
		c.decls = append(c.decls, c.declOf(set, d, text))
	}
	return nil
}

// declOf cuts a declaration out of its file.
func (c *supportCode) declOf(set *token.FileSet, d ast.Decl, text []byte) supportDecl {
	start := d.Pos()
	out := supportDecl{idents: map[string]bool{}, imports: map[string]bool{}}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc != nil {
			start = d.Doc.Pos()
		}
		out.names = []string{d.Name.Name}
		switch {
		case d.Recv != nil:
			out.names, out.method = []string{localType(d.Recv.List[0].Type)}, d.Name.Name
		case d.Name.IsExported() && d.Type.Results != nil:
			for _, result := range d.Type.Results.List {
				out.makes = append(out.makes, localType(result.Type))
			}
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			start = d.Doc.Pos()
		}
		out.names = declaredNames(d)
	}
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			out.idents[n.Name] = true
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && c.imports[x.Name] != "" && x.Obj == nil {
				out.imports[x.Name] = true
			}
		}
		return true
	})
	out.text = string(text[set.Position(start).Offset:set.Position(d.End()).Offset])
	return out
}

func declaredNames(d *ast.GenDecl) []string {
	var names []string
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			names = append(names, spec.Name.Name)
		case *ast.ValueSpec:
			for _, n := range spec.Names {
				names = append(names, n.Name)
			}
		}
	}
	return names
}

// localType returns the name of the type that a receiver or a result has.
func localType(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return localType(t.X)
	case *ast.IndexExpr:
		return localType(t.X)
	case *ast.Ident:
		if len(t.Name) > 1 { // a shorter name is a type parameter
			return t.Name
		}
	}
	return ""
}

// reachable returns the declarations that the identifiers in roots lead to,
// in their order. An identifier leads to everything of its name, which may
// take in too much and never too little.
func (c *supportCode) reachable(roots map[string]bool) []supportDecl {
	known := map[string]bool{"_": true}
	for name := range roots {
		known[name] = true
	}
	taken := make([]bool, len(c.decls))
	for again := true; again; {
		again = false
		for i, d := range c.decls {
			if taken[i] || !d.wanted(known) {
				continue
			}
			taken[i], again = true, true
			for name := range d.idents {
				known[name] = true
			}
		}
	}
	var out []supportDecl
	for i, d := range c.decls {
		if taken[i] {
			out = append(out, d)
		}
	}
	return out
}

// wanted reports whether a declaration belongs to code that mentions the
// known identifiers. Exported methods, and exported functions that return a
// type, come with the type.
func (d *supportDecl) wanted(known map[string]bool) bool {
	isKnown := func(name string) bool { return known[name] }
	if d.method != "" {
		return known[d.names[0]] && (token.IsExported(d.method) || known[d.method])
	}
	return slices.ContainsFunc(d.names, isKnown) || slices.ContainsFunc(d.makes, isKnown)
}

// file renders the declarations that the roots lead to as a file of the
// package.
func (c *supportCode) file(name, pkg, doc string, roots map[string]bool) File {
	decls := c.reachable(roots)
	imports := map[string]bool{}
	for _, d := range decls {
		for name := range d.imports {
			imports[c.imports[name]] = true
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\n%spackage %s\n", Header, doc, pkg)
	if len(imports) > 0 {
		b.WriteString("\nimport (\n")
		for _, p := range slices.Sorted(maps.Keys(imports)) {
			fmt.Fprintf(&b, "\t%q\n", p)
		}
		b.WriteString(")\n")
	}
	for _, d := range decls {
		b.WriteString("\n" + d.text + "\n")
	}
	return File{Name: name, Content: b.Bytes()}
}

// supportFiles renders the part of the support code that the files of a
// package use, and the part of the test support that its tests use.
func supportFiles(pkg *plan.Package, all []made) ([]File, error) {
	code, err := support()
	if err != nil {
		return nil, err
	}
	kit, err := testkit()
	if err != nil {
		return nil, err
	}
	names, err := supportNames()
	if err != nil {
		return nil, err
	}
	var inCode, inTests mentions
	for _, f := range all {
		if f.file.Name == testsName {
			inTests.add(f.mentions)
		} else {
			inCode.add(f.mentions)
		}
	}
	forCode, forTests := inCode.in(names), inTests.in(names)
	if pkg.Ptr {
		forCode["Ptr"] = true // for the user's code, not for ours
	}
	return []File{
		code.file("docgen_support.go", pkg.Name, packageDoc(pkg), forCode),
		kit.file("docgen_support_test.go", pkg.Name, "", forTests),
	}, nil
}

// packageDoc returns the package comment: the text in templates, for pkg.
func packageDoc(pkg *plan.Package) string {
	text := templates.PackageDoc
	if pkg.Lossy {
		text = templates.LossyPackageDoc
	}
	return strings.ReplaceAll(text, "PACKAGE", pkg.Name)
}
