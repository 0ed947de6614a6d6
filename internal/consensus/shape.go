package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

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

// isUnion reports whether t, which is resolved, is a union, in place or on a page.
func isUnion(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.OneOf:
		return true
	case *ir.Ref:
		_, ok := t.Model.(*ir.Union)
		return ok
	}
	return false
}

// constants returns the values of t when it is nothing but constants: one of
// them, an enum, or a union of such. It is nil for all else.
func constants(t ir.Type) []ir.Value {
	types, known := flatten(t)
	if !known || len(types) != 1 {
		return nil
	}
	switch t := types[0].(type) {
	case *ir.Literal:
		return []ir.Value{t.Value}
	case *ir.OneOf:
		var values []ir.Value
		for _, v := range t.Variants {
			if l, ok := v.Type.(*ir.Literal); ok {
				values = append(values, l.Value)
			}
		}
		return values
	}
	return nil
}

// enumType returns an enum as a union of its values, in place.
func enumType(e *ir.Enum) ir.Type {
	var u ir.OneOf
	for _, v := range e.Values {
		u.Variants = append(u.Variants, ir.Variant{Type: &ir.Literal{Value: v.Value}})
	}
	return &u
}

// flatten returns the types that t is one of, unions within unions taken
// apart, and all constants together as one union of them, which comes first.
// known is false where one of them is not known.
func flatten(t ir.Type) (types []ir.Type, known bool) {
	f := flattening{seen: map[ir.ID]bool{}, known: true}
	f.add(t)
	if len(f.values.Variants) > 0 {
		f.types = slices.Insert(f.types, 0, ir.Type(&f.values))
	}
	return f.types, f.known
}

type flattening struct {
	seen   map[ir.ID]bool
	types  []ir.Type
	values ir.OneOf
	known  bool
}

func (f *flattening) add(t ir.Type) {
	t = resolve(t)
	switch t := t.(type) {
	case nil:
		f.known = false
		return
	case *ir.Literal:
		f.values.Variants = append(f.values.Variants, ir.Variant{Type: t})
		return
	case *ir.OneOf:
		f.variants(t.Variants)
		return
	case *ir.Ref:
		switch m := t.Model.(type) {
		case *ir.Enum:
			for _, v := range m.Values {
				f.values.Variants = append(f.values.Variants, ir.Variant{Type: &ir.Literal{Value: v.Value}})
			}
			return
		case *ir.Union:
			if !f.seen[m.ID] {
				f.seen[m.ID] = true
				f.variants(m.Variants)
			}
			return
		}
	}
	f.types = append(f.types, t)
}

func (f *flattening) variants(list []ir.Variant) {
	for _, v := range list {
		f.add(v.Type)
	}
}

// sameText returns a test for values that are written like v. Whether a value
// is a text or a number is a guess in languages that print no quotes.
func sameText(v ir.Value) func(ir.Value) bool {
	return func(w ir.Value) bool { return v.Text() == w.Text() }
}

// differValues compares two sets of constants.
func differValues(a, b []ir.Value) Fact {
	within := func(a, b []ir.Value) bool {
		return !slices.ContainsFunc(a, func(v ir.Value) bool { return !slices.ContainsFunc(b, sameText(v)) })
	}
	if within(a, b) && within(b, a) {
		return 0
	}
	return EnumValues
}

// isLostConst reports whether t is how a language prints the one value of
// which values consists when it has no constants: as the plain type.
func isLostConst(values []ir.Value, t ir.Type, l language) bool {
	return len(values) == 1 && !l.consts && slices.Contains(plainTypes(values[0]), t)
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
