package plan

import (
	"maps"
	"reflect"

	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/ir"
)

// A Memory holds what was made of each model in the last call of [Build]: a
// model that is the same, and leads to none that is not, need not be planned
// again. The zero Memory is empty. It serves one call at a time.
type Memory struct{ attempts [maxAttempts]remembered }

// A remembered is what was made of each model in an attempt.
type remembered struct {
	facts  *facts // under which the parts were planned
	models map[ir.ID]ir.Model
	parts  map[ir.ID]*part
}

// of returns what is remembered of an attempt, or nil where nothing is to be.
func (m *Memory) of(attempt int) *remembered {
	if m == nil {
		return nil
	}
	return &m.attempts[attempt]
}

// The facts are all that is known of the other models when one is planned, but
// for those that it leads to.
type facts struct {
	opts     Options
	names    map[ir.ID]string
	known    map[string]int
	checked  map[ir.ID]bool
	cyclic   map[edge]bool
	endless  map[edge]bool
	variants map[ir.ID]bool
}

func factsOf(b *builder) *facts {
	f := &facts{b.opts, b.names, b.known, b.checked, b.cyclic, b.endless, b.variants}
	f.opts.Memory = nil
	return f
}

func (f *facts) equal(other *facts) bool {
	return maps.Equal(f.names, other.names) && maps.Equal(f.known, other.known) && maps.Equal(f.checked, other.checked) &&
		maps.Equal(f.cyclic, other.cyclic) && maps.Equal(f.endless, other.endless) && maps.Equal(f.variants, other.variants) &&
		reflect.DeepEqual(f.opts, other.opts)
}

// recall returns the parts that need not be planned again.
func (m *remembered) recall(b *builder, models []ir.Model) map[ir.ID]*part {
	if m == nil || m.facts == nil || !m.facts.equal(factsOf(b)) {
		return nil
	}
	isOther := make([]bool, len(models))
	parallel.All(len(models), func(i int) {
		last := m.models[models[i].Head().ID]
		isOther[i] = last == nil || !ir.Same(last, models[i])
	})
	var others []ir.ID
	for i, model := range models {
		if isOther[i] {
			others = append(others, model.Head().ID)
		}
	}
	same := maps.Clone(m.parts)
	for id := range leadingTo(others, b.users) {
		delete(same, id)
	}
	return same
}

// keep forgets what was, and remembers parts for the next time. What there is
// anything to say of is planned each time: that may name places in other pages.
func (m *remembered) keep(b *builder, models []ir.Model, parts []*part) {
	if m == nil {
		return
	}
	*m = remembered{factsOf(b), make(map[ir.ID]ir.Model, len(models)), make(map[ir.ID]*part, len(models))}
	for i, model := range models {
		if id := model.Head().ID; len(parts[i].diags) == 0 {
			m.models[id], m.parts[id] = model, parts[i]
		}
	}
}
