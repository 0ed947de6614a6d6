package parser

import (
	"regexp"

	"github.com/docgen-go/docgen/ir"
)

// php reads the pages of Speakeasy's PHP generator. What is required never
// shows that it may be null, but for unions.
type php struct{}

func (php) name() string   { return "speakeasy-php" }
func (php) names() ir.Case { return ir.CaseCamel }

var phpPrims = map[string]ir.Prim{
	"string": ir.String, "int": ir.Int64, "float": ir.Float64, "bool": ir.Boolean,
	"mixed": ir.Any, "object": ir.Any, "array": ir.Any, "iterable": ir.Any,
	"Brick.Math.BigInteger": ir.BigInt, "Brick.Math.BigDecimal": ir.Decimal,
	"Psr.Http.Message.StreamInterface": ir.Stream,
}

var phpExternals = map[string]bool{
	"Psr.Http.Message.ResponseInterface": true, "Psr.Http.Message.RequestInterface": true,
}

// null implements dialect. Unions are the only types that show null.
func (php) null(e typeExpr, required bool) ir.Null {
	switch {
	case (e.nullable || e.optional) && required:
		return ir.NullYes
	case e.several && required:
		return ir.NullNo
	}
	return ir.NullUnknown
}

func (php) elemNull(e typeExpr) ir.Null {
	if e.wrapped() {
		return ir.NullYes
	}
	return ir.NullUnknown
}

func (php) contradicts(typeExpr, bool) bool { return false }

// expr implements dialect.
func (d php) expr(p *typeParser) typeExpr {
	return p.alternatives(func() typeExpr { return d.one(p) })
}

func (d php) one(p *typeParser) typeExpr {
	if p.accept('?') {
		e := d.one(p)
		e.optional = true
		return e
	}
	if e, ok := p.marked(p.expr); ok {
		return e
	}
	name, at := p.name(`\`)
	if p.isModel(name) {
		return p.reference(name, at)
	}
	switch name {
	case "":
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "null":
		return typeExpr{nullable: true}
	case "true", "false":
		return typeExpr{typ: &ir.Literal{Value: ir.Value(name)}}
	case "array":
		if p.peek() == '<' {
			return d.array(p)
		}
	case "DateTime", "DateTimeImmutable", "DateTimeInterface":
		return typeExpr{typ: &ir.Time{Format: ir.DateTime}}
	case "LocalDate", "Brick.DateTime.LocalDate":
		return typeExpr{typ: &ir.Time{Format: ir.Date, Certain: true}}
	}
	if prim, ok := phpPrims[name]; ok {
		return typeExpr{typ: prim}
	}
	if phpExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	return p.reference(name, at)
}

// array reads <type>, or <string, type>.
func (d php) array(p *typeParser) typeExpr {
	p.expect('<')
	isMap := p.ahead(',')
	if isMap {
		p.key("string", "int", "array-key")
		p.expect(',')
	}
	e := p.expr()
	p.expect('>')
	if isMap {
		return p.mapOf(e)
	}
	return p.listOf(e)
}

// documented finds the type in a comment of the form that PHPDoc has.
var documented = regexp.MustCompile(`@var\s+(\S.*?)\s*(?:\$|\n|\*/|$)`)

// variant implements dialect. The heading says "array" of every list; the
// comment in the example says of what.
func (php) variant(b *builder, h heading, example *fence) (ir.Variant, bool) {
	if example == nil {
		return b.headingVariant(h)
	}
	m := documented.FindStringSubmatchIndex(example.text)
	if m == nil {
		return b.headingVariant(h)
	}
	c := cell{example.start + m[2], example.start + m[3]}
	name := b.page.text(h.text)
	if name == "" {
		name = b.page.text(c)
	}
	return ir.Variant{Name: name, Type: b.bareType(c), Span: b.page.span(c)}, true
}
