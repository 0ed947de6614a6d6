package parser

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// plainModel returns the model that a heading of a hand-written page names.
func (b *builder) plainModel(h ir.Header) ir.Model {
	switch m := b.page.plain; m.form {
	case formValues:
		return b.valueTable(h, m.values)
	case formList:
		return b.valueList(h, m.list)
	case formUnion:
		return b.modelList(h, m.list)
	case formUnclear:
		b.diags.Add(diag.Diagnostic{
			Code: "DG0114", Span: m.values.at(),
			Message: fmt.Sprintf("it cannot be told whether this table lists the fields or the values of %s; any JSON is taken for it", h.Title),
			Help:    "add a column Type for fields, or head the values with Value",
		})
		return &ir.Opaque{Header: h, Reason: "its table has neither types nor values"}
	}
	return b.plainObject(h)
}

// fieldColumns are the columns that tables of fields hold.
var fieldColumns = []column{
	columnField, columnType, columnRequired, columnOptional, columnDescription, columnExample, columnDefault,
	columnNullable, columnConstraints, columnFormat, columnDeprecated, columnAllowed,
}

func (b *builder) plainObject(h ir.Header) ir.Model {
	var root members
	for _, t := range b.page.plain.tables {
		t.sayUnread(&b.diags, fieldColumns...)
		told := len(t.rows) == 0 || t.has(columnRequired) || t.has(columnOptional)
		var indents []indent
		for _, line := range t.rows {
			m, ok := b.readMember(t.row(line, &b.diags), h.Title)
			if !ok {
				continue
			}
			told = told || m.said
			indents = m.indentBelow(indents)
			b.insert(&root, m)
		}
		if !told {
			b.diags.Add(diag.Diagnostic{
				Code: "DG0114", Span: t.page.span(cell{t.header[0].start, t.header[len(t.header)-1].end}),
				Message: fmt.Sprintf("it cannot be told which fields of %s are required; all are taken for optional", h.Title),
				Help:    "add a column Required, or mark optional names with ?",
			})
		}
	}
	return b.assemble(h, &root)
}

// A member is a row of a table, and the members of the object that it stands
// for.
type member struct {
	path   []string
	indent int
	said   bool // it says whether it is required
	field  ir.Field
	inner  members
}

// readMember reads a row. title is the model's, for the names of enums.
func (b *builder) readMember(r row, title string) (m *member, ok bool) {
	n, ok := b.readName(r)
	if !ok {
		return nil, false
	}
	description := b.page.text(r.cell(columnDescription))
	t := b.plainFieldType(r, n, description)
	p := b.presence(r, n, t, description)
	name := n.path[len(n.path)-1]
	m = &member{path: n.path, indent: n.indent, said: p != presenceUnsaid}
	m.field = ir.Field{
		Name: name, Wire: ir.Wire{Name: name}, Type: t.typ, Required: p == presenceRequired,
		Deprecated: b.plainDeprecation(r, n), Examples: b.plainExamples(r), Span: b.page.span(n.at),
	}
	m.field.Null = b.plainNull(r, n, t)
	m.field.Doc = b.plainDoc(r, p)
	settleUncertain(m.field.Type, description, m.field.Examples)
	return m, true
}

// plainFieldType reads the type of a field, with what other columns say of it.
func (b *builder) plainFieldType(r row, n fieldName, description string) plainType {
	c := r.cell(columnType)
	if blankCell(b.page.text(c)) {
		if !r.short {
			b.diags.Add(diag.Diagnostic{
				Code: "DG0201", Span: b.page.span(r.line),
				Message: fmt.Sprintf("the field %q has no type; any JSON is taken for it", n.path[len(n.path)-1]),
			})
		}
		return plainType{typeExpr: anyType}
	}
	t := readWords(&b.resolver, c, nil)
	if at := r.cell(columnFormat); !at.empty() {
		if m, ok := meaningOf(strings.ToLower(b.page.text(insideCode(b.page.src, at)))); ok && m.typ != nil {
			t.typ = refine(t.typ, m.typ)
		}
	}
	if unixTime.MatchString(description) && isTimestamp(t.typ) && strings.Contains(strings.ToLower(b.page.text(c)), "timestamp") {
		t.typ = ir.Int64
	}
	return b.allowed(r, t, description)
}

// unixTime is how descriptions say that a timestamp is a number.
var unixTime = regexp.MustCompile(`(?i)\b(?:unix|epoch|(?:milli)?seconds since)\b`)

func isTimestamp(t ir.Type) bool {
	time, ok := t.(*ir.Time)
	return ok && time.Format == ir.DateTime
}

// settleUncertain settles the times whose word leaves their form open.
func settleUncertain(t ir.Type, description string, examples []ir.Example) {
	ir.Walk(t, func(t ir.Type) {
		if t, ok := t.(*ir.Time); ok && !t.Certain {
			settle(t, description, examples)
		}
	})
}

// plainNull says whether a field may be null, as its row says it.
func (b *builder) plainNull(r row, n fieldName, t plainType) ir.Null {
	if t.nullable || n.nullable {
		return ir.NullYes
	}
	if !r.table.has(columnNullable) || r.short {
		return ir.NullUnknown
	}
	c := r.cell(columnNullable)
	switch p, ok := presenceOf(b.page.text(c)); {
	case !ok:
		b.diags.Add(diag.Diagnostic{
			Code: "DG0114", Span: b.page.span(c),
			Message: "it cannot be told whether the field may be null",
			Help:    "write yes or no",
		})
		return ir.NullUnknown
	case p == presenceOptional:
		return ir.NullNo
	}
	return ir.NullYes
}

// plainExamples returns the examples in a row: each of several code spans is
// one.
func (b *builder) plainExamples(r row) []ir.Example {
	var out []ir.Example
	for _, c := range r.all(columnExample) {
		if blankCell(b.page.text(c)) {
			continue
		}
		at := []cell{insideCode(b.page.src, c)}
		if spans := codeSpans(b.page.src, c.start, c.end); len(spans) > 1 && nameList.MatchString(b.page.text(c)) {
			at = nil
			for _, s := range spans {
				at = append(at, insideCode(b.page.src, s))
			}
		}
		for _, c := range at {
			out = append(out, ir.Example{Text: unescapeCell(b.page.text(c)), Span: b.page.span(c)})
		}
	}
	return out
}
