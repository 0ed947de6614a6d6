package docgen_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	goparser "go/parser"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emitter"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/parser"
)

// inTheFileName is the slot of a page that is its name.
const inTheFileName = "file name"

// FuzzInject puts any text into any slot of a page. What comes of it is Go that
// declares what was planned and nothing else, and tells the go command nothing.
func FuzzInject(f *testing.F) {
	places := append(slices.Sorted(maps.Keys(slots)), inTheFileName)
	for i, text := range injections {
		for j := range places {
			f.Add(byte(j), text)
		}
		f.Add(byte(128+i), text)
	}
	f.Fuzz(func(t *testing.T, slot byte, text string) {
		if len(text) > 2000 {
			t.Skip("what is long is for other tests")
		}
		place := places[int(slot)%len(places)]
		file, shape := "page.md", slots[place]
		if place == inTheFileName {
			file, shape = strings.NewReplacer("/", "", "\x00", "").Replace(text)+".md", slots["name"]
		}
		pages := []*source.File{
			source.NewFile("models/components/"+file, []byte(fmt.Sprintf(shape, text))),
			source.NewFile("models/components/entry.md", []byte(page("Entry", row("a", "*str*", "N/A")))),
		}
		var opts plan.Options
		if slot >= 128 {
			opts = plan.Options{Split: plan.SplitPage, Getters: true}
		}
		checkPlanned(t, pages, opts)
	})
}

// checkPlanned holds that what is emitted declares what is planned.
func checkPlanned(t *testing.T, pages []*source.File, opts plan.Options) {
	t.Helper()
	schema, diags, err := parser.Parse(t.Context(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	opts.Package = "fuzzed"
	pkg, more := plan.Build(schema, opts)
	if diags.HasErrors() || more.HasErrors() {
		return
	}
	files, err := emitter.Emit(t.Context(), pkg, nil)
	if err != nil {
		t.Fatal(err)
	}
	types, others := planned(pkg)
	found := map[string]bool{}
	for _, f := range files {
		if f.Name == "docgen_support.go" || f.Name == "docgen_support_test.go" { // copies
			continue
		}
		for _, name := range declared(t, f) {
			found[name] = true
			if !types[name] && !others[name] && !types[madeOf.ReplaceAllString(name, "")] {
				t.Errorf("%s declares %s", f.Name, name)
			}
		}
	}
	for name := range types {
		if !found[name] {
			t.Errorf("the type %s is not declared", name)
		}
	}
}

// madeOf is what stands before the names of types in those of what goes with them.
var madeOf = regexp.MustCompile(`^(table|union|example|predict|Fuzz|Test)`)

// planned returns the names that a package is to declare: of types, and of
// constants and functions.
func planned(pkg *plan.Package) (types, others map[string]bool) {
	types, others = map[string]bool{}, map[string]bool{"TestExamples": true}
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			types[d.TypeName()] = true
			switch d := d.(type) {
			case *plan.Enum:
				others[d.Values] = true
				for _, c := range d.Consts {
					others[c.Name] = true
				}
			case *plan.Union:
				types[d.Interface], types[d.Unknown] = true, true
				for _, v := range d.Variants {
					if named, ok := v.Type.(*plan.Named); ok && v.Wraps != nil {
						types[named.Name] = true
					}
				}
			}
		}
	}
	delete(types, "") // of unions that have no such thing
	return types, others
}

// declared checks the form of a file, and returns what it declares: names, and
// the types that methods belong to.
func declared(t *testing.T, f emitter.File) []string {
	t.Helper()
	file, err := goparser.ParseFile(token.NewFileSet(), f.Name, f.Content, goparser.ParseComments|goparser.SkipObjectResolution)
	if err != nil {
		t.Fatalf("%v\n%s", err, f.Content)
	}
	if formatted, err := format.Source(f.Content); err != nil || !bytes.Equal(formatted, f.Content) {
		t.Errorf("%s is not in the form of gofmt, %v:\n%s", f.Name, err, f.Content)
	}
	if !fileName.MatchString(f.Name) || control.Match(f.Content) {
		t.Errorf("%q holds what turns text around, or is called so:\n%q", f.Name, f.Content)
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if command.MatchString(c.Text) && bytes.Contains(withoutOwn(f), []byte(c.Text)) {
				t.Errorf("%s: a directive: %q", f.Name, c.Text)
			}
		}
	}
	for _, spec := range file.Imports {
		if spec.Path.Value == `"C"` || spec.Name != nil {
			t.Errorf("%s imports %s", f.Name, spec.Path.Value)
		}
	}
	var names []string
	for _, d := range file.Decls {
		names = append(names, declaredBy(d)...)
	}
	return names
}

// command is a comment that tells go something. docgen writes no comments of
// the other form, in which nothing can be told from text.
var command = regexp.MustCompile(`^//(go:|line |export |extern |\s*\+build)|^/\*`)

func declaredBy(d ast.Decl) []string {
	var names []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return []string{d.Name.Name}
		}
		of := d.Recv.List[0].Type
		if star, ok := of.(*ast.StarExpr); ok {
			of = star.X
		}
		return []string{of.(*ast.Ident).Name}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}
