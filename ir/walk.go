package ir

import "iter"

// Types returns the types that m is written with, outermost types only, in
// page order.
func Types(m Model) iter.Seq[Type] {
	return func(yield func(Type) bool) {
		switch m := m.(type) {
		case *Object:
			for i := range m.Fields {
				if !yield(m.Fields[i].Type) {
					return
				}
			}
			if m.Additional != nil {
				yield(m.Additional)
			}
		case *Enum:
			yield(m.Of)
		case *Union:
			for i := range m.Variants {
				if !yield(m.Variants[i].Type) {
					return
				}
			}
		case *Alias:
			yield(m.Of)
		}
	}
}

// Walk calls visit for t and for every type that it is made of, outer types
// before inner ones. It does not follow references into their models.
func Walk(t Type, visit func(Type)) {
	visit(t)
	switch t := t.(type) {
	case *List:
		Walk(t.Elem, visit)
	case *Map:
		Walk(t.Elem, visit)
	case *OneOf:
		for i := range t.Variants {
			Walk(t.Variants[i].Type, visit)
		}
	}
}

// Refs returns the references to models in m, in page order.
func Refs(m Model) iter.Seq[*Ref] {
	return func(yield func(*Ref) bool) {
		more := true
		for t := range Types(m) {
			Walk(t, func(t Type) {
				if ref, ok := t.(*Ref); ok && more {
					more = yield(ref)
				}
			})
			if !more {
				return
			}
		}
	}
}
