package consensus

import "github.com/docgen-go/docgen/ir"

// opaques replaces the models of which the main schema knows nothing by the
// unions that the others know.
func (f *filling) opaques() {
	replaced := map[ir.ID]ir.Model{}
	for i, m := range f.main.Models {
		o, ok := m.(*ir.Opaque)
		if !ok {
			continue
		}
		if union := f.known(o); union != nil {
			f.main.Models[i], replaced[o.ID] = union, union
		}
	}
	if len(replaced) == 0 {
		return
	}
	f.changed = true
	for _, m := range f.main.Models {
		for ref := range ir.Refs(m) {
			if to := replaced[ref.ID]; to != nil {
				ref.Model = to
			}
		}
	}
	for _, j := range f.joins {
		for id, m := range j.toA {
			if to := replaced[m.Head().ID]; to != nil {
				j.toA[id] = to
			}
		}
	}
}

// known returns the union that o is, in main's own models, or nil: when
// nobody knows it, when not all variants are models that main has, and when
// those who know it disagree.
func (f *filling) known(o *ir.Opaque) ir.Model {
	var first ir.Model
	var from voice
	for _, v := range f.voices(o) {
		if _, silent := v.b.(*ir.Opaque); silent {
			continue
		}
		m := v.join.translate(o, v.b)
		switch {
		case m == nil:
			return nil
		case first == nil:
			first, from = m, v
		case !f.sameBody(pair{from.b, v.b}, first, m):
			return nil
		}
	}
	return first
}

// sameBody reports whether two models of the main schema stand for the same.
// p are the models that they were made from, and thus their languages.
func (f *filling) sameBody(p pair, a, b ir.Model) bool {
	itself := &join{toA: make(map[ir.ID]ir.Model, len(f.main.Models)), inPlace: map[ir.Model]bool{}}
	for _, m := range f.main.Models {
		itself.toA[m.Head().ID] = m
	}
	return itself.matcher(p).agree(bodyOf(a), bodyOf(b))
}

// translate returns what m, of the other schema, is in the models of the main
// one, under the header of o; nil when m is no union, or has a variant that
// the main schema lacks.
func (j *join) translate(o *ir.Opaque, m ir.Model) ir.Model {
	switch m := m.(type) {
	case *ir.Union:
		variants, ok := j.variants(m.Variants)
		if !ok {
			return nil
		}
		return &ir.Union{Header: o.Header, Variants: variants, Discriminator: m.Discriminator}
	case *ir.Alias:
		of, ok := j.typ(m.Of)
		if !ok || leadsToAlias(of) {
			return nil
		}
		return &ir.Alias{Header: o.Header, Of: of}
	}
	return nil
}

// leadsToAlias reports whether t uses an alias, or a model that may become
// one, and thus perhaps the very alias that t is to be for.
func leadsToAlias(t ir.Type) bool {
	leads := false
	ir.Walk(t, func(t ir.Type) {
		if ref, ok := t.(*ir.Ref); ok {
			_, alias := ref.Model.(*ir.Alias)
			_, opaque := ref.Model.(*ir.Opaque)
			leads = leads || alias || opaque
		}
	})
	return leads
}

func (j *join) variants(list []ir.Variant) ([]ir.Variant, bool) {
	out := make([]ir.Variant, len(list))
	for i, v := range list {
		t, ok := j.typ(v.Type)
		if !ok {
			return nil, false
		}
		out[i] = ir.Variant{Name: v.Name, Type: t, Span: v.Span}
	}
	return out, true
}

// typ returns t, of the other schema, with references to the main one's
// models. ok is false when the main schema lacks one of them.
func (j *join) typ(t ir.Type) (out ir.Type, ok bool) {
	switch t := t.(type) {
	case ir.Prim:
		return t, true
	case *ir.Time:
		return &ir.Time{Format: t.Format, Certain: t.Certain}, true
	case *ir.Literal:
		return &ir.Literal{Value: t.Value, Open: t.Open}, true
	case *ir.List:
		elem, ok := j.typ(t.Elem)
		return &ir.List{Elem: elem, Null: t.Null}, ok
	case *ir.Map:
		elem, ok := j.typ(t.Elem)
		return &ir.Map{Elem: elem, Null: t.Null}, ok
	case *ir.OneOf:
		variants, ok := j.variants(t.Variants)
		return &ir.OneOf{Variants: variants, Discriminator: t.Discriminator}, ok
	case *ir.Ref:
		if m := j.toA[t.ID]; m != nil {
			return &ir.Ref{ID: m.Head().ID, Model: m}, true
		}
		if a, isAlias := t.Model.(*ir.Alias); isAlias {
			return j.typ(a.Of)
		}
	}
	return nil, false
}
