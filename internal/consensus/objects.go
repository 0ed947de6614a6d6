package consensus

import "github.com/docgen-go/docgen/ir"

// Objects returns the objects that two schemas both have, a's first.
func Objects(a, b *ir.Schema) [][2]*ir.Object {
	var out [][2]*ir.Object
	for _, p := range newJoin(a, b).pairs {
		x, isObject := p.a.(*ir.Object)
		y, both := p.b.(*ir.Object)
		if isObject && both {
			out = append(out, [2]*ir.Object{x, y})
		}
	}
	return out
}
