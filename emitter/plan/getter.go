package plan

import "slices"

// A Getter is a method that returns a field, and may be called on nil.
type Getter struct {
	Name   string
	Field  string
	Result Type
	Form   GetterForm
}

// A GetterForm is how a getter makes its result of the field.
type GetterForm int

// The forms.
const (
	GetValue    GetterForm = iota // the field itself
	GetAddress                    // a pointer to the field, which is a model
	GetElem                       // what the field points to
	GetNullable                   // the value of a Nullable
)

// gettersOf returns the getters of a struct. A field whose getter would have
// the name of something else has none.
func (b *builder) gettersOf(s *Struct) []Getter {
	if !b.opts.Getters || s.Plain {
		return nil
	}
	taken := slices.Clone(memberNames)
	for _, f := range s.Fields {
		taken = append(taken, f.Name)
	}
	var out []Getter
	for _, f := range s.Fields {
		if g := getterOf(f); !slices.Contains(taken, g.Name) {
			out = append(out, g)
		}
	}
	return out
}

func getterOf(f Field) Getter {
	g := Getter{Name: "Get" + f.Name, Field: f.Name, Result: f.Type}
	switch t := f.Type.(type) {
	case *Pointer:
		if !isModel(t.Elem) {
			g.Result, g.Form = t.Elem, GetElem
		}
	case *Nullable:
		g.Result, g.Form = t.Elem, GetNullable
	case *Named:
		if isModel(t) {
			g.Result, g.Form = &Pointer{Elem: t}, GetAddress
		}
	}
	return g
}
