package parser

import (
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// code reads a code span: one of a run of values, or a type.
func (p *wordParser) code() typeExpr {
	run := p.codeRun()
	if (p.listed > 0 || len(run) > 1) && p.areValues(run) {
		return p.values(len(run))
	}
	t := p.peek()
	inner := tokenize(p.src, t.inner.start, t.inner.end)
	if len(inner) == 0 {
		p.fail(t, "expected a type")
		return anyType
	}
	p.tokens = append(p.tokens[:p.pos:p.pos], append(inner, p.tokens[p.pos+1:]...)...)
	return p.primary()
}

// values reads a run of n code spans as values.
func (p *wordParser) values(n int) typeExpr {
	var variants []ir.Variant
	for range n {
		t := p.peek()
		p.pos++
		variants = append(variants, ir.Variant{
			Name: p.resolver.page.text(t.at), Type: p.constant(t.inner), Span: p.resolver.page.span(t.at),
		})
		if len(variants) < n {
			p.between()
		}
	}
	return typeExpr{typ: oneOf(variants, false)}
}

// constant returns the value in c as a type.
func (p *wordParser) constant(c cell) ir.Type {
	return &ir.Literal{Value: constantValue(unescapeCell(p.resolver.page.text(c)))}
}

// codeRun returns the code spans from the next token on, with what parts
// values between them.
func (p *wordParser) codeRun() []token {
	var run []token
	for i := 0; p.peekAt(i).kind == tokenCode; i++ {
		run = append(run, p.peekAt(i))
		for next := p.peekAt(i + 1); isBetween(next) && (p.brackets == 0 || next.text != ","); next = p.peekAt(i + 1) {
			i++
		}
	}
	return run
}

func isBetween(t token) bool {
	switch t.text {
	case ",", "|", "/", "or", "and":
		return true
	}
	return false
}

// plainTypes are the words that, each in a code span, are types rather than
// values. Others, such as `json` and `text`, may be either.
var plainTypes = map[string]bool{
	"string": true, "str": true, "integer": true, "int": true, "int32": true, "int64": true, "number": true, "float": true,
	"double": true, "decimal": true, "boolean": true, "bool": true, "null": true, "object": true, "array": true, "map": true,
	"uuid": true, "date": true, "datetime": true, "date-time": true, "timestamp": true, "any": true,
}

// areValues reports whether code spans hold values: none is a model, and not
// all of them are types.
func (p *wordParser) areValues(run []token) bool {
	types, known := 0, 0
	for _, t := range run {
		text := strings.ToLower(p.resolver.page.text(t.inner))
		if !constant.MatchString(text) || p.resolver.plainNamed(text) != nil {
			return false
		}
		if isNumber(text) || strings.HasPrefix(text, `"`) {
			continue
		}
		if plainTypes[text] {
			types++
		}
		if _, ok := meaningOf(text); ok {
			known++
		}
	}
	if p.listed == 0 && known == len(run) && types > 0 && types < len(run) {
		p.sayEither(run)
		return true
	}
	return p.listed > 0 || types < len(run)
}

// sayEither says that words can be types as well as values.
func (p *wordParser) sayEither(run []token) {
	if p.failed {
		return
	}
	p.failed = true
	p.resolver.diags.Add(diag.Diagnostic{
		Code: "DG0114", Span: p.resolver.page.span(cell{run[0].at.start, run[len(run)-1].at.end}),
		Message: "it cannot be told whether these are values or types; any JSON is taken for the type",
		Help:    "write values in quotes, and types without marks",
	})
}

// oneOf reads what follows "one of".
func (p *wordParser) oneOf() typeExpr {
	p.accept(":")
	p.listed++
	defer func() { p.listed-- }()
	return p.union()
}

// enum reads the values of an enum, of which the word was read. Words without
// marks are values here.
func (p *wordParser) enum() typeExpr {
	marked := p.accept(":") || p.accept("of")
	closing, bracketed := brackets[p.peek().text]
	if bracketed {
		p.pos++
	}
	next := p.peek()
	if !bracketed && !marked && next.kind != tokenCode && next.kind != tokenValue {
		p.out.enum = true
		return typeExpr{typ: ir.String}
	}
	var u choice
	for !p.failed {
		start := p.peek()
		u.variants = append(u.variants, ir.Variant{Type: p.enumValue(closing).typ, Name: p.resolver.page.text(start.at), Span: p.resolver.page.span(start.at)})
		if !p.between() {
			break
		}
	}
	if bracketed {
		p.expect(closing)
	}
	return typeExpr{typ: oneOf(u.variants, false)}
}

// between skips what parts values.
func (p *wordParser) between() bool {
	found := false
	for isBetween(p.peek()) {
		p.pos++
		found = true
	}
	return found
}

func (p *wordParser) enumValue(closing string) typeExpr {
	t := p.peek()
	switch t.kind {
	case tokenValue:
		p.pos++
		return typeExpr{typ: &ir.Literal{Value: t.value}}
	case tokenCode:
		p.pos++
		return typeExpr{typ: p.constant(t.inner)}
	case tokenEnd:
		p.fail(t, "expected a value")
		return anyType
	}
	at := t.at
	for t := p.peek(); t.kind != tokenEnd && t.text != closing && !isBetween(t); t = p.peek() {
		at.end = t.at.end
		p.pos++
	}
	if at.end == t.at.end && p.peek().at == t.at {
		p.fail(t, "expected a value")
		return anyType
	}
	return typeExpr{typ: p.constant(at)}
}
