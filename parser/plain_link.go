package parser

import (
	"fmt"
	"path"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// A plainIndex finds the models of hand-written pages.
type plainIndex struct {
	anchors map[string]*modelPage   // by path, "#" and anchor
	pages   map[string][]*modelPage // by path
	names   map[string][]*modelPage // by title, folded
	// headings are the anchors of all headings, by path, "#" and anchor.
	headings map[string]bool
}

func newPlainIndex() *plainIndex {
	return &plainIndex{
		anchors: map[string]*modelPage{}, pages: map[string][]*modelPage{},
		names: map[string][]*modelPage{}, headings: map[string]bool{},
	}
}

func (ix *plainIndex) add(m *modelPage) {
	file := path.Clean(m.file.Name)
	claim(ix.anchors, file+"#"+m.plain.anchor, m)
	ix.pages[file] = append(ix.pages[file], m)
	fold := naming.Fold(m.title)
	ix.names[fold] = append(ix.names[fold], m)
}

func (ix *plainIndex) addHeadings(o *outline) {
	file := path.Clean(o.page.file.Name)
	for _, c := range o.headings {
		ix.headings[file+"#"+c.slug] = true
	}
	if ix.pages[file] == nil {
		ix.pages[file] = []*modelPage{}
	}
}

// page returns the model of a page: what label names there, what its title
// names, or its only one.
func (ix *plainIndex) page(file, label string) *modelPage {
	for _, m := range ix.pages[file] {
		if sameName(strings.Trim(label, "`*_ "), m.title) {
			return m
		}
	}
	var firm []*modelPage
	for _, m := range ix.pages[file] {
		if m.plain.top {
			return m
		}
		if !m.plain.tentative {
			firm = append(firm, m)
		}
	}
	if len(firm) == 1 {
		return firm[0]
	}
	if all := ix.pages[file]; len(all) == 1 {
		return all[0]
	}
	return nil
}

// plainNamed returns the model that is called name in any spelling, or in the
// plural: of the same page, or else the only one.
func (r *resolver) plainNamed(name string) *modelPage {
	if r.index.plain == nil {
		return nil
	}
	for _, s := range singulars(name) {
		all := r.index.plain.names[naming.Fold(s)]
		for _, m := range all {
			if m.file == r.page.file {
				return m
			}
		}
		if len(all) == 1 {
			return all[0]
		}
	}
	return nil
}

// link reads a link: a type whose label names it, or in whose label the model
// stands that the link leads to.
func (p *wordParser) link(t token) typeExpr {
	r := p.resolver
	target := r.page.text(t.target)
	if strings.Contains(target, "://") || r.index.plain == nil {
		return p.label(t, nil)
	}
	m, reason := r.plainTarget(target, r.page.text(t.inner))
	if m != nil {
		return p.toModel(p.label(t, m), t, m)
	}
	if words := r.page.text(t.inner); isType(words) {
		return p.label(t, nil)
	}
	return typeExpr{typ: r.plainMissing(t, target, reason)}
}

// isType reports whether text, without marks, is a type that needs no page.
func isType(text string) bool {
	text = strings.ToLower(strings.Trim(text, "`*_ "))
	for _, s := range singulars(text) {
		if m, ok := meaningOf(s); ok && (m.typ != nil || m.word == wordMap || m.word == wordNull) {
			return true
		}
	}
	return false
}

// label reads the label of a link.
func (p *wordParser) label(t token, m *modelPage) typeExpr {
	if p.depth > maxTypeDepth {
		p.fail(t, fmt.Sprintf("expected a type that nests at most %d deep", maxTypeDepth))
		return anyType
	}
	inner := &wordParser{
		resolver: p.resolver, src: p.src, all: t.inner, linked: m, depth: p.depth + 1,
		tokens: tokenize(p.src, t.inner.start, t.inner.end),
	}
	e := inner.union()
	if rest := inner.peek(); rest.kind != tokenEnd && !inner.failed {
		inner.unexpected(rest)
	}
	p.failed = p.failed || inner.failed
	return e
}

// toModel returns the type in a label, e, with the model that the link leads
// to in the place of what says nothing.
func (p *wordParser) toModel(e typeExpr, t token, m *modelPage) typeExpr {
	named := false
	if e.typ != nil {
		ir.Walk(e.typ, func(t ir.Type) { named = named || isRef(t) && t.(*ir.Ref).ID == m.id })
	}
	ref := &ir.Ref{ID: m.id}
	list, isList := e.typ.(*ir.List)
	switch {
	case named || p.failed:
		return e
	case isList && (list.Elem == ir.Any || isAnyMap(list.Elem) || list.Elem == ir.String && m.plain.form != formFields):
		list.Elem = ref
		return e
	case !isAnyMap(e.typ) && m.plain.form == formFields:
		p.resolver.checkLabel(t.inner, m)
	}
	return typeExpr{typ: ref, nullable: e.nullable}
}

// checkLabel says where a link leads to another model than its label names.
// The label may be the beginning or the end of the model's name.
func (r *resolver) checkLabel(at cell, m *modelPage) {
	name := r.page.text(at)
	label := naming.Fold(headingLead.ReplaceAllString(strings.Trim(name, "`*_ "), ""))
	title := naming.Fold(m.title)
	for _, s := range singulars(label) {
		if s != "" && (strings.HasPrefix(title, s) || strings.HasSuffix(title, s)) {
			return
		}
	}
	r.diags.Add(diag.Diagnostic{
		Code: "DG0302", Span: r.page.span(at),
		Message: fmt.Sprintf("the label names %s, and its link leads to %s; the link counts", name, m.title),
		Related: []diag.Related{{Span: m.titleSpan, Message: "the model that it leads to"}},
	})
}

// plainFile returns the path of the page that target leads to, and the anchor.
func (r *resolver) plainFile(target string) (file, anchor string) {
	link, anchor, _ := strings.Cut(target, "#")
	file = path.Clean(r.page.file.Name)
	if link != "" {
		file = path.Join(path.Dir(file), link)
	}
	if ix := r.index.plain; ix.pages[file] == nil && ix.pages[file+".md"] != nil {
		file += ".md"
	}
	return file, anchor
}

// plainTarget returns the model that a link leads to, or why it leads to none.
func (r *resolver) plainTarget(target, label string) (m *modelPage, reason string) {
	file, anchor := r.plainFile(target)
	ix := r.index.plain
	switch {
	case ix.pages[file] == nil:
		return nil, "its page is not among those that were read"
	case anchor == "":
		if m = ix.page(file, label); m == nil {
			reason = "the page describes none, or several: name the heading, as in " + path.Base(file) + "#card"
		}
		return m, reason
	}
	if m = ix.anchors[file+"#"+anchor]; m != nil {
		return m, ""
	}
	if ix.headings[file+"#"+anchor] {
		return nil, "the heading that the link leads to has no table of fields or values below it"
	}
	return nil, "the page has no heading with the anchor #" + anchor
}

func (r *resolver) plainMissing(t token, target, reason string) ir.Type {
	title := strings.Trim(r.page.text(t.inner), "`*_ ")
	r.diags.Add(diag.Diagnostic{
		Code: "DG0301", Span: r.page.span(t.target),
		Message: fmt.Sprintf("no model %s: %s; any JSON is taken for it", title, reason),
		Help:    r.nearest(title),
	})
	file, anchor := r.plainFile(target)
	if anchor == "" {
		anchor = slug(title)
	}
	if anchor == "" {
		return ir.Any
	}
	return r.opaque(ir.ID{Namespace: plainNamespace(file, r.page.tree.parent), Name: anchor}, title, reason, t.target)
}
