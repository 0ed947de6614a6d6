package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// prim returns the constant for which t stands, or the kind and width of a
// number, where t leaves that open.
func (f *filling) prim(t ir.Prim, said []saying) ir.Type {
	if l := constant(said); l != nil && slices.Contains(plainTypes(l.Value), ir.Type(t)) {
		f.changed = true
		return l
	}
	filled := t
	if t == ir.Number {
		filled = kind(t, said)
	}
	if t == ir.Number || !languageOf(said[0].a).widths {
		filled = width(filled, said)
	}
	f.changed = f.changed || filled != t
	return filled
}

// constant returns the constant that all who know constants say, or nil. It
// is open when one of them says so.
func constant(said []saying) *ir.Literal {
	var values []ir.Value
	open := false
	for _, s := range said {
		value, mayGrow, ok := oneValue(s.typ)
		switch {
		case ok:
			values = append(values, value)
			open = open || mayGrow
		case languageOf(s.b).consts:
			return nil
		}
	}
	value, ok := unanimous(values)
	if !ok {
		return nil
	}
	return &ir.Literal{Value: value, Open: open}
}

// oneValue returns the only value that t, which is resolved, has.
func oneValue(t ir.Type) (value ir.Value, open, ok bool) {
	switch t := t.(type) {
	case *ir.Literal:
		return t.Value, t.Open, true
	case *ir.Ref:
		if e, isEnum := t.Model.(*ir.Enum); isEnum && len(e.Values) == 1 {
			return e.Values[0].Value, e.Open, true
		}
	}
	return "", false, false
}

// kind returns whether a number is an integer or a fraction, of the width
// that stands for any, if all who can tell agree; else t.
func kind(t ir.Prim, said []saying) ir.Prim {
	var kinds []ir.Prim
	for _, s := range said {
		switch s.typ {
		case ir.Number:
		case ir.Int32, ir.Int64:
			kinds = append(kinds, ir.Int64)
		case ir.Float32, ir.Float64:
			kinds = append(kinds, ir.Float64)
		default: // a union of both
			return t
		}
	}
	if k, ok := unanimous(kinds); ok {
		return k
	}
	return t
}

// width returns the type that all who tell widths give to a number of which
// only the kind is known, or t.
func width(t ir.Prim, said []saying) ir.Prim {
	if t != ir.Int64 && t != ir.Float64 {
		return t
	}
	var widths []ir.Prim
	for _, s := range said {
		if p, ok := s.typ.(ir.Prim); ok && languageOf(s.b).widths {
			widths = append(widths, p)
		}
	}
	w, ok := unanimous(widths)
	if !ok || !samePrim(w, t) {
		return t
	}
	return w
}
