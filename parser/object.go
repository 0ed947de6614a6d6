package parser

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// object builds the model of a page with Fields.
func (b *builder) object(h ir.Header) ir.Model {
	sec := b.page.section(sectionFields)
	t := b.page.firstTable(sectionFields)
	for _, blk := range sec.blocks {
		if blk != block(t) {
			b.unread(blk, sec)
		}
	}
	if t == nil {
		return b.empty(h, sec, "table")
	}
	t.checkHeader(&b.diags, columnField, columnType, columnRequired, columnDescription)
	m := &ir.Object{Header: h, Fields: make([]ir.Field, 0, len(t.rows))}
	for _, line := range t.rows {
		b.field(m, t.row(line, &b.diags))
	}
	b.usage(m)
	return m
}

// field adds what a row says to m: a field, or the type of the members that
// the page does not name.
func (b *builder) field(m *ir.Object, r row) {
	nameCell, struck := b.fieldName(r)
	name := unescapeCell(b.page.text(nameCell))
	if name == "" {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0103", Span: b.page.span(r.line),
			Message: "the row names no field; it is not read",
		})
		return
	}
	description, threeStates := cutThreeStates(b.page.text(r.cell(columnDescription)))
	rest, deprecated := splitDeprecation(description)
	if struck && deprecated == nil {
		deprecated = &ir.Deprecation{}
	}
	e := b.fieldType(r, name)
	e.nullable = e.nullable || threeStates
	f := ir.Field{
		Name: name, Wire: ir.Wire{Name: name}, Type: e.typ, Required: b.required(r), Doc: b.page.cellDoc(rest),
		Deprecated: deprecated, Examples: b.examples(r), Span: b.page.span(nameCell),
	}
	f.Null = b.dialect.null(e, f.Required)
	settleTimes(f.Type, description, f.Examples)
	if catchAll, ok := f.Type.(*ir.Map); ok && isCatchAll(name) && !f.Required && f.Doc.IsZero() && m.Additional == nil {
		m.Additional = catchAll.Elem
		return
	}
	b.checkWrapper(e, f)
	b.add(m, f)
}

// cutThreeStates parts a description from what Java's pages say after it of
// fields that may be both missing and null.
func cutThreeStates(text string) (rest string, found bool) {
	rest, found = strings.CutSuffix(text, "Supports tri-state: omit setter to leave unset, pass null to send explicit JSON null.")
	return strings.TrimSuffix(rest, "<br/>"), found
}

// isCatchAll reports whether a field's name stands for the members that the
// page does not name.
func isCatchAll(name string) bool {
	switch name {
	case "additional_properties", "additionalProperties", "AdditionalProperties", "__pydantic_extra__":
		return true
	}
	return false
}

// add appends f to m's fields unless m has one of that name.
func (b *builder) add(m *ir.Object, f ir.Field) {
	if b.adding != m {
		b.adding, b.added = m, map[string]int{}
	}
	if first, twice := b.added[f.Name]; twice {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0206", Span: f.Span,
			Message: fmt.Sprintf("the field %q stands on the page twice; the first counts", f.Name),
			Related: []diag.Related{{Span: m.Fields[first].Span, Message: "the first"}},
		})
		return
	}
	b.added[f.Name] = len(m.Fields)
	m.Fields = append(m.Fields, f)
}

// fieldName returns the name that r is about, and whether it is struck out.
func (b *builder) fieldName(r row) (name cell, struck bool) {
	c := r.cell(columnField)
	if text := b.page.text(c); len(text) > 4 && strings.HasPrefix(text, "~~") && strings.HasSuffix(text, "~~") {
		c, struck = cell{c.start + 2, c.end - 2}, true
	}
	return insideCode(b.page.src, c), struck
}

// fieldType reads the type that r gives the field called name.
func (b *builder) fieldType(r row, name string) typeExpr {
	c := r.cell(columnType)
	if !c.empty() {
		return b.typeAt(c)
	}
	if r.table.has(columnType) && !r.short {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0201", Span: b.page.span(r.line),
			Message: fmt.Sprintf("the field %q has no type; any JSON is taken for it", name),
		})
	}
	return typeExpr{typ: ir.Any}
}

// The marks in the Required column.
const (
	markRequired = ":heavy_check_mark:"
	markOptional = ":heavy_minus_sign:"
)

func isRequiredMark(text string) bool { return text == markRequired || text == markOptional }

// required reports whether r says that its field is required. A field of
// which the page does not tell is optional: that refuses nothing.
func (b *builder) required(r row) bool {
	c := r.cell(columnRequired)
	text := b.page.text(c)
	if r.table.has(columnRequired) && !r.short && !isRequiredMark(text) {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0108", Span: b.page.span(c),
			Message: fmt.Sprintf("%q does not tell whether the field is required; it is taken for optional", text),
			Help:    "write " + markRequired + " or " + markOptional,
		})
	}
	return text == markRequired
}

// checkWrapper says where the type and the Required column contradict.
func (b *builder) checkWrapper(e typeExpr, f ir.Field) {
	if !b.dialect.contradicts(e, f.Required) {
		return
	}
	b.diags.Add(diag.Diagnostic{
		Code: "DG0203", Span: f.Span,
		Message: fmt.Sprintf("the field %q is required, and its type says optional; it is taken for required, and may be null", f.Name),
	})
}
