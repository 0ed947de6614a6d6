package parser

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// A builder makes the model that one page describes.
type builder struct {
	page     *modelPage
	dialect  dialect
	resolver resolver
	diags    diag.List
	extra    []ir.Model     // what the page writes in place and is a model of its own
	adding   *ir.Object     // whose fields are being added
	added    map[string]int // its fields by name
}

func newBuilder(p *modelPage, ix *index) *builder {
	b := &builder{page: p, dialect: p.tree.dialect}
	b.resolver = resolver{page: p, index: ix, diags: &b.diags}
	return b
}

// build returns the model. References in it have no model yet.
func (b *builder) build() ir.Model {
	p := b.page
	h := ir.Header{
		ID: p.id, Title: p.title, Role: roleOf(p.tree.own(p.id.Namespace)), Tree: p.tree.schema, Doc: p.intro,
		Deprecated: p.deprecated, Span: p.titleSpan,
	}
	if p.plain != nil {
		if h.Role != ir.RoleError {
			h.Role = p.plain.role
		}
		if p.struck && h.Deprecated == nil {
			h.Deprecated = &ir.Deprecation{}
		}
		return b.plainModel(h)
	}
	if !p.preamble.IsZero() {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0105", Span: p.preamble,
			Message: "what stands before the title is not read",
		})
	}
	if p.struck && h.Deprecated == nil {
		h.Deprecated = &ir.Deprecation{}
	}
	switch p.kind {
	case kindObject:
		return b.object(h)
	case kindEnum:
		return b.enum(h)
	case kindUnion:
		return b.union(h)
	}
	return &ir.Opaque{Header: h, Reason: emptyPage}
}

const emptyPage = "the page holds nothing but its title and an introduction"

// unread says that something in a section means nothing to docgen.
func (b *builder) unread(blk block, sec *section) {
	b.diags.Add(diag.Diagnostic{
		Code: "DG0105", Span: blk.at(),
		Message: fmt.Sprintf("docgen does not read this in the section %q", sec.span.Text()),
	})
}

// empty returns the model for a page whose section holds nothing to read.
func (b *builder) empty(h ir.Header, sec *section, what string) ir.Model {
	b.diags.Add(diag.Diagnostic{
		Code: "DG0107", Span: sec.span,
		Message: fmt.Sprintf("the section holds no %s; any JSON is taken for the model", what),
	})
	return &ir.Opaque{Header: h, Reason: "its page has an empty section: no " + what}
}
