package parser

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/ir"
)

// A plainModel is what a heading of a hand-written page holds: tables, or a
// list.
type plainModel struct {
	anchor string // of the heading
	top    bool   // the heading is the page's title
	role   ir.Role
	form   plainForm
	tables []*table // of fields; all have the same columns
	values *table
	list   []listItem
	// tentative models count only where a field's type names them: tables of
	// values and lists are as often prose.
	tentative bool
}

// A plainForm is how a hand-written page describes a model.
type plainForm int

// The forms.
const (
	formFields  plainForm = iota // a table of fields
	formValues                   // a table of values
	formList                     // a list of values
	formUnion                    // a list of models, one of which it is
	formUnclear                  // a table of names and nothing that says of what
)

// readsTables reports whether the pages are hand-written: no page is printed
// by a generator, and there is one that holds a table of fields. It outlines
// the pages when they may be.
func (r *reading) readsTables(ctx context.Context) (bool, error) {
	if r.forced != nil && r.forced.name() != (tables{}).name() {
		return false, nil
	}
	if r.forced == nil {
		for _, f := range r.pages {
			if f.printed() {
				return false, nil
			}
		}
	}
	r.outlines = make([]*outline, len(r.pages))
	err := parallel.Each(ctx, len(r.pages), func(i int) { r.outlines[i] = readOutline(r.pages[i].page) })
	if err != nil || r.forced != nil {
		return true, err
	}
	for _, o := range r.outlines {
		if o.hasFields() {
			return true, nil
		}
	}
	return false, nil
}

// printed reports whether a page has what generators print and people do not
// write: their marks in the column Required, the headings of unions, or a
// table in the four columns whose types are in the form of a language.
func (f *readFile) printed() bool {
	if f.kind == kindUnion {
		return true
	}
	for _, sec := range f.sections {
		for _, blk := range sec.blocks {
			if t, ok := blk.(*table); ok && t.marked() {
				return true
			}
		}
	}
	t := f.firstTable(sectionFields)
	if f.kind != kindObject || t == nil {
		return false
	}
	if len(t.rows) == 0 && t.has(columnField) && t.has(columnRequired) {
		return true
	}
	return f.votes.foreign == 0 && f.votes.total() > 0 && f.votes.count[langCSharp] == 0
}

// marked reports whether t holds the marks of generators.
func (t *table) marked() bool {
	for _, line := range t.rows {
		text := t.page.text(line)
		if strings.Contains(text, markRequired) || strings.Contains(text, markOptional) {
			return true
		}
	}
	return false
}

// plantTables puts the models of hand-written pages into one tree.
func (r *reading) plantTables() {
	t := &tree{byTitle: map[ir.ID]*modelPage{}, byKey: map[ir.ID]*modelPage{}, namespaces: map[string]string{}, dialect: tables{}}
	r.index = &index{
		pages: map[string]*modelPage{}, folded: map[string]*modelPage{}, others: map[string]string{}, plain: newPlainIndex(),
	}
	var files []string
	for i, o := range r.outlines {
		if len(o.models) == 0 {
			r.skip(r.pages[i], "it holds no table of fields", false)
		} else {
			files = append(files, o.page.file.Name)
		}
	}
	root := commonDir(files)
	t.parent, _, _ = placeModel(path.Join(root, "page"))
	if _, _, ok := lastDir(path.Join(root, "page"), "models"); !ok {
		t.parent = root
	}
	for i, o := range r.outlines {
		r.diags = append(append(r.diags, r.pages[i].diags...), o.diags...)
		for _, m := range o.models {
			m.tree, m.id.Namespace = t, plainNamespace(o.page.file.Name, t.parent)
			t.pages = append(t.pages, m)
			r.index.plain.add(m)
		}
		r.index.plain.addHeadings(o)
		if len(o.models) > 0 {
			o.shareTexts()
			r.pages[i].texts = nil
		}
	}
	r.models, t.unmarked = t.pages, unmarkedPresence(t.pages)
	r.addTableTree(t)
}

// addTableTree makes the tree of hand-written pages known, if it has any.
func (r *reading) addTableTree(t *tree) {
	if len(t.pages) == 0 {
		return
	}
	t.schema = &ir.Tree{
		Dir: t.parent, Dialect: t.dialect.name(), Case: t.dialect.names(),
		Why: "no page is printed by a generator, and tables give fields a name and a type, such as " +
			t.pages[0].titleSpan.Position().String(),
	}
	if r.forced != nil {
		t.schema.Why = "it was asked for"
	}
	r.trees, r.schema.Trees = []*tree{t}, []*ir.Tree{t.schema}
}

// commonDir returns the directory that all files lie in or below.
func commonDir(files []string) string {
	var common []string
	for i, file := range files {
		dirs := segments(path.Dir(path.Clean(file)))
		if i == 0 {
			common = dirs
		}
		n := 0
		for n < len(common) && n < len(dirs) && common[n] == dirs[n] {
			n++
		}
		common = common[:n]
	}
	if dir := strings.Join(common, "/"); dir != "." {
		return dir
	}
	return ""
}

// plainNamespace returns the namespace of the models of a page: its path below
// the directory parent without the extension and a directory "models".
func plainNamespace(file, parent string) string {
	file = path.Clean(file)
	dirs := segments(path.Dir(file))
	dirs = dirs[min(len(dirs), depth(parent)):]
	var parts []string
	for _, dir := range dirs {
		if dir != "." && !strings.EqualFold(dir, "models") {
			parts = append(parts, dir)
		}
	}
	return strings.Join(append(parts, stem(file)), "/")
}

// unused reports which of models no type names, of those that count only if
// one does: no type of the others, or of the objects that builders found in
// place. Of tables of values it says so; lists, and tables that could be
// anything, are left to the prose that they are.
func (r *reading) unused(models []ir.Model, builders []*builder) []bool {
	unused := make([]bool, len(models))
	if r.index.plain == nil {
		return unused
	}
	referred := map[ir.ID]bool{}
	for i, m := range models {
		for _, m := range append([]ir.Model{m}, builders[i].extra...) {
			for ref := range ir.Refs(m) {
				referred[ref.ID] = true
			}
		}
	}
	for i, m := range r.models {
		if m.plain == nil || !m.plain.tentative || referred[m.id] {
			continue
		}
		unused[i] = true
		if m.plain.form == formValues {
			r.diags.Add(diag.Diagnostic{
				Code: "DG0114", Span: m.plain.values.at(),
				Message: fmt.Sprintf("it cannot be told whether this table lists the values of a type: no type names %s; it is not read", m.title),
				Help:    "name the heading in the type of a field, or link to it",
			})
		}
	}
	return unused
}
