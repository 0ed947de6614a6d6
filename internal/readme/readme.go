// Package readme writes the README.md of a generated package: what it is, how
// it is used, how its models hang together, and which page each comes from.
package readme

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strconv"
	"text/template"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/reconcile"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/templates"
)

// Name is the name of the file.
const Name = "README.md"

// Options say where the pages are.
type Options struct {
	Docs string // the page, or the directory of pages; slash-separated
	// Link is the way from the package to Docs, slash-separated. It is empty
	// where nothing is to lead there.
	Link string
}

var page = template.Must(template.New("README").Parse(templates.Readme))

// Write returns the README of the package that was planned for a schema. The
// same package always has the same one.
func Write(s *ir.Schema, pkg *plan.Package, o Options) ([]byte, error) {
	top := roots(s, pkg)
	c := content{
		Header: reconcile.MarkdownHeader, Package: pkg.Name, Imports: len(pkg.Imports) > 0,
		Models: plural(len(pkg.Names), "model"), Example: example(top, pkg), Rows: o.rows(s, pkg),
	}
	if o.Link != "" {
		c.Docs = &link{plain(path.Clean(o.Docs)), target(o.Link)}
		if dir := outside(o.Link); dir != "" {
			c.Docs.Text = plain(dir)
		}
	}
	var err error
	if c.Drawing, err = draw(s, top, pkg); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = page.Execute(&b, c)
	return b.Bytes(), err
}

// content is what the template shows.
type content struct {
	Header, Package, Models string
	Imports                 bool   // more than the standard library
	Docs                    *link  // nil where nothing leads there
	Example                 string // the type that shows how the package is used; may be empty
	Drawing                 *drawing
	Rows                    []row // in the order of the pages, then of the types
}

// A link is a link of markdown. Without a URL it is its text.
type link struct{ Text, URL string }

// A row tells of one model.
type row struct {
	Page, Type link
	What       string
}

// example returns the type that shows best how the package is used: a model
// that travels, and leads to many others. top are such, in order.
func example(top []ir.Model, pkg *plan.Package) string {
	coded := map[string]bool{}
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*plan.Struct); ok && !d.Plain {
				coded[d.Name] = true
			}
		}
	}
	for _, m := range top {
		if name := pkg.Names[m.Head().ID]; coded[name] {
			return name
		}
	}
	return ""
}

// rows returns a row for each model of the package.
func (o Options) rows(s *ir.Schema, pkg *plan.Package) []row {
	files := map[string]string{}
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			files[d.TypeName()] = f.Name
		}
	}
	models := slices.DeleteFunc(slices.Clone(s.Models), func(m ir.Model) bool { return pkg.Names[m.Head().ID] == "" })
	slices.SortStableFunc(models, func(a, b ir.Model) int {
		return cmp.Or(cmp.Compare(pageOf(a), pageOf(b)), cmp.Compare(pkg.Names[a.Head().ID], pkg.Names[b.Head().ID]))
	})
	var out []row
	for _, m := range models {
		name := pkg.Names[m.Head().ID]
		out = append(out, row{Page: o.link(pageOf(m)), Type: link{name, target(files[name])}, What: what(m)})
	}
	return out
}

// pageOf returns the path of the page that a model stands on, or "".
func pageOf(m ir.Model) string {
	if at := m.Head().Span; !at.IsZero() {
		return at.File.Name
	}
	return ""
}

// link returns the link to a page.
func (o Options) link(page string) link {
	switch {
	case page == "":
		return link{Text: "missing"}
	case o.Link == "":
		return link{Text: plain(closure.Page(page, o.Docs))}
	case path.Clean(page) == path.Clean(o.Docs):
		return link{plain(path.Base(page)), target(o.Link)}
	}
	below := closure.Page(page, o.Docs)
	return link{plain(below), target(path.Join(o.Link, below))}
}

// what says in a word what a model is.
func what(m ir.Model) string {
	switch m := m.(type) {
	case *ir.Enum:
		return "enum of " + plural(len(m.Values), "value")
	case *ir.Union:
		return "union of " + plural(len(m.Variants), "type")
	case *ir.Alias:
		return "another name"
	case *ir.Opaque:
		return "any JSON"
	case *ir.Object:
		if m.Role == ir.RoleParameters {
			return "parameters"
		}
		return "object of " + plural(len(m.Fields), "member")
	}
	panic("readme: unknown kind of model")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
