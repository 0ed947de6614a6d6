package breaking

import (
	"path"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/gotype"
)

// goText returns t as Go. With aliases, the names of those give way to what
// they stand for.
func goText(t plan.Type, aliases map[string]plan.Decl) string {
	text := func(t plan.Type) string { return goText(t, aliases) }
	switch t := t.(type) {
	case *plan.Scalar:
		if t.Path != "" {
			return path.Base(t.Path) + "." + t.Name
		}
		return t.Name
	case *plan.Named:
		if a, ok := aliases[t.Name].(*plan.Alias); ok {
			return text(a.Of)
		}
		return t.Name
	case *plan.Slice:
		return "[]" + text(t.Elem)
	case *plan.Map:
		return "map[string]" + text(t.Elem)
	case *plan.Pointer:
		return "*" + text(t.Elem)
	case *plan.Nullable:
		return "Nullable[" + text(t.Elem) + "]"
	case *plan.Mapped:
		return t.Type.String()
	case *plan.Wrapped:
		return t.Of.String() + "[" + text(t.Elem) + "]"
	}
	return ""
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
