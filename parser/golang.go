package parser

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// golang reads the pages of Speakeasy's Go generator, which come in two
// generations: the earlier one prints types in emphasis, the later one as
// code. Pointers are optional fields, and in the later generation required
// ones that may be null. It wraps what may be both missing and null, if the
// SDK asks for that.
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
	"jsonl.JsonLStream": ir.Stream,
}

var goExternals = map[string]bool{"http.Response": true, "http.Request": true}

// null implements dialect. The earlier generation prints what is required
// without a pointer even where it may be null.
func (d *golang) null(e typeExpr, required bool) ir.Null {
	_, isList := e.typ.(*ir.List)
	_, isMap := e.typ.(*ir.Map)
	switch {
	case e.nullable, e.optional && required:
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
	if e.wrapped() {
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
	case "optionalnullable.OptionalNullable":
		e := p.generic('[', ']')
		e.nullable = true
		return e
	}
	if t := goType(name); t != nil {
		if t == ir.Stream && p.peek() == '[' {
			p.generic('[', ']')
		}
		return typeExpr{typ: t}
	}
	return p.reference(name, at)
}

// goType returns the type of Go, or of a library, that is called name, or nil.
func goType(name string) ir.Type {
	switch name {
	case "time.Time":
		return &ir.Time{Format: ir.DateTime, Certain: true}
	case "types.Date":
		return &ir.Time{Format: ir.Date, Certain: true}
	}
	if prim, ok := goPrims[name]; ok {
		return prim
	}
	if goExternals[name] {
		return &ir.External{Name: name}
	}
	return nil
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
// and what it takes.
var constructor = regexp.MustCompile(`\b(?:Create|New)(\w+)\((.*)\)`)

// variant implements dialect. The heading of a variant that is no model is
// empty, so the type is always taken from the example, and so is the name:
// for a discriminated union it is the value of the discriminator.
func (*golang) variant(b *builder, h heading, example *fence) (ir.Variant, bool) {
	if v, ok := constructed(b, h, example); ok {
		return v, true
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

// constructed returns the variant that is made in an example, from a literal
// of its type, or a zero value. Where one constructor makes all variants of a
// union, it names none; the heading or the type does then.
func constructed(b *builder, h heading, example *fence) (v ir.Variant, ok bool) {
	if example == nil {
		return v, false
	}
	m := constructor.FindStringSubmatchIndex(example.text)
	if m == nil {
		return v, false
	}
	made, value := example.text[m[2]:m[3]], example.text[m[4]:m[5]]
	c := cell{example.start + m[4], example.start + m[5]}
	typ, _, isLiteral := strings.Cut(value, "{/*")
	if isLiteral {
		c.end = c.start + len(typ)
		v.Type = b.bareType(c)
	} else {
		typ = goZeros[value]
		if v.Type = goType(typ); v.Type == nil || !h.text.empty() {
			return v, false
		}
	}
	v.Name, v.Span = tagOf(made, b.page.title), b.page.span(c)
	if strings.EqualFold(made, b.page.title) {
		v.Name = cmp.Or(b.page.text(h.text), typ)
	}
	return v, true
}

// goZeros are the types of zero values.
var goZeros = map[string]string{
	`""`: "string", "false": "bool", "0": "int", "int64(0)": "int64", "float32(0)": "float32", "float64(0)": "float64",
	"time.Time{}": "time.Time", "types.Date{}": "types.Date",
	"big.NewInt(0)": "big.Int", "new(decimal.Big).SetFloat64(0.0)": "decimal.Big",
}
