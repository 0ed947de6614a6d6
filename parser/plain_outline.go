package parser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// An outline is a hand-written page by its headings, and the models that it
// describes.
type outline struct {
	page     *page
	headings []*chapter
	models   []*modelPage
	diags    diag.List
}

// A listItem is an item of a list: what it begins with, and the text after it.
type listItem struct {
	code, link, rest cell // code or link is empty
	target           cell // of the link
}

// readOutline takes p apart by its headings.
func readOutline(p *page) *outline {
	o := &outline{page: p}
	o.headings = readChapters(p, parseMarkdown(p.src))
	for _, c := range o.headings {
		for i, n := range c.nodes {
			switch n := n.(type) {
			case *tableNode:
				o.table(c, i, n)
			case *ast.List:
				o.list(c, i, n)
			}
		}
	}
	return o
}

// hasFields reports whether the page holds a table with a field.
func (o *outline) hasFields() bool {
	return slices.ContainsFunc(o.models, func(m *modelPage) bool {
		return m.plain.form == formFields && len(m.plain.tables[0].rows) > 0
	})
}

// table takes in the i-th block below c, a table, if it describes a model.
func (o *outline) table(c *chapter, i int, n *tableNode) {
	t := newPlainTable(o.page, n)
	s := c.subject()
	var form plainForm
	switch {
	case t.has(columnField) && t.has(columnType):
		form = formFields
	case t.listsValues(s.name):
		form = formValues
	case t.has(columnField) && t.has(columnDescription):
		form = formUnclear
	default:
		return
	}
	if s.chapter == nil {
		if form == formFields {
			o.diags.Add(diag.Diagnostic{
				Code: "DG0112", Span: o.page.span(cell{t.header[0].start, t.header[len(t.header)-1].end}),
				Message: "the table looks like the fields of a model, and no heading names the model; it is not read",
				Help:    "put a heading with the model's name above it",
			})
		}
		return
	}
	if m := o.named(s.name); m != nil {
		o.again(m, s, t, form)
		return
	}
	m := o.add(s, c, i, form)
	switch form {
	case formFields:
		m.plain.tables = []*table{t}
	default:
		m.plain.values = t
		m.plain.tentative = !s.values || form == formUnclear
	}
}

// again takes in a table whose model has one already. A table of the same
// columns goes on with the fields.
func (o *outline) again(m *modelPage, s subject, t *table, form plainForm) {
	if s.chapter.slug == m.plain.anchor && form == formFields && m.plain.form == formFields && slices.Equal(m.plain.tables[0].columns, t.columns) {
		m.plain.tables = append(m.plain.tables, t)
		return
	}
	if m.plain.tentative && form == formFields && s.chapter.slug == m.plain.anchor {
		m.plain.form, m.plain.tables, m.plain.tentative = formFields, []*table{t}, false
		return
	}
	if form != formFields && m.plain.form != formFields && m.plain.tentative {
		return
	}
	o.diags.Add(diag.Diagnostic{
		Code: "DG0113", Span: o.page.span(cell{t.header[0].start, t.header[len(t.header)-1].end}),
		Message: fmt.Sprintf("the heading of this table names the model %s, which has a table already; this one is not read", m.title),
		Related: []diag.Related{{Span: m.titleSpan, Message: "the model that has the name"}},
		Help:    "give the table a heading of its own, with another name",
	})
}

// named returns the model that the page has under that name, in any spelling.
func (o *outline) named(name string) *modelPage {
	for _, m := range o.models {
		if naming.Fold(m.title) == naming.Fold(name) {
			return m
		}
	}
	return nil
}

// add makes a model of the i-th block below c, which s names.
func (o *outline) add(s subject, c *chapter, i int, form plainForm) *modelPage {
	p := *o.page
	p.title, p.titleSpan, p.struck = s.name, s.chapter.span, s.chapter.struck
	p.preamble, p.sections, p.diags, p.texts, p.intro, p.deprecated = source.Span{}, nil, nil, nil, ir.Doc{}, nil
	nodes := c.nodes[:i]
	for above := c; above != s.chapter; above = above.parent {
		nodes = append(slices.Clone(above.parent.nodes), nodes...)
	}
	p.readIntro(slices.DeleteFunc(slices.Clone(nodes), func(n ast.Node) bool { return !introduces(&p, n) }))
	p.cutIntroDeprecation()
	p.cutLeadIn()
	m := &modelPage{page: &p, kind: kindObject, id: ir.ID{Name: s.anchor()}}
	m.plain = &plainModel{anchor: s.chapter.slug, top: s.chapter.level == 1, role: s.role, form: form}
	o.models = append(o.models, m)
	return m
}

// introduces reports whether n belongs to the text that introduces a model.
func introduces(p *page, n ast.Node) bool {
	switch n := n.(type) {
	case *tableNode:
		return false
	case *ast.FencedCodeBlock:
		return !holdsJSON[string(n.Language(p.src))]
	}
	return true
}

// shareTexts gives what the page shows of JSON to the models whose headings
// it stands below: the last one above, or the first of the page.
func (o *outline) shareTexts() {
	for _, t := range o.page.texts {
		owner := o.models[0]
		for _, m := range o.models {
			if m.titleSpan.Start <= t.Span.Start {
				owner = m
			}
		}
		owner.texts = append(owner.texts, t)
	}
}

// oneOfMark is how the text before a list of models says that it is a union.
var oneOfMark = regexp.MustCompile(`(?i)\b(?:one|any|either) of(?::|$|\s+(?:these|the following)\b)`)

// list takes in the i-th block below c, a list: of values if each item begins
// with a code span, and of the members of a union if each is a link and the
// text before says so.
func (o *outline) list(c *chapter, i int, n *ast.List) {
	s := c.subject()
	if s.chapter == nil || o.named(s.name) != nil || n.FirstChild() == nil {
		return
	}
	var items []listItem
	codes, links := 0, 0
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		it := o.page.listItem(item)
		items = append(items, it)
		if !it.code.empty() {
			codes++
		}
		if !it.link.empty() {
			links++
		}
	}
	union := links == len(items) && i > 0 && oneOfMark.MatchString(strings.TrimSpace(o.page.blockText(c.nodes[i-1])))
	switch {
	case union:
		o.add(s, c, i, formUnion).plain.list = items
	case codes == len(items):
		m := o.add(s, c, i, formList)
		m.plain.list, m.plain.tentative = items, !s.values
	}
}

// listItem takes an item apart.
func (p *page) listItem(item ast.Node) listItem {
	var it listItem
	if item.FirstChild() == nil {
		return it
	}
	text := p.nodeCell(item.FirstChild())
	s := scanner{src: p.src, pos: text.start, end: text.end}
	switch {
	case text.empty():
	case p.src[text.start] == '`':
		spans := codeSpans(p.src, text.start, text.end)
		if len(spans) > 0 {
			it.code = insideCode(p.src, spans[0])
			it.rest = trimCell(p.src, spans[0].end, text.end)
		}
	case p.src[text.start] == '[':
		if label, target, ok := s.linkTarget(); ok {
			it.link, it.target = label, target
			it.rest = trimCell(p.src, target.end+1, text.end)
		}
	}
	return it
}

// blockText returns all lines of n.
func (p *page) blockText(n ast.Node) string {
	if n.Type() != ast.TypeBlock {
		return ""
	}
	return string(n.Lines().Value(p.src))
}
