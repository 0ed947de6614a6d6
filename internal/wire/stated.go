package wire

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// readStated takes in what pages of unions call the members that tell variants
// apart. Where that is not how the variants' own pages print the member, it is
// the name in JSON; where it is, it may as well be the SDK's.
func (n *namer) readStated(s *ir.Schema) {
	for _, m := range s.Models {
		if u, ok := m.(*ir.Union); ok {
			n.readDiscriminator(u.Variants, u.Discriminator)
		}
		for t := range ir.Types(m) {
			ir.Walk(t, func(t ir.Type) {
				if one, ok := t.(*ir.OneOf); ok {
					n.readDiscriminator(one.Variants, one.Discriminator)
				}
			})
		}
	}
}

func (n *namer) readDiscriminator(variants []ir.Variant, d *ir.Discriminator) {
	if d == nil || d.Stated == nil {
		return
	}
	for _, v := range variants {
		ref, ok := v.Type.(*ir.Ref)
		if !ok {
			continue
		}
		if o, ok := ref.Model.(*ir.Object); ok {
			n.bindStated(o, d.Stated.Name, d.Stated.Span)
		}
	}
}

// bindStated binds a stated name to the member of o that has its letters,
// unless a value of o shows it already.
func (n *namer) bindStated(o *ir.Object, name string, at source.Span) {
	for _, f := range o.Fields {
		if naming.Fold(f.Name) == naming.Fold(name) && f.Name != name && !n.bound.has(o.ID, name) {
			n.bound.add(o.ID, name, fmt.Sprintf("the discriminator that is stated at %s", at.Position()))
		}
	}
}
