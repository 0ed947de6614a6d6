package parser

import (
	"regexp"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// golang reads the pages of Speakeasy's Go generator, which come in two
// generations: the earlier one prints types in emphasis, the later one as
// code. Pointers are optional fields, and in the later generation required
// ones that may be null.
type golang struct {
	id        string
	knowsNull bool
}

var (
	go2025 = &golang{id: "speakeasy-go-2025"}
	go2026 = &golang{id: "speakeasy-go-2026", knowsNull: true}
)

func (d *golang) name() string { return d.id }
func (*golang) names() ir.Case { return ir.CasePascal }

var goPrims = map[string]ir.Prim{
	"string": ir.String, "bool": ir.Boolean, "int": ir.Int32, "int32": ir.Int32, "int64": ir.Int64,
	"float32": ir.Float32, "float64": ir.Float64, "any": ir.Any,
	"big.Int": ir.BigInt, "decimal.Big": ir.Decimal, "types.Decimal": ir.Decimal,
	"io.ReadCloser": ir.Stream, "io.Reader": ir.Stream, "stream.EventStream": ir.Stream,
}

var goExternals = map[string]bool{"http.Response": true, "http.Request": true}

// null implements dialect. The earlier generation prints what is required
// without a pointer even where it may be null.
func (d *golang) null(e typeExpr, required bool) ir.Null {
	_, isList := e.typ.(*ir.List)
	_, isMap := e.typ.(*ir.Map)
	switch {
	case e.optional && required:
		return ir.NullYes
	case e.typ == ir.Any, isList, isMap, byPointer(e.typ), !required, !d.knowsNull:
		return ir.NullUnknown
	}
	return ir.NullNo
}

// byPointer reports whether Go code holds t by a pointer whether or not it may
// be null.
func byPointer(t ir.Type) bool {
	_, external := t.(*ir.External)
	return external || t == ir.BigInt || t == ir.Decimal
}

// elemNull implements dialect.
func (d *golang) elemNull(e typeExpr) ir.Null {
	if e.optional {
		return ir.NullYes
	}
	return ir.NullUnknown
}

// contradicts implements dialect.
func (*golang) contradicts(typeExpr, bool) bool { return false }

// expr implements dialect. A "*" is emphasis where nothing is marked yet, and
// a pointer within.
func (d *golang) expr(p *typeParser) typeExpr {
	c := p.peek()
	switch {
	case c == '[' && p.isList():
		return d.list(p)
	case c == '*' && p.inside > 0:
		p.pos++
		e := p.expr()
		e.optional = !byPointer(e.typ)
		return e
	}
	if e, ok := p.marked(p.expr); ok {
		return e
	}
	name, at := p.name("")
	if p.isModel(name) {
		return p.reference(name, at)
	}
	switch name {
	case "":
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "map":
		p.expect('[')
		p.key("string")
		p.expect(']')
		return p.mapOf(p.expr())
	case "interface":
		p.expect('{')
		p.expect('}')
		return anyType
	case "time.Time":
		return typeExpr{typ: &ir.Time{Format: ir.DateTime, Certain: true}}
	case "types.Date":
		return typeExpr{typ: &ir.Time{Format: ir.Date, Certain: true}}
	}
	if prim, ok := goPrims[name]; ok {
		if prim == ir.Stream && p.peek() == '[' {
			p.generic('[', ']')
		}
		return typeExpr{typ: prim}
	}
	if goExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	return p.reference(name, at)
}

// isList reports whether the "[" that comes next is one of "[]".
func (p *typeParser) isList() bool {
	ahead := *p
	ahead.pos++
	return ahead.peek() == ']'
}

// list reads []type. A list of bytes is base64 text.
func (d *golang) list(p *typeParser) typeExpr {
	p.expect('[')
	p.expect(']')
	ahead := *p
	if ahead.word("") == "byte" {
		p.scanner = ahead.scanner
		return typeExpr{typ: ir.Bytes}
	}
	return p.listOf(p.expr())
}

// constructor finds the call that makes a union, the variant that it names,
// and the type that it takes.
var constructor = regexp.MustCompile(`\bCreate(\w+)\((.*?)\{/\*`)

// variant implements dialect. The heading of a variant that is no model is
// empty, so the type is always taken from the example, and so is the name:
// for a discriminated union it is the value of the discriminator.
func (d *golang) variant(b *builder, h heading, example *fence) (ir.Variant, bool) {
	if example != nil {
		if m := constructor.FindStringSubmatchIndex(example.text); m != nil {
			offset := example.start
			c := cell{offset + m[4], offset + m[5]}
			return ir.Variant{
				Name: tagOf(example.text[m[2]:m[3]], b.page.title),
				Type: b.bareType(c), Span: b.page.span(c),
			}, true
		}
	}
	if !h.text.empty() {
		return b.headingVariant(h)
	}
	b.diags.Add(diag.Diagnostic{
		Code: "DG0201", Span: h.span,
		Message: "neither the heading nor an example below it names a type; it is not read",
	})
	return ir.Variant{}, false
}
