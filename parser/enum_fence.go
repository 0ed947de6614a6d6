package parser

import (
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// fenceValues reads a block of code that holds the values as a TypeScript
// union of constants, in which Unrecognized<…> makes the enum an open one.
func (b *builder) fenceValues(m *ir.Enum, f fence) {
	if strings.TrimSpace(f.text) == "" {
		return
	}
	at := cell{f.start, f.start + len(f.text)}
	p := &typeParser{scanner: scanner{src: b.page.src, pos: at.start, end: at.end}, resolver: &b.resolver, dialect: b.dialect, inside: 1}
	p.accept('|') // a formatter may put one before the first value
	for {
		b.fenceValue(m, p)
		if !p.accept('|') {
			break
		}
	}
	p.accept(';')
	if p.peek() != 0 {
		p.fail(p.pos, "expected the end of the values, found %s", p.found())
	}
	if p.err != nil {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0205", Span: b.page.span(cell{p.err.at, min(p.err.at+1, at.end)}),
			Message: p.err.message + "; the values after it are not read",
		})
	}
	m.Of = b.kindOf(m)
}

// fenceValue reads one value.
func (b *builder) fenceValue(m *ir.Enum, p *typeParser) {
	c := p.peek()
	start := p.pos
	switch {
	case c == '"' || c == '\'':
		if v := p.quoted(c); p.err == nil {
			b.addValue(m, v, cell{start, p.pos})
		}
	case c == '-' || c >= '0' && c <= '9':
		if l, ok := p.number().typ.(*ir.Literal); ok {
			b.addValue(m, l.Value, trimCell(p.src, start, p.pos))
		}
	default:
		name, at := p.name("")
		if name == "Unrecognized" {
			m.Open = true
			p.generic('<', '>')
			return
		}
		p.pos = at.start
		p.fail(at.start, "expected a value, found %s", p.found())
	}
}

func (b *builder) addValue(m *ir.Enum, v ir.Value, at cell) {
	m.Values = append(m.Values, ir.EnumValue{Value: v, Span: b.page.span(at)})
}
