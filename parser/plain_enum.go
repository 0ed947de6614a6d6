package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// valueTable makes an enum of a table of values.
func (b *builder) valueTable(h ir.Header, t *table) ir.Model {
	t.sayUnread(&b.diags, columnValue, columnField, columnDescription, columnDeprecated)
	m := &ir.Enum{Header: h, Of: ir.String, Open: saysOpen(h.Doc.Text())}
	for _, line := range t.rows {
		r := t.row(line, &b.diags)
		c := r.cell(columnValue)
		v := ir.EnumValue{Span: b.page.span(c), Name: strings.Trim(b.page.text(r.cell(columnField)), "`*_ ")}
		for _, d := range r.all(columnDescription) {
			v.Doc.Blocks = append(v.Doc.Blocks, cellDoc(b.page.text(d)).Blocks...)
		}
		b.addPlainValue(m, c, v)
	}
	return b.closeEnum(m)
}

// valueList makes an enum of a list of values.
func (b *builder) valueList(h ir.Header, items []listItem) ir.Model {
	m := &ir.Enum{Header: h, Of: ir.String, Open: saysOpen(h.Doc.Text())}
	for _, it := range items {
		text := strings.TrimLeft(b.page.text(it.rest), " :–—-")
		b.addPlainValue(m, it.code, ir.EnumValue{Span: b.page.span(it.code), Doc: cellDoc(text)})
	}
	return b.closeEnum(m)
}

// addPlainValue adds the value in c, which people write with or without marks.
func (b *builder) addPlainValue(m *ir.Enum, c cell, v ir.EnumValue) {
	text := unescapeCell(b.page.text(insideCode(b.page.src, c)))
	if text == "" {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0205", Span: v.Span,
			Message: "the row gives no value; it is not read",
		})
		return
	}
	if v.Value = constantValue(text); v.Value == "true" || v.Value == "false" {
		v.Value = ir.StringValue(text)
	}
	m.Values = append(m.Values, v)
}

func (b *builder) closeEnum(m *ir.Enum) ir.Model {
	if len(m.Values) == 0 {
		return &ir.Opaque{Header: m.Header, Reason: "its table lists no value"}
	}
	m.Of = b.kindOf(m)
	b.checkValues(m)
	return m
}

// modelList makes a union of a list of models.
func (b *builder) modelList(h ir.Header, items []listItem) ir.Model {
	var variants []ir.Variant
	for _, it := range items {
		at := cell{it.link.start - 1, it.target.end + 1}
		t := readWords(&b.resolver, at, nil)
		variants = append(variants, ir.Variant{Name: b.page.text(it.link), Type: t.typ, Span: b.page.span(at)})
	}
	return unionOf(h, ir.OneOf{Variants: variants})
}

// listed is how a description gives the values of an enum.
var listed = regexp.MustCompile("(?i)\\b(?:one of|either|values?(?: are)?|allowed|possible values)\\b:?\\s*((?:(?:,|\\bor\\b|\\band\\b|/|\\s)*(?:`[^`]+`|\"[^\"]+\"))+)")

// allowed returns t with the values that stand in another column, or in the
// description of a type that is nothing but "enum".
func (b *builder) allowed(r row, t plainType, description string) plainType {
	values := b.constants(r.cell(columnAllowed))
	if m := listed.FindStringSubmatchIndex(description); len(values) == 0 && t.enum && m != nil {
		c := r.cell(columnDescription)
		values = b.constants(cell{c.start + m[2], c.start + m[3]})
	}
	if len(values) > 0 {
		if l, ok := t.typ.(*ir.List); ok {
			l.Elem = oneOf(values, false)
		} else {
			t.typ = oneOf(values, false)
		}
		return t
	}
	if t.enum {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0114", Span: b.page.span(r.cell(columnType)),
			Message: "it cannot be told which values the enum has; any text is taken",
			Help:    "write enum(a, b), or link to a table of values",
		})
	}
	return t
}

// constants returns the values that c lists.
func (b *builder) constants(c cell) []ir.Variant {
	if blankCell(b.page.text(c)) {
		return nil
	}
	p := &wordParser{resolver: &b.resolver, src: b.page.src, all: c, tokens: tokenize(b.page.src, c.start, c.end)}
	var out []ir.Variant
	for p.peek().kind != tokenEnd && !p.failed {
		if p.between() {
			continue
		}
		start := p.peek().at
		e := p.enumValue("")
		at := cell{start.start, max(start.start, p.last())}
		out = append(out, ir.Variant{Name: b.page.text(at), Type: e.typ, Span: b.page.span(at)})
	}
	return out
}

// enumInPlace returns the type of f. Constants of one kind that it lists become
// an enum of their own.
func (b *builder) enumInPlace(h ir.Header, f ir.Field) ir.Type {
	one, ok := elementOf(f.Type).(*ir.OneOf)
	if !ok {
		return f.Type
	}
	m := &ir.Enum{Header: derived(h, f)}
	for _, v := range one.Variants {
		l, ok := v.Type.(*ir.Literal)
		if !ok || l.Value == "true" || l.Value == "false" {
			return f.Type
		}
		if len(m.Values) > 0 && m.Values[0].Value.IsString() != l.Value.IsString() {
			return f.Type
		}
		m.Values = append(m.Values, ir.EnumValue{Value: l.Value, Span: v.Span})
	}
	m.Of = b.kindOf(m)
	m.Doc = ir.Doc{Blocks: []ir.Block{&ir.Paragraph{Text: []ir.Inline{
		ir.Plain("The values that "), ir.Code(f.Name), ir.Plain(" of " + h.Title + " may have."),
	}}}}
	b.checkValues(m)
	b.extra = append(b.extra, m)
	return withElement(f.Type, &ir.Ref{ID: m.ID})
}

// elementOf returns what lists and maps hold in the end, or t itself.
func elementOf(t ir.Type) ir.Type {
	switch t := t.(type) {
	case *ir.List:
		return elementOf(t.Elem)
	case *ir.Map:
		return elementOf(t.Elem)
	}
	return t
}

func withElement(t, elem ir.Type) ir.Type {
	switch t := t.(type) {
	case *ir.List:
		t.Elem = withElement(t.Elem, elem)
		return t
	case *ir.Map:
		t.Elem = withElement(t.Elem, elem)
		return t
	}
	return elem
}
