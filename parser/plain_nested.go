package parser

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// members are the members of an object, in page order.
type members struct{ list []*member }

func (ms *members) named(name string) *member {
	for _, m := range ms.list {
		if m.field.Name == name {
			return m
		}
	}
	return nil
}

// An indent is a row that further indented rows may belong to.
type indent struct {
	width int
	path  []string
}

// indentBelow puts m below the row above it that is indented less, and returns
// the rows that the next one may belong to.
func (m *member) indentBelow(above []indent) []indent {
	for len(above) > 0 && above[len(above)-1].width >= m.indent {
		above = above[:len(above)-1]
	}
	if m.indent > 0 && len(above) > 0 {
		m.path = append(above[len(above)-1].path[:len(above[len(above)-1].path):len(above[len(above)-1].path)], m.path...)
	}
	return append(above, indent{m.indent, m.path})
}

// maxPath limits how deep objects nest in one table.
const maxPath = 20

// insert puts m in its place. The brackets in "items[].sku" say that items is
// a list; rows for the objects on the way need not be there.
func (b *builder) insert(root *members, m *member) {
	if len(m.path) > maxPath {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0103", Span: m.field.Span,
			Message: fmt.Sprintf("the name nests more than %d deep; the row is not read", maxPath),
		})
		return
	}
	at := root
	for _, part := range m.path[:len(m.path)-1] {
		name, list := cutBrackets(part)
		holder := at.named(name)
		if holder == nil {
			holder = &member{field: ir.Field{
				Name: name, Wire: ir.Wire{Name: name}, Type: &ir.Map{Elem: ir.Any}, Span: m.field.Span,
			}}
			if list {
				holder.field.Type = &ir.List{Elem: &ir.Map{Elem: ir.Any}}
			}
			at.list = append(at.list, holder)
		}
		at = &holder.inner
	}
	name, list := cutBrackets(m.field.Name)
	if _, isList := m.field.Type.(*ir.List); list && !isList {
		m.field.Type = &ir.List{Elem: m.field.Type}
	}
	m.field.Name, m.field.Wire.Name = name, name
	first := at.named(name)
	if first == nil {
		at.list = append(at.list, m)
		return
	}
	b.diags.Add(diag.Diagnostic{
		Code: "DG0206", Span: m.field.Span,
		Message: fmt.Sprintf("the field %q stands on the page twice; the first counts", strings.Join(m.path, ".")),
		Related: []diag.Related{{Span: first.field.Span, Message: "the first"}},
	})
}

// cutBrackets parts a name from the brackets that say that it is a list.
func cutBrackets(part string) (name string, list bool) {
	for _, marks := range []string{"[]", "[*]"} {
		if name, ok := strings.CutSuffix(part, marks); ok && name != "" {
			return name, true
		}
	}
	return part, false
}

// assemble makes an object of members. Objects that are written in place
// become models of their own, called after their owner and their member.
func (b *builder) assemble(h ir.Header, ms *members) *ir.Object {
	o := &ir.Object{Header: h}
	for _, m := range ms.list {
		f := m.field
		if len(m.inner.list) > 0 {
			f.Type = b.nested(h, m)
		} else {
			f.Type = b.enumInPlace(h, f)
		}
		if isAnyName(f.Name) && o.Additional == nil {
			o.Additional = f.Type
			o.Doc.Blocks = append(o.Doc.Blocks[:len(o.Doc.Blocks):len(o.Doc.Blocks)], f.Doc.Blocks...)
			if catchAll, ok := f.Type.(*ir.Map); ok && isCatchAll(f.Name) {
				o.Additional = catchAll.Elem
			}
			continue
		}
		o.Fields = append(o.Fields, f)
	}
	return o
}

// derived returns the header of a model that stands in the member of another.
func derived(h ir.Header, f ir.Field) ir.Header {
	name := f.Name
	if isAnyName(name) {
		name = "value"
	}
	if elementOf(f.Type) != f.Type && !isAnyMap(f.Type) {
		name = elementName(name)
	}
	return ir.Header{
		ID:    ir.ID{Namespace: h.ID.Namespace, Name: h.ID.Name + "." + f.Name},
		Title: naming.Exported(h.Title) + naming.Exported(name),
		Role:  h.Role, Tree: h.Tree, Doc: f.Doc, Span: f.Span,
	}
}

// elementName returns what one of several is called: "items" are each an item.
func elementName(name string) string {
	for _, end := range []struct{ plural, one string }{
		{"ies", "y"}, {"sses", "ss"}, {"ches", "ch"}, {"shes", "sh"}, {"xes", "x"}, {"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"s", ""},
	} {
		if stem, ok := strings.CutSuffix(name, end.plural); ok && stem != "" {
			return stem + end.one
		}
	}
	return name
}

// nested returns the type of a member that has members, and adds the model
// behind it. Its own type says whether it is one object, a list or a map of
// them.
func (b *builder) nested(h ir.Header, m *member) ir.Type {
	inner := derived(h, m.field)
	ref := &ir.Ref{ID: inner.ID}
	var t ir.Type
	only := len(m.inner.list) == 1 && isAnyName(m.inner.list[0].field.Name)
	switch own := m.field.Type.(type) {
	case ir.Prim:
		if own == ir.Any {
			t = ref
		}
	case *ir.Map:
		if only && own.Elem == ir.Any { // "labels.*" tells what the map holds
			return b.mapNested(h, m)
		}
		if own.Elem == ir.Any {
			t = ref
		} else if isAnyMap(own.Elem) {
			own.Elem, t = ref, own
		}
	case *ir.List:
		if own.Elem == ir.Any || isAnyMap(own.Elem) {
			own.Elem, t = ref, own
		}
	}
	if t == nil {
		for _, child := range m.inner.list {
			b.diags.Add(diag.Diagnostic{
				Code: "DG0114", Span: child.field.Span,
				Message: fmt.Sprintf("it cannot be told what this is a member of: %s has a type of its own; the row is not read", m.field.Name),
				Related: []diag.Related{{Span: m.field.Span, Message: "the row with the type"}},
			})
		}
		return m.field.Type
	}
	b.extra = append(b.extra, b.assemble(inner, &m.inner))
	return t
}

// mapNested returns the type of a member whose members have any name.
func (b *builder) mapNested(h ir.Header, m *member) ir.Type {
	child := m.inner.list[0]
	f := child.field
	f.Name = m.field.Name
	if len(child.inner.list) > 0 {
		named := *child
		named.field = f
		return &ir.Map{Elem: b.nested(h, &named)}
	}
	return &ir.Map{Elem: b.enumInPlace(h, f), Null: f.Null}
}
