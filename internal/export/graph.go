package export

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// GraphOptions say what part of a schema is drawn, and how.
type GraphOptions struct {
	From []ir.Model // where to begin; empty for everything
	// Depth is how many references away from From a model may be, from 0. It
	// does not matter where From is empty.
	Depth     int
	Direction string // one of Directions
	// Names are what models are called in the drawing, and models without a name
	// are not drawn. Nil means that all are called by their titles.
	Names map[ir.ID]string
	Most  int // how many models are drawn at most; 0 for as many as mermaid draws
}

// An edge is a reference from one model to another, and how it is labelled.
type edge struct {
	from, to ir.Model
	label    string // as it is to be read, without any escapes; may be empty
	optional bool
}

// order returns the models that o asks for: those that a reader would miss the
// most come first, since there may be no room for all.
func (o GraphOptions) order(s *ir.Schema) []ir.Model {
	var out []ir.Model
	seen := map[ir.ID]bool{}
	if len(o.From) > 0 {
		out = reach(o.From, o.Depth, seen)
	} else {
		for _, m := range append(tops(s), travelling(s)...) {
			out = append(out, reach([]ir.Model{m}, len(s.Models), seen)...)
		}
	}
	return slices.DeleteFunc(out, func(m ir.Model) bool { return o.Names != nil && o.Names[m.Head().ID] == "" })
}

// Tops returns the models that refer to others, and that no other refers to:
// those first that lead to the most models.
func Tops(s *ir.Schema) []ir.Model {
	models := tops(s)
	leads := map[ir.ID]int{}
	for _, m := range models {
		leads[m.Head().ID] = countReached(m)
	}
	slices.SortStableFunc(models, func(a, b ir.Model) int { return leads[b.Head().ID] - leads[a.Head().ID] })
	return models
}

// countReached counts the models that m leads to, itself among them. Beyond many, it
// matters no more how many there are: each top may lead to all that are no tops.
func countReached(m ir.Model) int {
	const many = 200
	seen := map[ir.ID]bool{}
	for next := []ir.Model{m}; len(next) > 0 && len(seen) < many; {
		m, next = next[0], next[1:]
		if seen[m.Head().ID] {
			continue
		}
		seen[m.Head().ID] = true
		for ref := range ir.Refs(m) {
			next = append(next, ref.Model)
		}
	}
	return len(seen)
}

// reach returns the models that are at most depth references away from some,
// near ones first, but for those that were seen before.
func reach(from []ir.Model, depth int, seen map[ir.ID]bool) []ir.Model {
	var out []ir.Model
	for ; len(from) > 0 && depth >= 0; depth-- {
		var next []ir.Model
		for _, m := range from {
			if seen[m.Head().ID] {
				continue
			}
			seen[m.Head().ID] = true
			out = append(out, m)
			for ref := range ir.Refs(m) {
				next = append(next, ref.Model)
			}
		}
		from = next
	}
	return out
}

// travelling returns all models but response envelopes, which never travel.
func travelling(s *ir.Schema) []ir.Model {
	return slices.DeleteFunc(slices.Clone(s.Models), func(m ir.Model) bool { return m.Head().Role == ir.RoleEnvelope })
}

// tops returns the models that refer to others, and that no other refers to.
func tops(s *ir.Schema) []ir.Model {
	refers, referred := map[ir.ID]bool{}, map[ir.ID]bool{}
	models := travelling(s)
	for _, m := range models {
		for ref := range ir.Refs(m) {
			if ref.ID != m.Head().ID {
				refers[m.Head().ID], referred[ref.ID] = true, true
			}
		}
	}
	return slices.DeleteFunc(models, func(m ir.Model) bool { return referred[m.Head().ID] || !refers[m.Head().ID] })
}

// edges returns the references of m in page order, each label once for each
// model that is referred to.
func edges(m ir.Model) []edge {
	var out []edge
	add := func(t ir.Type, label string, optional bool) {
		uses(t, label, func(to ir.Model, label string) {
			e := edge{m, to, label, optional}
			if optional {
				e.label += "?"
			}
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		})
	}
	switch m := m.(type) {
	case *ir.Object:
		for _, f := range m.Fields {
			add(f.Type, f.Wire.Name, !f.Required)
		}
		if m.Additional != nil {
			add(m.Additional, "*", true)
		}
	case *ir.Union:
		for i, v := range m.Variants {
			add(v.Type, selects(m.Discriminator, i), false)
		}
	case *ir.Alias:
		add(m.Of, "", false)
	}
	return out
}

// uses calls visit for each model that t refers to, with the label grown by
// "[]" for each list and "{}" for each map on the way.
func uses(t ir.Type, label string, visit func(ir.Model, string)) {
	switch t := t.(type) {
	case *ir.Ref:
		visit(t.Model, label)
	case *ir.List:
		uses(t.Elem, label+"[]", visit)
	case *ir.Map:
		uses(t.Elem, label+"{}", visit)
	case *ir.OneOf:
		for _, v := range t.Variants {
			uses(v.Type, label, visit)
		}
	}
}

// selects says which value of the discriminator stands for a variant, such as
// "kind = card", or nothing where that is not known.
func selects(d *ir.Discriminator, variant int) string {
	if d == nil {
		return ""
	}
	for _, key := range d.Values {
		if key.Variant == variant {
			return d.Member + " = " + key.Value.Text()
		}
	}
	return ""
}
