package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// A saying is what another schema says of a type of the main one.
type saying struct {
	typ ir.Type
	voice
}

func (s saying) agrees(t ir.Type) bool { return s.join.matcher(s.pair).agree(t, s.typ) }

// bodies returns what the voices say of what a model stands for.
func bodies(voices []voice) []saying {
	said := make([]saying, len(voices))
	for i, v := range voices {
		said[i] = saying{bodyOf(v.b), v}
	}
	return said
}

// typ returns t with its unknowns filled. Who contradicts t is not heard, and
// neither is who knows nothing.
func (f *filling) typ(t ir.Type, said []saying) ir.Type {
	var heard []saying
	for _, s := range said {
		if known := resolve(s.typ); known != nil && s.agrees(t) {
			heard = append(heard, saying{known, s.voice})
		}
	}
	if len(heard) == 0 {
		return t
	}
	switch t := t.(type) {
	case ir.Prim:
		return f.prim(t, heard)
	case *ir.Time:
		return f.time(t, heard)
	case *ir.List:
		elem, null := f.element(t.Elem, t.Null, heard)
		if elem != t.Elem || null != t.Null {
			return &ir.List{Elem: elem, Null: null}
		}
	case *ir.Map:
		elem, null := f.element(t.Elem, t.Null, heard)
		if elem != t.Elem || null != t.Null {
			return &ir.Map{Elem: elem, Null: null}
		}
	case *ir.OneOf:
		f.variants(t.Variants, heard)
	}
	return t
}

// element fills the element of a list or a map.
func (f *filling) element(elem ir.Type, null ir.Null, said []saying) (ir.Type, ir.Null) {
	var elems []saying
	var nulls []ir.Null
	for _, s := range said {
		switch t := s.typ.(type) {
		case *ir.List:
			elems, nulls = append(elems, saying{t.Elem, s.voice}), append(nulls, t.Null)
		case *ir.Map:
			elems, nulls = append(elems, saying{t.Elem, s.voice}), append(nulls, t.Null)
		}
	}
	return f.typ(elem, elems), f.null(null, nulls)
}

// time settles a date or date-time whose label is not to be trusted.
func (f *filling) time(t *ir.Time, said []saying) ir.Type {
	if t.Certain {
		return t
	}
	var formats []ir.TimeFormat
	for _, s := range said {
		if other, ok := s.typ.(*ir.Time); ok && other.Certain {
			formats = append(formats, other.Format)
		}
	}
	format, ok := unanimous(formats)
	if !ok {
		return t
	}
	f.changed = true
	return &ir.Time{Format: format, Certain: true}
}

// variants fills the types of a union's variants, each from the variants that
// can be no other one. What a schema writes as two, such as integers and
// fractions, has no such partner.
func (f *filling) variants(mine []ir.Variant, said []saying) {
	partners := make([][]saying, len(mine))
	for _, s := range said {
		others := variantsOf(s.typ)
		for i, v := range mine {
			agrees := func(w ir.Variant) bool { return saying{w.Type, s.voice}.agrees(v.Type) }
			k := slices.IndexFunc(others, agrees)
			if k < 0 || slices.ContainsFunc(others[k+1:], agrees) {
				continue
			}
			partner := saying{others[k].Type, s.voice}
			isOther := func(w ir.Variant) bool { return partner.agrees(w.Type) }
			if !slices.ContainsFunc(mine[:i], isOther) && !slices.ContainsFunc(mine[i+1:], isOther) {
				partners[i] = append(partners[i], partner)
			}
		}
	}
	for i := range mine {
		mine[i].Type = f.typ(mine[i].Type, partners[i])
	}
}

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
