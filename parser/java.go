package parser

import "github.com/docgen-go/docgen/ir"

// java reads the pages of Speakeasy's Java generator. Its names have no
// namespace: the link tells. Most pages of unions are empty, and their members
// stand nowhere; an SDK may ask for more.
type java struct{ wrapping }

func (java) name() string   { return "speakeasy-java" }
func (java) names() ir.Case { return ir.CaseCamel }

var javaPrims = map[string]ir.Prim{
	"String": ir.String, "boolean": ir.Boolean, "Boolean": ir.Boolean,
	"long": ir.Int64, "Long": ir.Int64, "int": ir.Int32, "Integer": ir.Int32, "short": ir.Int32, "Short": ir.Int32,
	"double": ir.Float64, "Double": ir.Float64, "float": ir.Float32, "Float": ir.Float32,
	"Object": ir.Any, "JsonNode": ir.Any, "BigDecimal": ir.Decimal, "BigInteger": ir.BigInt,
	"InputStream": ir.Stream, "Blob": ir.Stream, "EventStream": ir.Stream, "JsonLStream": ir.Stream, "UUID": ir.String,
}

var javaExternals = map[string]bool{"HttpResponse": true, "HttpRequest": true}

// null implements dialect. An optional field that may be null has a wrapper
// of its own, so that the other one says that it may not.
func (d java) null(e typeExpr, required bool) ir.Null {
	if e.optional && !required && !e.nullable && e.typ != ir.Any {
		return ir.NullNo
	}
	return d.wrapping.null(e, required)
}

// expr implements dialect.
func (d java) expr(p *typeParser) typeExpr {
	if e, ok := p.marked(p.expr); ok {
		return e
	}
	if p.accept('@') {
		return d.annotated(p)
	}
	name, at := p.name("")
	if p.isModel(name) {
		return p.reference(name, at)
	}
	switch name {
	case "":
		if p.accept('?') {
			return d.wildcard(p)
		}
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "Optional":
		e := p.generic('<', '>')
		e.optional = true
		return e
	case "JsonNullable":
		e := p.generic('<', '>')
		e.optional, e.nullable = true, true
		return e
	case "List":
		return p.listOf(p.generic('<', '>'))
	case "Map":
		return p.keyed('<', '>', "String")
	case "byte":
		p.expect('[')
		p.expect(']')
		return typeExpr{typ: ir.Bytes}
	case "OffsetDateTime":
		return typeExpr{typ: &ir.Time{Format: ir.DateTime, Certain: true}}
	case "LocalDate":
		return typeExpr{typ: &ir.Time{Format: ir.Date, Certain: true}}
	}
	if prim, ok := javaPrims[name]; ok {
		p.skipArgument()
		return typeExpr{typ: prim}
	}
	if javaExternals[name] {
		p.skipArgument()
		return typeExpr{typ: &ir.External{Name: name}}
	}
	return p.reference(name, at)
}

// wildcard reads what follows a "?": nothing, or the bound of the wildcard,
// which earlier pages print within Optional.
func (d java) wildcard(p *typeParser) typeExpr {
	ahead := p.scanner
	if p.word("") == "extends" {
		return p.expr()
	}
	p.scanner = ahead
	return anyType
}

// annotated reads Nullable and a type. The Required column tells whether that
// says that there may be none, or null.
func (d java) annotated(p *typeParser) typeExpr {
	at := p.pos
	if p.word("") != "Nullable" {
		p.fail(at, "expected Nullable")
	}
	e := p.expr()
	e.optional = true
	return e
}

// skipArgument reads the argument of a type that has the same form with any.
func (p *typeParser) skipArgument() {
	if p.peek() == '<' {
		p.target = cell{}
		p.generic('<', '>')
	}
}

// variant implements dialect.
func (java) variant(b *builder, h heading, _ *fence) (ir.Variant, bool) { return b.headingVariant(h) }
