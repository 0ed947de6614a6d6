package parser

import (
	"bytes"
	"slices"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Memory holds the pages of the last call of [Parse] as they were taken apart:
// a page that is the same need not be taken apart again. The zero Memory is
// empty. It serves one call at a time. Hand-written pages, which are told by all
// pages together, are not kept.
type Memory struct {
	pages map[string]*readFile
	index []indexed // of the pages that describe models, what they were to each other
}

// An indexed is what the other pages of a tree may ask of a page that describes
// a model.
type indexed struct {
	file, title, parent, prefix string
	dialect                     dialect
	kind                        kind
	id                          ir.ID
}

// A built is what a builder made of a page, as it was before the models were put
// together.
type built struct {
	model ir.Model
	extra []ir.Model
	uses  []unionUse
}

// recall returns what was made of a page, or nil if it was another one.
func (m *Memory) recall(f *source.File) *readFile {
	if m == nil {
		return nil
	}
	if last := m.pages[f.Name]; last != nil && bytes.Equal(last.file.Content, f.Content) {
		return last
	}
	return nil
}

// keep forgets what was, and remembers pages for the next time.
func (m *Memory) keep(pages []*readFile) {
	if m == nil {
		return
	}
	m.pages = make(map[string]*readFile, len(pages))
	for _, f := range pages {
		if f.cellDocs == nil {
			f.cellDocs = map[string]ir.Doc{}
		}
		m.pages[f.file.Name] = f
	}
}

// forgetBuilt forgets what was made of pages if these are not the pages that they
// were: references lead elsewhere then.
func (m *Memory) forgetBuilt(models []*modelPage) {
	if m == nil {
		return
	}
	index := make([]indexed, len(models))
	for i, p := range models {
		index[i] = indexed{p.file.Name, p.title, p.tree.parent, p.tree.prefix, p.tree.dialect, p.kind, p.id}
	}
	if slices.Equal(index, m.index) {
		return
	}
	m.index = index
	for _, p := range models {
		p.built = nil
	}
}

// recall returns the model of b's page, and leaves the rest of what is made of
// it in b. It builds the model where memory does not have it. What there is
// anything to say of is built each time: that may name places in other pages.
func (b *builder) recall(memory *Memory) ir.Model {
	p := b.page
	if p.built != nil {
		return b.take(p.built)
	}
	model := b.build()
	if memory == nil || p.plain != nil || len(b.diags) > 0 || len(b.resolver.missing) > 0 {
		return model
	}
	p.built = &built{model, b.extra, b.resolver.uses}
	return b.take(p.built)
}

// take returns a copy of the model that was built, and leaves copies of the rest
// in b.
func (b *builder) take(from *built) ir.Model {
	b.extra = make([]ir.Model, len(from.extra))
	for i, m := range from.extra {
		b.extra[i] = b.clone(m)
	}
	b.resolver.uses = make([]unionUse, len(from.uses))
	for i, use := range from.uses {
		b.resolver.uses[i] = unionUse{use.id, *ir.CloneOneOf(&use.of)}
	}
	return b.clone(from.model)
}

// clone returns a copy of a model in the tree of b's page, which is another one
// each time.
func (b *builder) clone(m ir.Model) ir.Model {
	c := ir.Clone(m)
	c.Head().Tree = b.page.tree.schema
	return c
}
