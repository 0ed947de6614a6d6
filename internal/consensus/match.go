package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// A matcher tells whether types of two schemas can be the same type.
type matcher struct {
	*join
	a, b language
	// seen holds what is known of pairs of references; of those that are
	// being compared, that they agree, which ends what refers to itself.
	seen map[[2]ir.ID]Fact
}

func newMatcher(j *join, a, b language) *matcher {
	return &matcher{join: j, a: a, b: b, seen: map[[2]ir.ID]Fact{}}
}

// agree reports whether nothing parts a and b.
func (m *matcher) agree(a, b ir.Type) bool { return m.differ(a, b) == 0 }

// differ returns the fact on which a and b contradict each other: Types, Null
// (of elements), EnumValues or Variants; or 0 when they do not.
func (m *matcher) differ(a, b ir.Type) Fact {
	refA, okA := a.(*ir.Ref)
	refB, okB := b.(*ir.Ref)
	if !okA || !okB {
		return m.parts(a, b)
	}
	if to := m.toA[refB.ID]; to != nil && to.Head().ID == refA.ID {
		return 0
	}
	key := [2]ir.ID{refA.ID, refB.ID}
	if fact, ok := m.seen[key]; ok {
		return fact
	}
	m.seen[key] = 0
	m.seen[key] = m.parts(a, b)
	return m.seen[key]
}

// parts compares what a and b are made of.
func (m *matcher) parts(a, b ir.Type) Fact {
	a, b = resolve(a), resolve(b)
	if a == nil || b == nil {
		return 0
	}
	valuesA, valuesB := constants(a), constants(b)
	switch {
	case valuesA != nil && valuesB != nil:
		return differValues(valuesA, valuesB)
	case valuesA != nil && !isUnion(b):
		return typesUnless(isLostConst(valuesA, b, m.b))
	case valuesB != nil && !isUnion(a):
		return typesUnless(isLostConst(valuesB, a, m.a))
	case isUnion(a) || isUnion(b):
		return m.differVariants(a, b)
	}
	switch a := a.(type) {
	case ir.Prim:
		other, ok := b.(ir.Prim)
		return typesUnless(ok && samePrim(a, other))
	case *ir.Time:
		other, ok := b.(*ir.Time)
		return typesUnless(ok && (a.Format == other.Format || !a.Certain || !other.Certain))
	case *ir.List:
		if other, ok := b.(*ir.List); ok {
			return m.elements(a.Elem, other.Elem, a.Null, other.Null)
		}
	case *ir.Map:
		if other, ok := b.(*ir.Map); ok {
			return m.elements(a.Elem, other.Elem, a.Null, other.Null)
		}
	case *ir.Ref:
		other, ok := b.(*ir.Ref)
		return typesUnless(ok && m.toA[other.ID] != nil && m.toA[other.ID].Head().ID == a.ID)
	case *ir.External:
		_, ok := b.(*ir.External)
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

// differVariants compares two types of which one at least is a union. They
// agree when each variant has one on the other side that can be the same:
// what is one type for one language may be two for another, such as numbers.
func (m *matcher) differVariants(a, b ir.Type) Fact {
	as, knownA := flatten(a)
	bs, knownB := flatten(b)
	if !knownA || !knownB {
		return 0
	}
	inB := func(v ir.Type) bool { return slices.ContainsFunc(bs, func(w ir.Type) bool { return m.agree(v, w) }) }
	inA := func(w ir.Type) bool { return slices.ContainsFunc(as, func(v ir.Type) bool { return m.agree(v, w) }) }
	all := true
	for _, v := range as {
		all = all && inB(v)
	}
	for _, w := range bs {
		all = all && inA(w)
	}
	switch {
	case all:
		return 0
	case isUnion(a) && isUnion(b):
		return Variants
	}
	return Types
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
