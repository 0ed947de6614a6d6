package plan

import (
	"slices"

	"github.com/docgen-go/docgen/internal/graph"
	"github.com/docgen-go/docgen/ir"
)

// refs returns every reference that m makes, in page order.
func refs(m ir.Model) []*ir.Ref {
	var out []*ir.Ref
	add := func(t ir.Type) { out = appendRefs(out, t) }
	switch m := m.(type) {
	case *ir.Object:
		for _, f := range m.Fields {
			add(f.Type)
		}
		add(m.Additional)
	case *ir.Union:
		for _, v := range m.Variants {
			add(v.Type)
		}
	case *ir.Alias:
		add(m.Of)
	}
	return out
}

func appendRefs(out []*ir.Ref, t ir.Type) []*ir.Ref {
	switch t := t.(type) {
	case *ir.Ref:
		return append(out, t)
	case *ir.List:
		return appendRefs(out, t.Elem)
	case *ir.Map:
		return appendRefs(out, t.Elem)
	case *ir.OneOf:
		for _, v := range t.Variants {
			out = appendRefs(out, v.Type)
		}
	}
	return out
}

// usersOf returns the models that refer to a model.
func usersOf(models []ir.Model) map[ir.ID][]ir.ID {
	users := map[ir.ID][]ir.ID{}
	for _, m := range models {
		id := m.Head().ID
		for _, ref := range refs(m) {
			to := ref.Model.Head().ID
			users[to] = append(users[to], id)
		}
	}
	return users
}

// leadingTo returns ids, and all models that lead to one of them.
func leadingTo(ids []ir.ID, users map[ir.ID][]ir.ID) map[ir.ID]bool {
	met := map[ir.ID]bool{}
	for todo := slices.Clone(ids); len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !met[id] {
			met[id] = true
			todo = append(todo, users[id]...)
		}
	}
	return met
}

// An edge is a reference from an object to a model that it would hold by
// value.
type edge struct{ from, to ir.ID }

// valueCycles returns the references that would make a Go type contain
// itself. All edges of a cycle are among them, so that which ones are
// pointers does not depend on where the walk began.
func (b *builder) valueCycles(models []ir.Model) map[edge]bool {
	next := map[ir.ID][]ir.ID{}
	for _, m := range models {
		if held := b.heldByValue(m); len(held) > 0 {
			next[m.Head().ID] = held
		}
	}
	return circular(models, next)
}

// circular returns the edges that are part of a circle.
func circular(models []ir.Model, next map[ir.ID][]ir.ID) map[edge]bool {
	var ids []ir.ID
	for _, m := range models {
		if id := m.Head().ID; len(next[id]) > 0 {
			ids = append(ids, id)
		}
	}
	component := graph.Components(ids, func(id ir.ID) []ir.ID { return next[id] })
	out := map[edge]bool{}
	for from, all := range next {
		for _, to := range all {
			if component[from] == component[to] {
				out[edge{from, to}] = true
			}
		}
	}
	return out
}

// heldByValue returns the models that m's Go type holds without a pointer, a
// slice, a map or an interface in between.
func (b *builder) heldByValue(m ir.Model) []ir.ID {
	var out []ir.ID
	switch m := m.(type) {
	case *ir.Object:
		for _, f := range m.Fields {
			if ref, ok := f.Type.(*ir.Ref); ok && b.isHeld(&f) {
				out = append(out, ref.Model.Head().ID)
			}
		}
	case *ir.Alias:
		if ref, ok := m.Of.(*ir.Ref); ok {
			out = append(out, ref.Model.Head().ID)
		}
	}
	return out
}

// isHeld reports whether a field that refers to a model holds it by value.
func (b *builder) isHeld(f *ir.Field) bool {
	switch {
	case f.Required:
		return f.Null != ir.NullYes
	case f.Null == ir.NullYes && !b.opts.NullPointers:
		return true
	}
	return b.opts.byValue()
}

// endlessVariants returns the references from a union that lead back to it
// through nothing but unions and aliases: what such a variant adds to the
// union, the union has already, and looking into it would never end.
func endlessVariants(models []ir.Model) map[edge]bool {
	next := map[ir.ID][]ir.ID{}
	for _, m := range models {
		switch m := m.(type) {
		case *ir.Union:
			next[m.ID] = appendVariants(nil, &ir.OneOf{Variants: m.Variants})
		case *ir.Alias:
			next[m.ID] = appendVariants(nil, m.Of)
		}
	}
	return circular(models, next)
}

// appendVariants appends the models that t is, or may be.
func appendVariants(out []ir.ID, t ir.Type) []ir.ID {
	switch t := t.(type) {
	case *ir.Ref:
		return append(out, t.Model.Head().ID)
	case *ir.OneOf:
		for _, v := range t.Variants {
			out = appendVariants(out, v.Type)
		}
	}
	return out
}

// unionCircles tells which unions and aliases lead to each other, through lists
// and maps as well, but through no object: those that do have the same number.
func unionCircles(models []ir.Model) map[ir.ID]int {
	next := map[ir.ID][]ir.ID{}
	var ids []ir.ID
	for _, m := range models {
		switch m.(type) {
		case *ir.Union, *ir.Alias:
			id := m.Head().ID
			ids = append(ids, id)
			for _, ref := range refs(m) {
				next[id] = append(next[id], ref.Model.Head().ID)
			}
		}
	}
	return graph.Components(ids, func(id ir.ID) []ir.ID { return next[id] })
}

// unionMembers returns the objects that a union can hold, through aliases and
// nested unions too: their tables say what their members look like.
func unionMembers(models []ir.Model) map[ir.ID]bool {
	out := map[ir.ID]bool{}
	for _, m := range models {
		switch m := m.(type) {
		case *ir.Union:
			markMembers(out, m.Variants)
		case *ir.Object:
			for _, f := range m.Fields {
				markInline(out, f.Type)
			}
			markInline(out, m.Additional)
		case *ir.Alias:
			markInline(out, m.Of)
		}
	}
	return out
}

func markMembers(out map[ir.ID]bool, variants []ir.Variant) {
	for _, v := range variants {
		for _, ref := range appendRefs(nil, v.Type) {
			if target := unalias(ref.Model); target != nil {
				out[target.Head().ID] = true
			}
		}
		markInline(out, v.Type)
	}
}

func markInline(out map[ir.ID]bool, t ir.Type) {
	switch t := t.(type) {
	case *ir.OneOf:
		markMembers(out, t.Variants)
	case *ir.List:
		markInline(out, t.Elem)
	case *ir.Map:
		markInline(out, t.Elem)
	}
}

// unalias follows aliases of models to what they stand for. It returns nil
// where that is not a model.
func unalias(m ir.Model) ir.Model {
	for range maxAliases {
		alias, ok := m.(*ir.Alias)
		if !ok {
			return m
		}
		ref, ok := alias.Of.(*ir.Ref)
		if !ok {
			return nil
		}
		m = ref.Model
	}
	return nil
}

// maxAliases is how many aliases may stand behind one another.
const maxAliases = 100
