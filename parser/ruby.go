package parser

import "github.com/docgen-go/docgen/ir"

// ruby reads the pages of Speakeasy's Ruby generator. The pages of its unions
// are empty: their members stand in the types of the fields that use them.
type ruby struct{ wrapping }

func (ruby) name() string   { return "speakeasy-ruby" }
func (ruby) names() ir.Case { return ir.CaseSnake }

var rubyPrims = map[string]ir.Prim{
	"String": ir.String, "Symbol": ir.String, "Integer": ir.Int64, "Float": ir.Float64,
	"T.Boolean": ir.Boolean, "Object": ir.Any, "T.untyped": ir.Any, "BigDecimal": ir.Decimal,
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
	case "T.nilable":
		e := p.generic('(', ')')
		e.optional = true
		return e
	case "T.any":
		p.expect('(')
		e := p.separated(',', func() typeExpr { return d.member(p) })
		p.expect(')')
		return e
	case "NilClass":
		return typeExpr{nullable: true, typ: ir.Any}
	case "TrueClass", "FalseClass":
		return typeExpr{typ: ir.Boolean}
	case "T.Array":
		open, closing := p.brackets()
		return p.listOf(p.generic(open, closing))
	case "T.Hash":
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

// brackets returns the brackets around the arguments of a type: angle ones in
// cells, square ones within a union.
func (p *typeParser) brackets() (open, closing byte) {
	if p.peek() == '<' {
		return '<', '>'
	}
	return '[', ']'
}

// variant implements dialect.
func (ruby) variant(b *builder, h heading, _ *fence) (ir.Variant, bool) { return b.headingVariant(h) }
