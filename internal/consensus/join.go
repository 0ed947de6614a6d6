package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// A pair is one model as two schemas have it.
type pair struct{ a, b ir.Model }

// A join tells which models of two schemas are the same.
type join struct {
	pairs        []pair // in the order of a's models
	onlyA, onlyB []ir.Model
	toA          map[ir.ID]ir.Model // from b's IDs
	toB          map[ir.ID]ir.Model // from a's IDs
	// inPlace holds models of either side for which the other one writes, in
	// some place, what they consist of.
	inPlace map[ir.Model]bool
}

// newJoin joins two schemas by namespace and title, and what is left by use.
// Envelopes, which each language has in its own way, belong to neither.
func newJoin(a, b *ir.Schema) *join {
	j := &join{
		toA:     make(map[ir.ID]ir.Model, len(b.Models)),
		toB:     make(map[ir.ID]ir.Model, len(a.Models)),
		inPlace: map[ir.Model]bool{},
	}
	byTitle := isFlat(a) || isFlat(b)
	inB := modelsByKey(b, byTitle)
	for key, m := range modelsByKey(a, byTitle) {
		if other := inB[key]; other != nil {
			j.add(m, other)
		}
	}
	todo := slices.Clone(a.Models)
	for len(todo) > 0 {
		m := todo[0]
		todo = todo[1:]
		if other := j.toB[m.Head().ID]; other != nil {
			todo = append(todo, j.byUse(m, other)...)
		}
	}
	for _, m := range a.Models {
		other := j.toB[m.Head().ID]
		switch {
		case isEnvelope(m), other != nil && isEnvelope(other):
		case other == nil:
			j.onlyA = append(j.onlyA, m)
		default:
			j.pairs = append(j.pairs, pair{m, other})
		}
	}
	for _, m := range b.Models {
		if j.toA[m.Head().ID] == nil && !isEnvelope(m) {
			j.onlyB = append(j.onlyB, m)
		}
	}
	return j
}

func (j *join) add(a, b ir.Model) {
	j.toA[b.Head().ID] = a
	j.toB[a.Head().ID] = b
}

// same reports whether the references lead to one model.
func (j *join) same(a, b *ir.Ref) bool {
	m := j.toA[b.ID]
	return m != nil && m.Head().ID == a.ID
}

func isEnvelope(m ir.Model) bool { return m.Head().Role == ir.RoleEnvelope }
