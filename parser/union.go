package parser

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// union builds the model of a page with Supported Types: a heading for each
// type, and below it an example of its use. A union of one type is that type
// under another name.
func (b *builder) union(header ir.Header) ir.Model {
	sec := b.page.section(sectionTypes)
	s := b.supported(sec)
	for i, blk := range sec.blocks {
		h, isHeading := blk.(heading)
		_, isExample := blk.(fence)
		switch {
		case isHeading && s.namesDiscriminator(h):
		case isHeading && h.level == 3:
			if v, ok := b.dialect.variant(b, h, exampleOf(sec.blocks[i+1:])); ok {
				s.variants = append(s.variants, v)
			}
		case !isExample && !s.remark(sec.blocks[:i+1]):
			b.unread(blk, sec)
		}
	}
	if len(s.variants) == 0 {
		return b.empty(header, sec, "type")
	}
	partNumbers(s.variants)
	s.readValues()
	return unionOf(header, ir.OneOf{Variants: s.variants, Discriminator: s.stated()})
}

// unionOf returns the model of what is one of several types.
func unionOf(h ir.Header, of ir.OneOf) ir.Model {
	if of.Discriminator == nil {
		of.Variants = flat(of.Variants)
	}
	if len(of.Variants) == 1 {
		return &ir.Alias{Header: h, Of: of.Variants[0].Type}
	}
	return &ir.Union{Header: h, Variants: of.Variants, Discriminator: of.Discriminator}
}

// exampleOf returns the example that the blocks after a heading begin with.
func exampleOf(blocks []block) *fence {
	if len(blocks) == 0 {
		return nil
	}
	f, ok := blocks[0].(fence)
	if !ok {
		return nil
	}
	return &f
}

// headingVariant reads the type that a heading names.
func (b *builder) headingVariant(h heading) (ir.Variant, bool) {
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
	if m := linkLabel.FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	return ir.Variant{Name: name, Type: e.typ, Span: b.page.span(h.text)}, true
}

// linkLabel finds the label of a link that a heading consists of.
var linkLabel = regexp.MustCompile("^\\[`?([^`\\[\\]]+)`?\\]\\(")

// tagOf returns what a constructor's name has beyond the name of its union.
func tagOf(name, union string) string {
	if len(name) > len(union) && strings.EqualFold(name[:len(union)], union) {
		return name[len(union):]
	}
	return name
}
