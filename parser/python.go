package parser

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// python reads the pages of Speakeasy's Python generator, which come in two
// generations. The later one has unions and constants, and tells null apart
// from absence.
type python struct {
	id        string
	knowsNull bool
}

var (
	python2024 = &python{id: "speakeasy-python-2024"}
	python2026 = &python{id: "speakeasy-python-2026", knowsNull: true}
)

// name implements dialect.
func (d *python) name() string { return d.id }

// names implements dialect.
func (d *python) names() ir.Case { return ir.CaseSnake }

var pythonPrims = map[string]ir.Prim{
	"str": ir.String, "int": ir.Int64, "float": ir.Float64, "bool": ir.Boolean,
	"bytes": ir.Bytes, "Base64EncodedString": ir.Bytes, "Base64FileInput": ir.Bytes, "Any": ir.Any, "Decimal": ir.Decimal,
	"io.BufferedReader": ir.Stream, "IO": ir.Stream,
	"eventstreaming.EventStream": ir.Stream, "eventstreaming.EventStreamAsync": ir.Stream,
	"jsonl.JsonLStream": ir.Stream, "jsonl.JsonLStreamAsync": ir.Stream,
}

var pythonExternals = map[string]bool{
	"requests.Response": true, "requests_http.Response": true, "httpx.Response": true, "httpx.Request": true,
}

// unrecognized are the members of a union that stand for "any other value".
var unrecognized = map[string]bool{"UnrecognizedStr": true, "UnrecognizedInt": true}

// null implements dialect.
func (d *python) null(e typeExpr, required bool) ir.Null {
	switch {
	case e.nullable, e.optional && required:
		return ir.NullYes
	case e.typ == ir.Any, e.bare():
		return ir.NullUnknown
	case required, d.knowsNull && e.optional:
		return ir.NullNo
	}
	return ir.NullUnknown
}

// contradicts implements dialect. In the earlier generation, Optional is how a
// required field says that it may be null.
func (d *python) contradicts(e typeExpr, required bool) bool {
	return d.knowsNull && e.optional && required
}

// elemNull implements dialect.
func (d *python) elemNull(e typeExpr) ir.Null {
	switch {
	case e.wrapped():
		return ir.NullYes
	case e.typ == ir.Any, e.bare(), !d.knowsNull:
		return ir.NullUnknown
	}
	return ir.NullNo
}

// expr implements dialect: emphasis stands around scalars, links around
// models.
func (d *python) expr(p *typeParser) typeExpr {
	if e, ok := p.marked(p.expr); ok {
		return e
	}
	name, at := p.name("")
	if name == "" {
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	}
	if p.isModel(name) {
		return p.reference(name, at)
	}
	return d.named(p, name, at)
}

// named reads what follows the name that stands at.
func (d *python) named(p *typeParser, name string, at cell) typeExpr {
	switch name {
	case "Optional", "OptionalNullable", "Nullable":
		e := p.generic('[', ']')
		e.optional = e.optional || name != "Nullable"
		e.nullable = e.nullable || name != "Optional"
		return e
	case "List":
		return p.listOf(p.generic('[', ']'))
	case "Dict":
		return p.keyed('[', ']', "str")
	case "Literal":
		return d.literal(p)
	case "Union":
		return d.union(p)
	case "date":
		return p.swapped(ir.Date)
	case "datetime":
		return p.swapped(ir.DateTime)
	}
	if prim, ok := pythonPrims[name]; ok {
		if prim == ir.Stream && p.peek() == '[' {
			p.generic('[', ']')
		}
		return typeExpr{typ: prim}
	}
	if pythonExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	return p.reference(name, at)
}

// literal reads [value] or [value, value].
func (d *python) literal(p *typeParser) typeExpr {
	p.expect('[')
	var variants []ir.Variant
	for {
		p.peek()
		at := p.pos
		v := d.value(p)
		variants = append(variants, ir.Variant{
			Name: v.Text(), Type: &ir.Literal{Value: v}, Span: p.resolver.page.span(cell{at, p.pos}),
		})
		if !p.accept(',') {
			break
		}
	}
	p.expect(']')
	if len(variants) == 1 {
		return typeExpr{typ: variants[0].Type}
	}
	return typeExpr{typ: &ir.OneOf{Variants: variants}}
}

// value reads a string, a number, True or False.
func (d *python) value(p *typeParser) ir.Value {
	quote := p.peek()
	start := p.pos
	if quote == '"' || quote == '\'' {
		return p.quoted(quote)
	}
	for p.pos < p.end && p.src[p.pos] != ',' && p.src[p.pos] != ']' {
		p.pos++
	}
	switch text := strings.TrimSpace(string(p.src[start:p.pos])); {
	case text == "True":
		return "true"
	case text == "False":
		return "false"
	case isNumber(text):
		return ir.Value(text)
	}
	p.pos = start
	p.fail(start, "expected a value, found %s", p.found())
	return "null"
}

// union reads [type, type, …]. Bodies that are read from a file or a socket
// are printed as a union of the ways to hand one over; they are one type. A
// member for unrecognized values makes the constants beside it open.
func (d *python) union(p *typeParser) typeExpr {
	p.expect('[')
	target := p.target
	p.target = cell{}
	var u choice
	for p.err == nil {
		u.read(p, func() typeExpr { return d.member(p, &u) })
		if !p.accept(',') {
			break
		}
	}
	p.target = target
	p.expect(']')
	return u.done(p, target)
}

// member reads a member of a union. It has no type if it is None, or if it
// stands for unrecognized values.
func (d *python) member(p *typeParser, u *choice) typeExpr {
	start := p.scanner
	switch name := p.word(""); {
	case unrecognized[name]:
		u.open = true
		return typeExpr{}
	case name == "None":
		return typeExpr{nullable: true}
	}
	p.scanner = start
	return p.expr()
}

// annotation finds the type that an example gives a value.
var annotation = regexp.MustCompile(`^\w+: (.+) = /\*`)

// variant implements dialect. In the earlier generation, headings are the bare
// names of models, and empty for other types; the example has the whole type.
func (*python) variant(b *builder, h heading, example *fence) (ir.Variant, bool) {
	if example == nil {
		return b.headingVariant(h)
	}
	m := annotation.FindStringSubmatchIndex(example.text)
	name := b.page.text(h.text)
	if m == nil || example.text[m[2]:m[3]] == name {
		return b.headingVariant(h)
	}
	c := cell{example.start + m[2], example.start + m[3]}
	return ir.Variant{Name: cmp.Or(name, b.page.text(c)), Type: b.bareType(c), Span: b.page.span(c)}, true
}
