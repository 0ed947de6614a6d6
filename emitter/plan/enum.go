package plan

import "github.com/docgen-go/docgen/ir"

// isOpen reports whether values that the reference does not name are no
// violations.
func (b *builder) isOpen(e *ir.Enum) bool {
	switch b.opts.Enums {
	case EnumsClosed:
		return false
	case EnumsOpen:
		return true
	}
	return e.Open
}

// enumOf plans the type and the constants of an enum. A value that the page
// lists twice makes one constant.
func (b *builder) enumOf(e *ir.Enum, name string) *Enum {
	out := &Enum{
		Name:   name,
		Doc:    b.typeDoc(e.Head(), name),
		Of:     enumType(e),
		Values: b.derived(name, "Values"),
		Open:   b.isOpen(e),
	}
	seen := map[ir.Value]bool{}
	suffixes := b.constSuffixes(e)
	for i, v := range e.Values {
		if seen[v.Value] {
			continue
		}
		seen[v.Value] = true
		out.Consts = append(out.Consts, Const{
			Name:  b.constName(e, v, name, suffixes[i]),
			Doc:   b.placed(lead(docOf(v.Doc), "In the words of the reference:"), v.Span),
			Value: v.Value,
		})
	}
	return out
}
