package consensus

import "github.com/docgen-go/docgen/ir"

// fieldsByKey returns the fields of o, by what they are called in any
// language, and their keys in page order. Fields that are the platform's own
// are left out.
func fieldsByKey(o *ir.Object) (keys []string, fields map[string]*ir.Field) {
	fields = make(map[string]*ir.Field, len(o.Fields))
	for i := range o.Fields {
		f := &o.Fields[i]
		if _, own := f.Type.(*ir.External); own {
			continue
		}
		key := unused(fields, squash(f.Name))
		keys = append(keys, key)
		fields[key] = f
	}
	return keys, fields
}

// byUse joins models that bear different names because a language could not
// use the one that they have elsewhere: those that are the type of a common
// member of a and b, and have no partner yet. It returns those of a's side.
func (j *join) byUse(a, b ir.Model) []ir.Model {
	oa, okA := a.(*ir.Object)
	ob, okB := b.(*ir.Object)
	if !okA || !okB {
		return nil
	}
	var found []ir.Model
	keys, inA := fieldsByKey(oa)
	_, inB := fieldsByKey(ob)
	for _, key := range keys {
		if other := inB[key]; other != nil {
			if m := j.inner(inA[key].Type, other.Type); m != nil {
				found = append(found, m)
			}
		}
	}
	return found
}

// inner joins the models at the same place in two types, if they are of one
// kind and free, and returns that of a's side.
func (j *join) inner(a, b ir.Type) ir.Model {
	switch a := a.(type) {
	case *ir.List:
		if b, ok := b.(*ir.List); ok {
			return j.inner(a.Elem, b.Elem)
		}
	case *ir.Map:
		if b, ok := b.(*ir.Map); ok {
			return j.inner(a.Elem, b.Elem)
		}
	case *ir.Ref:
		b, ok := b.(*ir.Ref)
		if !ok || j.toB[a.ID] != nil || j.toA[b.ID] != nil || !sameKind(a.Model, b.Model) {
			return nil
		}
		j.add(a.Model, b.Model)
		return a.Model
	}
	return nil
}

func sameKind(a, b ir.Model) bool {
	ok := false
	switch a.(type) {
	case *ir.Object:
		_, ok = b.(*ir.Object)
	case *ir.Enum:
		_, ok = b.(*ir.Enum)
	case *ir.Union:
		_, ok = b.(*ir.Union)
	}
	return ok
}
