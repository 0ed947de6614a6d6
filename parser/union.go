package parser

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// union builds the model of a page with Supported Types: a heading for each
// type, and below it an example of its use, which says nothing new. A union of
// one type is that type under another name.
func (b *builder) union(header ir.Header) ir.Model {
	sec := b.page.section(sectionTypes)
	var variants []ir.Variant
	for _, blk := range sec.blocks {
		h, isHeading := blk.(heading)
		_, isExample := blk.(fence)
		switch {
		case isHeading && h.level == 3:
			if v, ok := b.variant(h); ok {
				variants = append(variants, v)
			}
		case !isExample:
			b.unread(blk, sec)
		}
	}
	switch len(variants) {
	case 0:
		return b.empty(header, sec, "type")
	case 1:
		return &ir.Alias{Header: header, Of: variants[0].Type}
	}
	return &ir.Union{Header: header, Variants: variants}
}

// variant reads the type that a heading names.
func (b *builder) variant(h heading) (ir.Variant, bool) {
	name := b.page.text(h.text)
	if name == "" {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0201", Span: h.span,
			Message: "the heading names no type; it is not read",
		})
		return ir.Variant{}, false
	}
	e := b.typeAt(h.text)
	if e.wrapped() {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0203", Span: b.page.span(h.text),
			Message: fmt.Sprintf("the wrapper of %s is not read: null is told where the union is used", name),
		})
	}
	return ir.Variant{Name: name, Type: e.typ, Span: b.page.span(h.text)}, true
}
