package parser

import (
	"path"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// typescript reads the pages of Speakeasy's TypeScript generator. They tell
// neither integers from fractions nor null from absence. Unions are named
// without a link.
type typescript struct{ silent }

func (typescript) name() string   { return "speakeasy-typescript" }
func (typescript) names() ir.Case { return ir.CaseCamel }

// null implements dialect. A member "null" of a union is all that shows it.
func (d typescript) null(e typeExpr, _ bool) ir.Null { return d.elemNull(e) }

// elemNull implements dialect.
func (typescript) elemNull(e typeExpr) ir.Null {
	if e.nullable {
		return ir.NullYes
	}
	return ir.NullUnknown
}

var typescriptPrims = map[string]ir.Type{
	"string": ir.String, "number": ir.Number, "boolean": ir.Boolean, "bigint": ir.BigInt, "BigInt": ir.BigInt,
	"any": ir.Any, "unknown": ir.Any, "object": ir.Any, "Uint8Array": ir.Bytes, "Decimal": ir.Decimal,
	"File": ir.Stream, "Blob": ir.Stream, "ArrayBuffer": ir.Stream, "ReadableStream": ir.Stream,
	"EventStream": ir.Stream, "JsonLStream": ir.Stream,
	"true": &ir.Literal{Value: "true"}, "false": &ir.Literal{Value: "false"},
}

// datePage describes how dates are held. SDKs that hold them as date-times do
// link to it as well.
const datePage = "rfcdate.md"

var typescriptExternals = map[string]bool{"Response": true, "Request": true, "Headers": true, "AxiosResponse": true}

// expr implements dialect.
func (d typescript) expr(p *typeParser) typeExpr {
	return p.alternatives(func() typeExpr { return d.postfix(p) })
}

// postfix reads a type with the brackets of lists behind it.
func (d typescript) postfix(p *typeParser) typeExpr {
	e, ok := p.marked(func() typeExpr { return d.inner(p) })
	if !ok {
		e = d.primary(p)
	}
	for p.peek() == '[' {
		p.pos++
		p.expect(']')
		if e.typ == nil {
			e.typ = ir.Any
		}
		e = p.listOf(e)
	}
	return e
}

// inner reads what stands within marks. What stands for null has no type.
func (typescript) inner(p *typeParser) typeExpr {
	ahead := p.scanner
	word := p.word("")
	alone := p.peek() != '|' // or it is the first of a union
	switch {
	case word == "null" && alone:
		return typeExpr{nullable: true}
	case word == "undefined" && alone:
		return typeExpr{optional: true}
	}
	p.scanner = ahead
	return p.expr()
}

func (d typescript) primary(p *typeParser) typeExpr {
	switch c := p.peek(); {
	case c == '"' || c == '\'':
		return typeExpr{typ: &ir.Literal{Value: p.quoted(c)}}
	case c == '-' || c >= '0' && c <= '9':
		return p.number()
	case c == '{':
		return d.indexed(p)
	case c == '(':
		return p.generic('(', ')')
	}
	name, at := p.name("")
	if p.isModel(name) {
		return p.reference(name, at)
	}
	switch name {
	case "":
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "null":
		return typeExpr{nullable: true}
	case "undefined":
		return typeExpr{optional: true}
	case "Record", "Map":
		return p.keyed('<', '>', "string")
	case "Array":
		return p.listOf(p.generic('<', '>'))
	case "Date":
		if path.Base(p.resolver.page.text(p.target)) == datePage {
			return typeExpr{typ: &ir.Time{Format: ir.Date, Certain: true}}
		}
		return typeExpr{typ: &ir.Time{Format: ir.DateTime, Certain: true}}
	case "RFCDate":
		return typeExpr{typ: &ir.Time{Format: ir.Date, Certain: true}}
	}
	if t, ok := typescriptPrims[name]; ok {
		if p.peek() == '<' {
			p.generic('<', '>')
		}
		if l, ok := t.(*ir.Literal); ok {
			t = &ir.Literal{Value: l.Value}
		}
		return typeExpr{typ: t}
	}
	if typescriptExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	if p.peek() == '<' { // an SDK may choose what its streams of events are called
		p.generic('<', '>')
		return typeExpr{typ: ir.Stream}
	}
	return p.reference(name, at)
}

// indexed reads { [key: string]: type }.
func (d typescript) indexed(p *typeParser) typeExpr {
	p.expect('{')
	p.expect('[')
	p.word("")
	p.expect(':')
	p.key("string")
	p.expect(']')
	p.expect(':')
	e := p.expr()
	p.accept(';')
	p.expect('}')
	return p.mapOf(e)
}

// number reads a constant.
func (p *typeParser) number() typeExpr {
	start := p.pos
	for p.pos < p.end && !isBlank(p.src[p.pos]) && p.src[p.pos] != '|' && p.src[p.pos] != '*' && p.src[p.pos] != '\\' && p.src[p.pos] != '`' {
		p.pos++
	}
	text := string(p.src[start:p.pos])
	if !isNumber(text) {
		p.fail(start, "%q is no number", text)
		return anyType
	}
	return typeExpr{typ: &ir.Literal{Value: ir.Value(text)}}
}

// variant implements dialect. The example of a number shows whether it has a
// fraction.
func (typescript) variant(b *builder, h heading, example *fence) (ir.Variant, bool) {
	v, ok := b.headingVariant(h)
	if example == nil {
		return v, ok
	}
	if _, value, found := strings.Cut(example.text, "= "); found && fractional.MatchString(value) {
		v.Type = withFraction(v.Type)
	}
	return v, ok
}

// partNumbers makes integers of the numbers that stand in a union beside ones
// with a fraction: the union would not name both if they were the same.
func partNumbers(variants []ir.Variant) {
	for i := range variants {
		for _, other := range variants {
			t, depth := numeric(variants[i].Type)
			o, same := numeric(other.Type)
			if t == ir.Number && o == ir.Float64 && depth == same {
				variants[i].Type = asInteger(variants[i].Type)
			}
		}
	}
}

// numeric returns the type of the elements of t, which may be lists of lists.
func numeric(t ir.Type) (elem ir.Type, depth int) {
	for {
		l, ok := t.(*ir.List)
		if !ok {
			return t, depth
		}
		t = l.Elem
		depth++
	}
}

// asInteger returns t, a number or a list of numbers, as one of integers.
func asInteger(t ir.Type) ir.Type {
	if l, ok := t.(*ir.List); ok {
		l.Elem = asInteger(l.Elem)
		return l
	}
	return ir.Int64
}
