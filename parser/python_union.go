package parser

import "github.com/docgen-go/docgen/ir"

// union reads [type, type, …]. Bodies that are read from a file or a socket
// are printed as a union of the ways to hand one over; they are one type. A
// member for unrecognized values makes the constants beside it open.
func (p *pythonParser) union() typeExpr {
	p.expect('[')
	p.target = cell{} // the label of a link to several models leads to none of them
	var out typeExpr
	var variants []ir.Variant
	open := false
	for p.err == nil {
		p.peek()
		start := p.pos
		e, other := p.member()
		open = open || other
		out.optional = out.optional || e.optional
		out.nullable = out.nullable || e.nullable
		if e.typ != nil {
			at := cell{start, p.pos}
			variants = append(variants, ir.Variant{
				Name: p.resolver.page.text(at), Type: e.typ, Span: p.resolver.page.span(at),
			})
		}
		if !p.accept(',') {
			break
		}
	}
	p.expect(']')
	out.typ = oneOf(variants, open)
	return out
}

// member reads a member of a union. It has no type if it is None, or if it
// stands for unrecognized values.
func (p *pythonParser) member() (e typeExpr, unknown bool) {
	start := *p
	name := p.word()
	if unrecognized[name] {
		return typeExpr{}, true
	}
	if name == "None" {
		return typeExpr{nullable: true}, false
	}
	p.scanner = start.scanner
	return p.expr(), false
}

// oneOf returns the type that is one of variants.
func oneOf(variants []ir.Variant, open bool) ir.Type {
	for _, v := range variants {
		if v.Type == ir.Stream {
			return ir.Stream
		}
	}
	if open {
		for _, v := range variants {
			if l, ok := v.Type.(*ir.Literal); ok {
				l.Open = true
			}
		}
	}
	switch len(variants) {
	case 0:
		return ir.Any
	case 1:
		return variants[0].Type
	}
	return &ir.OneOf{Variants: variants}
}
