package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// A matcher tells whether types of two schemas can be the same type.
type matcher struct {
	*join
	a, b language
	// seen holds what is known of pairs of types; of those that are being
	// compared, that they agree, which ends what refers to itself.
	seen map[[2]ir.Type]Fact
}

func (j *join) matcher(p pair) *matcher {
	return &matcher{join: j, a: languageOf(p.a), b: languageOf(p.b), seen: map[[2]ir.Type]Fact{}}
}

// agree reports whether nothing parts a and b.
func (m *matcher) agree(a, b ir.Type) bool { return m.differ(a, b) == 0 }

// differ returns the fact on which a and b contradict each other: Types, Null
// (of elements), EnumValues or Variants; or 0 when they do not.
func (m *matcher) differ(a, b ir.Type) Fact {
	refA, okA := a.(*ir.Ref)
	refB, okB := b.(*ir.Ref)
	if okA && okB && m.same(refA, refB) {
		return 0
	}
	key := [2]ir.Type{a, b}
	if fact, ok := m.seen[key]; ok {
		return fact
	}
	m.seen[key] = 0
	m.seen[key] = m.parts(a, b)
	if okA != okB && m.seen[key] == 0 {
		m.writtenOut(refA, refB)
	}
	return m.seen[key]
}

// writtenOut notes that what is a model on one side stands in place on the
// other. One of the references is nil.
func (m *matcher) writtenOut(refs ...*ir.Ref) {
	for _, ref := range refs {
		if ref != nil {
			m.inPlace[ref.Model] = true
		}
	}
}

// parts compares what a and b are made of.
func (m *matcher) parts(a, b ir.Type) Fact {
	as, bs := flatten(a), flatten(b)
	if !as.known || !bs.known {
		return 0
	}
	if len(as.values)+len(bs.values) > 0 || len(as.types) != 1 || len(bs.types) != 1 {
		return m.sets(as, bs)
	}
	switch a := as.types[0].(type) {
	case ir.Prim:
		other, ok := bs.types[0].(ir.Prim)
		return typesUnless(ok && samePrim(a, other))
	case *ir.Time:
		other, ok := bs.types[0].(*ir.Time)
		return typesUnless(ok && (a.Format == other.Format || !a.Certain || !other.Certain))
	case *ir.List:
		if other, ok := bs.types[0].(*ir.List); ok {
			return m.elements(a.Elem, other.Elem, a.Null, other.Null)
		}
	case *ir.Map:
		if other, ok := bs.types[0].(*ir.Map); ok {
			return m.elements(a.Elem, other.Elem, a.Null, other.Null)
		}
	case *ir.Ref:
		other, ok := bs.types[0].(*ir.Ref)
		return typesUnless(ok && m.same(a, other))
	case *ir.External:
		_, ok := bs.types[0].(*ir.External)
		return typesUnless(ok)
	}
	return Types
}

func typesUnless(same bool) Fact {
	if same {
		return 0
	}
	return Types
}

// elements compares the elements of two lists or maps.
func (m *matcher) elements(a, b ir.Type, nullA, nullB ir.Null) Fact {
	if fact := m.differ(a, b); fact != 0 {
		return fact
	}
	if nullA != ir.NullUnknown && nullB != ir.NullUnknown && nullA != nullB {
		return Null
	}
	return 0
}

// sets compares two unions, or a union or constant and something else. They
// agree when each part has one on the other side that can be the same: what
// is one type for one language may be two for another, such as numbers.
func (m *matcher) sets(a, b flat) Fact {
	lostInB, okA := lost(a.values, b, m.b)
	lostInA, okB := lost(b.values, a, m.a)
	all := okA && okB
	for _, v := range a.types {
		all = all && (lostInA[v] || slices.ContainsFunc(b.types, func(w ir.Type) bool { return m.agree(v, w) }))
	}
	for _, w := range b.types {
		all = all && (lostInB[w] || slices.ContainsFunc(a.types, func(v ir.Type) bool { return m.agree(v, w) }))
	}
	switch {
	case all:
		return 0
	case len(a.types)+len(b.types) == 0:
		return EnumValues
	case a.size() > 1 && b.size() > 1:
		return Variants
	}
	return Types
}

// lost finds the plain types of other that may stand for values, where its
// language has no constants. ok is false when a value is neither among the
// values of other nor lost in a type: each can hold one, since several would
// be an enum in any language.
func lost(values []ir.Value, other flat, l language) (as map[ir.Type]bool, ok bool) {
	as, ok = map[ir.Type]bool{}, true
	taken := map[ir.Type]bool{}
	for _, v := range values {
		found := slices.ContainsFunc(other.values, sameText(v))
		for _, t := range other.types {
			if !l.consts && slices.Contains(plainTypes(v), t) {
				as[t] = true
				if !found && !taken[t] {
					found, taken[t] = true, true
				}
			}
		}
		ok = ok && found
	}
	return as, ok
}

// samePrim reports whether two languages can mean the same with a and b. Some
// tell no widths, and one no integers from fractions.
func samePrim(a, b ir.Prim) bool {
	for _, family := range [][]ir.Prim{
		{ir.Int32, ir.Int64, ir.Number},
		{ir.Float32, ir.Float64, ir.Number},
		{ir.Bytes, ir.Stream},
	} {
		if slices.Contains(family, a) && slices.Contains(family, b) {
			return true
		}
	}
	return a == b
}
