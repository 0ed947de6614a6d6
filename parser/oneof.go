package parser

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// A choice collects the members of a union that is written in place.
type choice struct {
	out      typeExpr
	variants []ir.Variant
	open     bool // other values than the constants among the members may arrive
	stated   *ir.Discriminator
}

// read adds the member that one reads. A member without a type stands for
// null, or for values that are not known.
func (u *choice) read(p *typeParser, one func() typeExpr) {
	p.peek()
	start := p.pos
	e := one()
	u.out.optional = u.out.optional || e.optional
	u.out.nullable = u.out.nullable || e.nullable
	u.out.several = u.out.several || e.several
	if e.typ != nil {
		at := trimCell(p.src, start, p.pos)
		for at.end > at.start && p.src[at.end-1] == '\\' { // it belongs to the separator
			at = trimCell(p.src, at.start, at.end-1)
		}
		u.variants = append(u.variants, ir.Variant{
			Name: p.resolver.page.text(at), Type: e.typ, Span: p.resolver.page.span(at),
		})
	}
}

// done returns the union of what was read. Inside of a link it is the union
// of the page that the link leads to.
func (u *choice) done(p *typeParser, target cell) typeExpr {
	e := u.out
	if u.stated == nil { // which counts the variants
		u.variants = flat(u.variants)
	}
	e.several = e.several || len(u.variants) > 1
	if len(u.variants) > 0 && !target.empty() {
		if ref := p.resolver.unionRef(target, ir.OneOf{Variants: u.variants, Discriminator: u.stated}); ref != nil {
			e.typ = ref
			return e
		}
		p.resolver.unionMissing(target)
	}
	e.typ = oneOf(u.variants, u.open)
	if one, ok := e.typ.(*ir.OneOf); ok {
		one.Discriminator = u.stated
	}
	return e
}

// unionMissing says that a link to a union leads to no page. One to another
// site tells what a type is, and is none to a page.
func (r *resolver) unionMissing(target cell) {
	if strings.Contains(r.page.text(target), "://") {
		return
	}
	r.diags.Add(diag.Diagnostic{
		Code: "DG0301", Span: r.page.span(target),
		Message: "no page describes this union; the members in the label of the link are all that is known",
		Help:    "add the page, or correct the link",
	})
}

// separated reads the members of a union, with separator between them, up to
// what follows the last one.
func (p *typeParser) separated(separator byte, one func() typeExpr) typeExpr {
	target := p.target
	p.target = cell{} // the label of a link to a union leads to none of its members
	var u choice
	for p.err == nil {
		u.read(p, one)
		if !p.accept(separator) {
			break
		}
	}
	p.target = target
	return u.done(p, target)
}

// alternatives reads one type, or several with "|" between them.
func (p *typeParser) alternatives(one func() typeExpr) typeExpr {
	if p.ahead('|') {
		return p.separated('|', one)
	}
	e := one()
	if e.typ == nil {
		e.typ = ir.Any
	}
	return e
}

// ahead reports whether c follows before the brackets close that the parser
// is in, and outside of brackets and quotes that open on the way.
func (p *typeParser) ahead(c byte) bool {
	open := 0
	for i := p.pos; i < p.end; i++ {
		switch b := p.src[i]; b {
		case '"':
			if j := bytes.IndexByte(p.src[i+1:p.end], '"'); j >= 0 {
				i += j + 1
			}
		case '(', '[', '<', '{':
			open++
		case ')', ']', '>', '}':
			open--
			if open < 0 {
				return false
			}
		case c:
			if open == 0 {
				return true
			}
		}
	}
	return false
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

// flat returns variants with those of the unions among them in the place of
// these: one of (A or B) or C is one of A, B or C. A union that states which
// member tells its variants apart stays one.
func flat(variants []ir.Variant) []ir.Variant {
	isUnion := func(v ir.Variant) bool {
		one, ok := v.Type.(*ir.OneOf)
		return ok && one.Discriminator == nil
	}
	if !slices.ContainsFunc(variants, isUnion) {
		return variants
	}
	var out []ir.Variant
	for _, v := range variants {
		if isUnion(v) {
			out = append(out, flat(v.Type.(*ir.OneOf).Variants)...)
		} else {
			out = append(out, v)
		}
	}
	return out
}
