package parser

import (
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// ruby reads the pages of Speakeasy's Ruby generator. The pages of its unions
// are empty: their members stand in the types of the fields that use them.
// Types are those of Sorbet or, in SDKs that do without it, of Crystalline,
// the SDKs' own library.
type ruby struct{ wrapping }

func (ruby) name() string   { return "speakeasy-ruby" }
func (ruby) names() ir.Case { return ir.CaseSnake }

var rubyPrims = map[string]ir.Prim{
	"String": ir.String, "Symbol": ir.String, "Integer": ir.Int64, "Float": ir.Float64,
	"T.Boolean": ir.Boolean, "Crystalline.Boolean.new": ir.Boolean, "Object": ir.Any, "T.untyped": ir.Any, "BigDecimal": ir.Decimal,
	"IO": ir.Stream, "File": ir.Stream, "StringIO": ir.Stream, "Tempfile": ir.Stream,
}

var rubyExternals = map[string]bool{"Faraday.Response": true, "Faraday.Request": true}

// expr implements dialect.
func (d ruby) expr(p *typeParser) typeExpr {
	if e, ok := p.marked(p.expr); ok {
		return e
	}
	name, at := p.name(":")
	if p.isModel(name) {
		return p.reference(name, at)
	}
	switch name {
	case "":
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "T.nilable", "Crystalline.Nilable.new":
		e := p.generic('(', ')')
		e.optional = true
		return e
	case "T.any", "Crystalline.Union.new":
		p.expect('(')
		e := p.separated(',', func() typeExpr { return d.member(p) })
		p.expect(')')
		return e
	case "Crystalline.DiscriminatedUnion.new":
		return d.discriminated(p)
	case "NilClass":
		return typeExpr{nullable: true, typ: ir.Any}
	case "TrueClass", "FalseClass":
		return typeExpr{typ: ir.Boolean}
	case "T.Array", "Crystalline.Array", "Crystalline.Array.new":
		open, closing := p.brackets()
		return p.listOf(p.generic(open, closing))
	case "T.Hash", "Crystalline.Hash", "Crystalline.Hash.new":
		open, closing := p.brackets()
		return p.keyed(open, closing, "Symbol", "String", "::String", "::Symbol")
	case "Date":
		return p.swapped(ir.Date)
	case "DateTime":
		return p.swapped(ir.DateTime)
	}
	if prim, ok := rubyPrims[name]; ok {
		return typeExpr{typ: prim}
	}
	if rubyExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	if strings.HasSuffix(name, ".Utils.EventStream") || strings.HasSuffix(name, ".Utils.JsonLStream") {
		return typeExpr{typ: ir.Stream}
	}
	return p.reference(name, at)
}

// member reads a member of a union. One that stands for null has no type.
func (ruby) member(p *typeParser) typeExpr {
	start := p.scanner
	if name, _ := p.name(":"); name == "NilClass" {
		return typeExpr{nullable: true}
	}
	p.scanner = start
	return p.expr()
}

// discriminated reads ('member', { 'value' => type, … }). The values name the
// variants.
func (d ruby) discriminated(p *typeParser) typeExpr {
	target := p.target
	p.target = cell{}
	p.expect('(')
	p.peek()
	start := p.pos
	stated := statement{diags: p.resolver.diags, name: p.tag().Text()}
	stated.span = p.resolver.page.span(cell{start, p.pos})
	p.expect(',')
	p.expect('{')
	var u choice
	for p.err == nil {
		value := p.tag()
		p.expect('=')
		p.expect('>')
		before := len(u.variants)
		u.read(p, func() typeExpr { return d.member(p) })
		if len(u.variants) > before {
			u.variants[before].Name = value.Text()
			stated.tie(value, before, u.variants[before].Span)
		}
		if !p.accept(',') {
			break
		}
	}
	p.expect('}')
	p.expect(')')
	p.target = target
	u.stated = stated.stated()
	return u.done(p, target)
}

// tag reads a text in single quotes.
func (p *typeParser) tag() ir.Value {
	if p.peek() != '\'' {
		p.fail(p.pos, "expected a text in quotes, found %s", p.found())
		return `""`
	}
	return p.quoted('\'')
}

// brackets returns the brackets around the arguments of a type: angle ones in
// cells, square or round ones within a union.
func (p *typeParser) brackets() (open, closing byte) {
	switch p.peek() {
	case '<':
		return '<', '>'
	case '(':
		return '(', ')'
	}
	return '[', ']'
}

// variant implements dialect.
func (ruby) variant(b *builder, h heading, _ *fence) (ir.Variant, bool) { return b.headingVariant(h) }
