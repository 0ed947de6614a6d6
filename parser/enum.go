package parser

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// openMark is what the pages say, in one wording or another, of an enum that
// may grow: "open enum", in prose or in the comment of an example.
const openMark = "open enum"

// openValue is what stands in the place of a value for all that a table does
// not list.
var openValue = regexp.MustCompile("^`Unrecognized<\\w+>`$")

// enum builds the model of a page with Values.
func (b *builder) enum(h ir.Header) ir.Model {
	m := &ir.Enum{Header: h, Of: ir.String}
	sec := b.page.section(sectionValues)
	for _, blk := range sec.blocks {
		switch blk := blk.(type) {
		case *table:
			b.tableValues(m, blk)
		case bullets:
			b.bulletValues(m, blk)
		case fence:
			b.fenceValues(m, blk)
		case prose:
			if !saysOpen(blk.span.Text()) {
				b.unread(blk, sec)
			}
			m.Open = m.Open || saysOpen(blk.span.Text())
		default:
			b.unread(blk, sec)
		}
	}
	if usage := b.page.section(sectionUsage); usage != nil {
		for _, blk := range usage.blocks {
			if code, ok := blk.(fence); ok && saysOpen(code.text) {
				m.Open = true
			}
		}
	}
	if len(m.Values) == 0 {
		return b.empty(h, sec, "value")
	}
	b.checkValues(m)
	return m
}

func saysOpen(text string) bool { return strings.Contains(strings.ToLower(text), openMark) }

// tableValues reads a table of names and values. It shows no quotes, so a
// table whose values are all integers is one of integers.
func (b *builder) tableValues(m *ir.Enum, t *table) {
	t.checkHeader(&b.diags, columnName, columnValue)
	if !t.has(columnValue) {
		return
	}
	var texts []string
	for _, line := range t.rows {
		r := t.row(line, &b.diags)
		name, value := r.cell(columnName), r.cell(columnValue)
		text := unescapeCell(b.page.text(value))
		if openValue.MatchString(text) {
			m.Open = true
			continue
		}
		at := value
		if value.empty() {
			at = name
		}
		texts = append(texts, text)
		m.Values = append(m.Values, ir.EnumValue{
			Name: strings.Trim(b.page.text(name), "`"), Value: ir.StringValue(text), Span: b.page.span(at),
		})
	}
	if len(m.Values) != len(texts) || len(texts) == 0 || slices.ContainsFunc(texts, func(s string) bool { return !isInteger(s) }) {
		return
	}
	m.Of = ir.Int64
	for i, text := range texts {
		m.Values[i].Value = ir.Value(text)
	}
}

// isInteger reports whether text is an integer of 64 bits, as JSON writes it.
func isInteger(text string) bool {
	_, err := strconv.ParseInt(text, 10, 64)
	return err == nil && json.Valid([]byte(text))
}

// bulletValues reads a list of values that are written as constants: texts in
// quotes, numbers without.
func (b *builder) bulletValues(m *ir.Enum, list bullets) {
	for _, item := range list.items {
		text := b.page.text(item)
		value := ir.Value(text)
		var s string
		switch {
		case isNumber(text):
		case json.Unmarshal([]byte(text), &s) == nil:
			value = ir.StringValue(s)
		case len(text) > 1 && text[0] == '"' && text[len(text)-1] == '"':
			value = ir.StringValue(text[1 : len(text)-1])
		default:
			b.diags.Add(diag.Diagnostic{
				Code: "DG0205", Span: b.page.span(item),
				Message: fmt.Sprintf("%q is neither a text in quotes nor a number; it is not read", text),
			})
			continue
		}
		m.Values = append(m.Values, ir.EnumValue{Value: value, Span: b.page.span(item)})
	}
	m.Of = b.kindOf(m)
}

// kindOf returns the type of an enum's values. Where they are of several
// kinds, all become texts, and it says so.
func (b *builder) kindOf(m *ir.Enum) ir.Type {
	strings, integers := 0, 0
	for _, v := range m.Values {
		switch {
		case v.Value.IsString():
			strings++
		case isInteger(string(v.Value)):
			integers++
		}
	}
	switch {
	case strings == len(m.Values):
		return ir.String
	case integers == len(m.Values):
		return ir.Int64
	case strings == 0:
		return ir.Float64
	}
	for i, v := range m.Values {
		if !v.Value.IsString() {
			m.Values[i].Value = ir.StringValue(string(v.Value))
		}
	}
	b.diags.Add(diag.Diagnostic{
		Code: "DG0205", Span: m.Span,
		Message: "the values are texts and numbers; all are taken for texts",
	})
	return ir.String
}

// checkValues says which values the page lists twice.
func (b *builder) checkValues(m *ir.Enum) {
	first := make(map[ir.Value]int, len(m.Values))
	for i, v := range m.Values {
		j, seen := first[v.Value]
		if !seen {
			first[v.Value] = i
			continue
		}
		b.diags.Add(diag.Diagnostic{
			Code: "DG0204", Span: v.Span,
			Message: fmt.Sprintf("the value %s is listed twice", v.Value),
			Related: []diag.Related{{Span: m.Values[j].Span, Message: "the first"}},
		})
	}
}
