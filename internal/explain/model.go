package explain

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

func (p Package) explainModel(m ir.Model) *Explanation {
	h := m.Head()
	e := &Explanation{Name: p.Names[h.ID], Place: h.Span}
	e.add("Go name", e.Name, fmt.Sprintf("from the title %q of the page, in the namespace %q", h.Title, h.ID.Namespace),
		keyLine("rename", h.ID.String(), "Name"))
	decl, file := p.decl(m)
	if file != "" {
		e.add("file", file, "after the type, or after its page", "split: page")
	}
	switch m := m.(type) {
	case *ir.Object:
		e.add("Go", "a struct", fmt.Sprintf("the page has a table of %d fields", len(m.Fields)), "")
		e.additional(m, decl)
	case *ir.Enum:
		e.enum(m, decl)
	case *ir.Union:
		e.union(m)
	case *ir.Alias:
		e.add("Go", "another name", "the page says that it is "+ir.TypeText(m.Of), "")
	case *ir.Opaque:
		e.add("Go", "any JSON", m.Reason, "")
	}
	e.deprecated(h.Deprecated)
	return e
}

// additional says what becomes of members that the page does not name.
func (e *Explanation) additional(o *ir.Object, decl plan.Decl) {
	s, ok := decl.(*plan.Struct)
	switch {
	case !ok || s.Plain:
		e.add("other members", "none", "it is sent as parameters, not as JSON", "")
	case s.Additional == nil:
		e.add("other members", "skipped", "so the configuration says", "additional-properties: always")
	case o.Additional != nil:
		e.add("other members", "map[string]"+plan.GoText(s.Additional.Elem, nil), "the page has a row for them", "")
	default:
		e.add("other members", "kept as they are", "the vendor may add some tomorrow", "additional-properties: declared")
	}
}

func (e *Explanation) enum(m *ir.Enum, decl plan.Decl) {
	e.add("Go", "an enum of "+ir.TypeText(m.Of), fmt.Sprintf("the page lists %d values", len(m.Values)), "")
	if d, ok := decl.(*plan.Enum); ok && d.Open {
		e.add("other values", "valid", "the page says that values may be added, or the configuration does", "enums: closed")
	} else {
		e.add("other values", "kept, and reported by Validate", "the page does not say that values may be added", "enums: open")
	}
}

func (e *Explanation) union(m *ir.Union) {
	var variants []string
	for _, v := range m.Variants {
		variants = append(variants, ir.TypeText(v.Type))
	}
	e.add("Go", "a union", "the page lists "+strings.Join(variants, ", "), "")
	if d := m.Discriminator; d != nil {
		e.add("told apart by", d.Member, d.Evidence, "")
	} else {
		e.add("told apart by", "kinds, constants and members", "no member tells the variants apart in each of them", "")
	}
}

// constName returns the name of the constant of a value.
func (p Package) constName(m *ir.Enum, v ir.EnumValue) string {
	d, _ := p.decl(m)
	if e, ok := d.(*plan.Enum); ok {
		for _, c := range e.Consts {
			if c.Value == v.Value {
				return c.Name
			}
		}
	}
	return ""
}

func (p Package) valueNames(m *ir.Enum) []string {
	var names []string
	for _, v := range m.Values {
		names = append(names, p.constName(m, v), v.Value.Text())
	}
	return names
}

func (p Package) explainValue(m *ir.Enum, v *ir.EnumValue) *Explanation {
	e := &Explanation{Name: p.constName(m, *v), Place: v.Span}
	from := v.Name
	if from == "" {
		from = v.Value.Text()
	}
	e.add("JSON value", string(v.Value), "the page says so", "")
	e.add("Go name", e.Name, fmt.Sprintf("the type's name, and %q from the page", from), keyLine("rename", wire.Selector(m.ID, v.Value.Text()), "Name"))
	return e
}
