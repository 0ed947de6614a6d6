package plan

import "path"

// GoText returns t as Go, for people. Where standsFor returns a type for a
// name, that is shown in its place; it may be nil.
func GoText(t Type, standsFor func(name string) Type) string {
	text := func(t Type) string { return GoText(t, standsFor) }
	switch t := t.(type) {
	case *Scalar:
		if t.Path != "" {
			return path.Base(t.Path) + "." + t.Name
		}
		return t.Name
	case *Named:
		if standsFor != nil {
			if of := standsFor(t.Name); of != nil {
				return text(of)
			}
		}
		return t.Name
	case *Slice:
		return "[]" + text(t.Elem)
	case *Map:
		return "map[string]" + text(t.Elem)
	case *Pointer:
		return "*" + text(t.Elem)
	case *Nullable:
		return "Nullable[" + text(t.Elem) + "]"
	case *Mapped:
		return t.Type.String()
	case *Wrapped:
		return t.Of.String() + "[" + text(t.Elem) + "]"
	}
	return ""
}
