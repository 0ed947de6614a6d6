package breaking

import "github.com/docgen-go/docgen/ir"

// A relation says how the values of a type relate to those of an older one.
type relation int

const (
	same      relation = iota
	wider              // all old values, and more
	narrower           // some of the old values, and no others
	different          // each has values that the other has not
)

// relate compares two types by the JSON of their values.
func (c *comparison) relate(old, now ir.Type) relation {
	kept := inclusion{c, false, map[string]bool{}}.within(old, now)
	back := inclusion{c, true, map[string]bool{}}.within(now, old)
	switch {
	case kept && back:
		return same
	case kept:
		return wider
	case back:
		return narrower
	}
	return different
}

// An inclusion tells whether all values of a type of one version are values of
// a type of the other one.
type inclusion struct {
	*comparison
	back bool // the first type is of the new version
	// asked holds the questions about models: true for one that is being
	// answered, which types that hold themselves come back to and which is
	// answered by the rest; false for one whose answer was no.
	asked map[string]bool
}

// pairs reports whether two models are the same one in the two versions. What
// differs in it is said there.
func (in inclusion) pairs(a, b ir.Model) bool {
	if in.back {
		a, b = b, a
	}
	pair := in.pairOf(a.Head().ID)
	return pair != nil && pair.Head().ID == b.Head().ID
}

// within reports whether every value of a is one of b.
func (in inclusion) within(a, b ir.Type) bool {
	refA, okA := a.(*ir.Ref)
	refB, okB := b.(*ir.Ref)
	switch {
	case okA && okB && in.pairs(refA.Model, refB.Model):
		return true
	case !okA && !okB:
		return in.unfoldedWithin(a, b)
	}
	question := ir.TypeText(a) + " within " + ir.TypeText(b)
	if answer, asked := in.asked[question]; asked {
		return answer
	}
	in.asked[question] = true
	if !in.unfoldedWithin(unfold(a), unfold(b)) {
		in.asked[question] = false
		return false
	}
	delete(in.asked, question)
	return true
}

// unfoldedWithin is within for types that are no aliases.
func (in inclusion) unfoldedWithin(a, b ir.Type) bool {
	if b == ir.Any {
		return true
	}
	if parts := variantsOf(a); parts != nil {
		for _, v := range parts {
			if !in.within(v.Type, b) {
				return false
			}
		}
		return true
	}
	for _, v := range variantsOf(b) {
		if in.within(a, v.Type) {
			return true
		}
	}
	return in.partWithin(a, b)
}

// partWithin is within for types that are neither unions nor aliases.
func (in inclusion) partWithin(a, b ir.Type) bool {
	switch a := a.(type) {
	case ir.Prim:
		p, ok := b.(ir.Prim)
		return ok && primWithin(a, p)
	case *ir.Time:
		t, ok := b.(*ir.Time)
		return b == ir.String || ok && t.Format == a.Format
	case *ir.Literal:
		return literalWithin(a, b)
	case *ir.List:
		l, ok := b.(*ir.List)
		return ok && in.within(a.Elem, l.Elem) && nullWithin(a.Null, l.Null)
	case *ir.Map:
		m, ok := b.(*ir.Map)
		return ok && in.within(a.Elem, m.Elem) && nullWithin(a.Null, m.Null)
	case *ir.External:
		e, ok := b.(*ir.External)
		return ok && e.Name == a.Name
	case *ir.Ref:
		return in.modelWithin(a, b)
	}
	return false
}

// modelWithin is within for values of objects and enums.
func (in inclusion) modelWithin(a *ir.Ref, b ir.Type) bool {
	if ref, ok := b.(*ir.Ref); ok && in.pairs(a.Model, ref.Model) {
		return true
	}
	switch m := a.Model.(type) {
	case *ir.Object:
		other, ok := b.(*ir.Map)
		return ok && unfold(other.Elem) == ir.Any
	case *ir.Enum:
		if m.Open {
			return in.partWithin(m.Of, b)
		}
		for _, v := range m.Values {
			if !literalWithin(&ir.Literal{Value: v.Value}, b) {
				return false
			}
		}
		return true
	}
	return false
}

func literalWithin(a *ir.Literal, b ir.Type) bool {
	switch b := b.(type) {
	case *ir.Literal:
		return a.Value == b.Value && (b.Open || !a.Open)
	case ir.Prim:
		return primWithin(primOf(a.Value), b)
	case *ir.Ref:
		if e, ok := b.Model.(*ir.Enum); ok {
			for _, v := range e.Values {
				if v.Value == a.Value && (e.Open || !a.Open) {
					return true
				}
			}
		}
	}
	return false
}

// unfold returns what a type stands for: aliases give way to their types, and
// a model of which nothing is known may be anything.
func unfold(t ir.Type) ir.Type {
	for {
		ref, ok := t.(*ir.Ref)
		if !ok {
			return t
		}
		switch m := ref.Model.(type) {
		case *ir.Alias:
			t = m.Of
		case *ir.Opaque:
			return ir.Any
		default:
			return t
		}
	}
}

// variantsOf returns the variants of a union, written in place or on a page of
// its own, or nil.
func variantsOf(t ir.Type) []ir.Variant {
	switch t := t.(type) {
	case *ir.OneOf:
		return t.Variants
	case *ir.Ref:
		if u, ok := t.Model.(*ir.Union); ok {
			return u.Variants
		}
	}
	return nil
}

// nullWithin reports whether elements that are null as a says may be so as b
// says. What is unknown rules nothing out.
func nullWithin(a, b ir.Null) bool { return a != ir.NullYes || b != ir.NullNo }
