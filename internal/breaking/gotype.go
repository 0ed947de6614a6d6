package breaking

import (
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/gotype"
)

// goText returns t as Go. With aliases, the names of those give way to what
// they stand for.
func goText(t plan.Type, aliases map[string]plan.Decl) string {
	return plan.GoText(t, func(name string) plan.Type {
		if a, ok := aliases[name].(*plan.Alias); ok {
			return a.Of
		}
		return nil
	})
}

// sameType reports whether two types are the same to a compiler, or differ in
// nothing but what a name in them stands for, which is told of that name.
func (c *comparison) sameType(old, new plan.Type) bool {
	return goText(old, nil) == goText(new, nil) || goText(old, c.old.decls) == goText(new, c.new.decls)
}

// arrow shows a type, or what else it was and is.
func arrow(old, new string) string { return old + " → " + new }

// typeArrow shows a type that was and that is, by the names on the pages.
func typeArrow(old, new plan.Type) string { return arrow(goText(old, nil), goText(new, nil)) }

// eachName calls visit for each type of the package that t mentions.
func eachName(t plan.Type, visit func(name string)) {
	switch t := t.(type) {
	case *plan.Named:
		visit(t.Name)
	case *plan.Slice:
		eachName(t.Elem, visit)
	case *plan.Map:
		eachName(t.Elem, visit)
	case *plan.Pointer:
		eachName(t.Elem, visit)
	case *plan.Nullable:
		eachName(t.Elem, visit)
	case *plan.Wrapped:
		eachName(t.Elem, visit)
	}
}

// isComparable reports whether == compiles for values of t. Of types that the
// user has chosen, only their form is known.
func (s *side) isComparable(t plan.Type) bool {
	switch t := t.(type) {
	case *plan.Scalar:
		return t.Name != "[]byte" && t.Name != "RawMessage"
	case *plan.Slice, *plan.Map:
		return false
	case *plan.Nullable:
		return s.isComparable(t.Elem)
	case *plan.Wrapped:
		return s.isComparable(t.Elem)
	case *plan.Mapped:
		switch t.Type.(type) {
		case *gotype.Slice, *gotype.Map:
			return false
		}
	case *plan.Named:
		return s.isComparableDecl(s.decls[t.Name])
	}
	return true
}

func (s *side) isComparableDecl(d plan.Decl) bool {
	switch d := d.(type) {
	case *plan.Struct:
		if d.Additional != nil && !d.Plain {
			return false
		}
		for _, f := range d.Fields {
			if !s.isComparable(f.Type) {
				return false
			}
		}
	case *plan.Alias:
		return s.isComparable(d.Of)
	case *plan.Opaque:
		return false
	}
	return true
}
