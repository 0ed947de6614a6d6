package consensus

import "github.com/docgen-go/docgen/ir"

// resolve follows references through aliases to what they stand for. It is
// nil where that is not known: at an opaque model, or an alias of itself.
func resolve(t ir.Type) ir.Type {
	seen := map[ir.ID]bool{}
	for {
		ref, ok := t.(*ir.Ref)
		if !ok {
			return t
		}
		switch m := ref.Model.(type) {
		case *ir.Alias:
			if seen[m.ID] {
				return nil
			}
			seen[m.ID] = true
			t = m.Of
		case *ir.Opaque, nil:
			return nil
		default:
			return t
		}
	}
}

// bodyOf returns what m stands for, as a type.
func bodyOf(m ir.Model) ir.Type {
	switch m := m.(type) {
	case *ir.Enum:
		var values ir.OneOf
		for _, v := range m.Values {
			values.Variants = append(values.Variants, ir.Variant{Type: &ir.Literal{Value: v.Value}})
		}
		return &values
	case *ir.Union:
		return &ir.OneOf{Variants: m.Variants}
	case *ir.Alias:
		return m.Of
	}
	return &ir.Ref{ID: m.Head().ID, Model: m}
}

// A flat is a type as the constants and the other types that it is one of;
// these are no unions, constants or enums.
type flat struct {
	values []ir.Value
	types  []ir.Type
	known  bool // false where part of it is not known
}

// size returns of how many alternatives f consists, all constants being one.
func (f flat) size() int { return len(f.types) + min(len(f.values), 1) }

// flatten takes t apart, unions within unions too.
func flatten(t ir.Type) flat {
	f := flat{known: true}
	f.add(t, map[ir.ID]bool{})
	return f
}

func (f *flat) add(t ir.Type, seen map[ir.ID]bool) {
	t = resolve(t)
	switch t := t.(type) {
	case nil:
		f.known = false
		return
	case *ir.Literal:
		f.values = append(f.values, t.Value)
		return
	case *ir.OneOf:
		for _, v := range t.Variants {
			f.add(v.Type, seen)
		}
		return
	case *ir.Ref:
		switch m := t.Model.(type) {
		case *ir.Enum:
			for _, v := range m.Values {
				f.values = append(f.values, v.Value)
			}
			return
		case *ir.Union:
			if !seen[m.ID] {
				seen[m.ID] = true
				f.add(&ir.OneOf{Variants: m.Variants}, seen)
			}
			return
		}
	}
	f.types = append(f.types, t)
}

// constants returns the values of t when it is nothing but constants: one of
// them, an enum, or a union of such. It is nil for all else.
func constants(t ir.Type) []ir.Value {
	f := flatten(t)
	if !f.known || len(f.types) > 0 {
		return nil
	}
	return f.values
}

// sameText returns a test for values that are written like v. Whether a value
// is a text or a number is a guess in languages that print no quotes.
func sameText(v ir.Value) func(ir.Value) bool {
	return func(w ir.Value) bool { return v.Text() == w.Text() }
}

// plainTypes returns the types that v may have when it is no constant.
func plainTypes(v ir.Value) []ir.Type {
	switch {
	case v.IsString():
		return []ir.Type{ir.String}
	case v == "true" || v == "false":
		return []ir.Type{ir.Boolean}
	}
	return []ir.Type{ir.Int32, ir.Int64, ir.Float32, ir.Float64, ir.Number}
}
