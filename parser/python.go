package parser

import (
	"encoding/json"
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

var pythonPrims = map[string]ir.Prim{
	"str": ir.String, "int": ir.Int64, "float": ir.Float64, "bool": ir.Boolean,
	"bytes": ir.Bytes, "Any": ir.Any,
	"io.BufferedReader": ir.Stream, "IO": ir.Stream,
	"eventstreaming.EventStream": ir.Stream, "eventstreaming.EventStreamAsync": ir.Stream,
}

var pythonExternals = map[string]bool{
	"requests.Response": true, "requests_http.Response": true, "httpx.Response": true,
}

// unrecognized are the members of a union that stand for "any other value".
var unrecognized = map[string]bool{"UnrecognizedStr": true, "UnrecognizedInt": true}

// parseType implements dialect.
func (d *python) parseType(r *resolver, c cell) (typeExpr, *typeError) {
	p := &pythonParser{scanner: scanner{src: r.page.src, pos: c.start, end: c.end}, python: d, resolver: r}
	e := p.expr()
	if p.peek() != 0 {
		p.fail(p.pos, "expected the end of the type, found %s", p.found())
	}
	return e, p.err
}

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

// isCatchAll implements dialect. Neither name is ever one in JSON.
func (d *python) isCatchAll(name string) bool {
	return name == "additional_properties" || name == "__pydantic_extra__"
}

// elemNull says whether an element of type e of a list or map may be null.
func (d *python) elemNull(e typeExpr) ir.Null {
	switch {
	case e.wrapped():
		return ir.NullYes
	case e.typ == ir.Any, e.bare(), !d.knowsNull:
		return ir.NullUnknown
	}
	return ir.NullNo
}

// A pythonParser reads one type.
type pythonParser struct {
	scanner
	*python
	resolver *resolver
	target   cell // of the link that the parser is in the label of
}

// expr reads a type with its marks: emphasis around scalars, links around
// models.
func (p *pythonParser) expr() typeExpr {
	if !p.enter() {
		return typeExpr{typ: ir.Any}
	}
	defer p.leave()
	switch c := p.peek(); c {
	case '*', '`':
		p.pos++
		e := p.expr()
		p.expect(c)
		return e
	case '[':
		return p.link()
	}
	start := p.pos
	name := p.word()
	if name == "" {
		p.fail(start, "expected a type, found %s", p.found())
		return typeExpr{typ: ir.Any}
	}
	return p.named(name, cell{start, p.pos})
}

// link reads [type](target).
func (p *pythonParser) link() typeExpr {
	label, target, ok := p.linkTarget()
	if !ok {
		p.fail(p.pos, "expected a link")
		return typeExpr{typ: ir.Any}
	}
	inner := *p
	inner.pos, inner.end, inner.target = label.start, label.end, target
	e := inner.expr()
	if inner.peek() != 0 {
		inner.fail(inner.pos, "expected the end of the label, found %s", inner.found())
	}
	p.err = inner.err
	p.pos = target.end + 1
	return e
}

// named reads what follows the name that stands at.
func (p *pythonParser) named(name string, at cell) typeExpr {
	switch name {
	case "Optional", "OptionalNullable", "Nullable":
		e := p.argument()
		e.optional = e.optional || name != "Nullable"
		e.nullable = e.nullable || name != "Optional"
		return e
	case "List":
		e := p.argument()
		return typeExpr{typ: &ir.List{Elem: e.typ, Null: p.elemNull(e)}}
	case "Dict":
		return p.dict()
	case "Literal":
		return p.literal()
	case "Union":
		return p.union()
	case "date", "datetime":
		// The two labels are swapped on every page of the survey: a "date"
		// is a date-time, and a "datetime" a date.
		if name == "date" {
			return typeExpr{typ: &ir.Time{Format: ir.DateTime}}
		}
		return typeExpr{typ: &ir.Time{Format: ir.Date}}
	}
	if prim, ok := pythonPrims[name]; ok {
		if prim == ir.Stream && p.peek() == '[' {
			p.argument()
		}
		return typeExpr{typ: prim}
	}
	if pythonExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	return typeExpr{typ: p.resolver.ref(name, at, p.target)}
}

// argument reads [type].
func (p *pythonParser) argument() typeExpr {
	p.expect('[')
	e := p.expr()
	p.expect(']')
	return e
}

// dict reads [str, type].
func (p *pythonParser) dict() typeExpr {
	p.expect('[')
	p.peek()
	at := p.pos
	if key := p.word(); key != "str" {
		p.fail(at, "expected the key type str")
	}
	p.expect(',')
	e := p.expr()
	p.expect(']')
	return typeExpr{typ: &ir.Map{Elem: e.typ, Null: p.elemNull(e)}}
}

// literal reads [value] or [value, value].
func (p *pythonParser) literal() typeExpr {
	p.expect('[')
	var variants []ir.Variant
	for {
		p.peek()
		at := p.pos
		v := p.value()
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
func (p *pythonParser) value() ir.Value {
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

// quoted reads a string in quotes.
func (p *pythonParser) quoted(quote byte) ir.Value {
	start := p.pos
	p.pos++
	var b strings.Builder
	for p.pos < p.end && p.src[p.pos] != quote {
		if p.src[p.pos] == '\\' && p.pos+1 < p.end {
			p.pos++
		}
		b.WriteByte(p.src[p.pos])
		p.pos++
	}
	if p.pos >= p.end {
		p.fail(start, "the text has no closing quote")
		return `""`
	}
	p.pos++
	return ir.StringValue(b.String())
}

// isNumber reports whether text is a number as JSON writes it.
func isNumber(text string) bool {
	return text != "" && (text[0] == '-' || text[0] >= '0' && text[0] <= '9') && json.Valid([]byte(text))
}
