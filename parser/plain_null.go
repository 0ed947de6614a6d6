package parser

import "github.com/docgen-go/docgen/ir"

// settleNulls turns what hand-written pages leave open about null into "no",
// provided that they say it of anything: who writes null where it may come
// means that it does not come elsewhere. Any JSON may still be null.
func settleNulls(models []ir.Model) {
	said := false
	eachNull(models, func(n *ir.Null, _ ir.Type) { said = said || *n != ir.NullUnknown })
	if !said {
		return
	}
	eachNull(models, func(n *ir.Null, t ir.Type) {
		if *n == ir.NullUnknown && t != ir.Any {
			*n = ir.NullNo
		}
	})
}

// eachNull visits whatever says whether a value may be null, with the value's
// type.
func eachNull(models []ir.Model, visit func(*ir.Null, ir.Type)) {
	for _, m := range models {
		if o, ok := m.(*ir.Object); ok {
			for i := range o.Fields {
				visit(&o.Fields[i].Null, o.Fields[i].Type)
			}
		}
		for t := range ir.Types(m) {
			ir.Walk(t, func(t ir.Type) {
				switch t := t.(type) {
				case *ir.List:
					visit(&t.Null, t.Elem)
				case *ir.Map:
					visit(&t.Null, t.Elem)
				}
			})
		}
	}
}
