package parser

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// flag takes in a word that says something beside the type.
func (p *wordParser) flag(text string, e *typeExpr) bool {
	switch words[text] {
	case wordNullable:
		e.nullable = true
	case wordOptional:
		p.out.presence = presenceOptional
	case wordRequired:
		p.out.presence = presenceRequired
	default:
		return false
	}
	return true
}

// narrow reads what follows a scalar and says more of it: its values, or in
// which format it is written.
func (p *wordParser) narrow(e typeExpr) (typeExpr, bool) {
	if _, scalar := e.typ.(ir.Prim); !scalar {
		return e, false
	}
	start := p.pos
	if p.brackets == 0 && !p.accept(",") && !p.accept(":") && !p.accept("in") {
		p.accept("as")
	}
	found, known := p.meaning()
	switch next := p.peek(); {
	case known && (found.word == wordOneOf || found.word == wordEnum):
		return p.words(), true
	case p.pos > start && p.tokens[start].text == ":" && (next.kind == tokenCode || next.kind == tokenValue):
		return p.oneOf(), true
	case p.pos > start && known && found.typ != nil && narrows(e.typ, found.typ):
		p.pos += found.size
		p.accept("format")
		return typeExpr{typ: refine(e.typ, found.typ), nullable: e.nullable}, true
	}
	p.pos = start
	return e, false
}

// remarks reads what stands in parentheses behind a type, parted by commas.
func (p *wordParser) remarks(e typeExpr) typeExpr {
	if next := p.peek(); e.typ == ir.String && (next.kind == tokenCode || next.kind == tokenValue && next.value.IsString()) {
		e = p.oneOf()
		p.expect(")")
		return e
	}
	for !p.failed {
		e = p.remark(e)
		if !p.accept(",") {
			break
		}
	}
	p.expect(")")
	return e
}

func (p *wordParser) remark(e typeExpr) typeExpr {
	found, known := p.meaning()
	m, size, _ := p.find()
	after := p.peekAt(found.size).text
	switch {
	case m != nil && size >= found.size && isAnyMap(e.typ):
		p.pos += size
		return typeExpr{typ: &ir.Ref{ID: m.id}, nullable: e.nullable}
	case known && (found.word == wordOneOf || found.word == wordEnum):
		return p.words()
	case known && found.size == 1 && p.flag(p.peek().text, &e):
		p.pos++
		return e
	case known && found.typ != nil && (after == "," || after == ")"):
		p.pos += found.size
		e.typ = refine(e.typ, found.typ)
		return e
	}
	return p.unreadRemark(e)
}

// unreadRemark passes over a remark that docgen has no meaning for.
func (p *wordParser) unreadRemark(e typeExpr) typeExpr {
	at, open := p.peek().at, 0
	for t := p.peek(); t.kind != tokenEnd; t = p.peek() {
		if open == 0 && (t.text == "," || t.text == ")") {
			break
		}
		switch t.text {
		case "(":
			open++
		case ")":
			open--
		}
		at.end = t.at.end
		p.pos++
	}
	p.resolver.diags.Add(diag.Diagnostic{
		Code: "DG0105", Span: p.resolver.page.span(at),
		Message: fmt.Sprintf("the remark %q beside the type is not read", p.resolver.page.text(at)),
		Help:    "put limits into the description, or into a column Constraints",
	})
	return e
}

// refine returns base as its format makes it, where both are written as the
// same kind of JSON.
func refine(base, format ir.Type) ir.Type {
	_, isTime := format.(*ir.Time)
	switch {
	case base == ir.String && (isTime || format == ir.Bytes):
		return format
	case base == ir.Int64 && (format == ir.Int32 || format == ir.BigInt):
		return format
	case base == ir.Number && (format == ir.Int32 || format == ir.Int64 || format == ir.Float32 || format == ir.Float64 || format == ir.Decimal):
		return format
	}
	return base
}

// narrows reports whether format says more of base.
func narrows(base, format ir.Type) bool {
	return refine(base, format) != base || base == ir.String && format == ir.String
}
