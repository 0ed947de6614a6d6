package discriminator

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// byExample finds a text member that each variant of u has with its own name
// for the only example. It returns nil where there is none.
func byExample(u *ir.Union, leaves []leaf) *ir.Discriminator {
	if len(leaves) != len(u.Variants) {
		return nil
	}
	for _, f := range leaves[0].object.Fields {
		if d := tryExamples(f.Wire.Name, u, leaves); d != nil {
			return d
		}
	}
	return nil
}

// tryExamples returns the discriminator that the examples of member make.
func tryExamples(member string, u *ir.Union, leaves []leaf) *ir.Discriminator {
	d := &ir.Discriminator{Member: member}
	seen := map[ir.Value]bool{}
	for _, l := range leaves {
		value, ok := exampleOf(l.object, member)
		if !ok || seen[value] || naming.Fold(value.Text()) != naming.Fold(u.Variants[l.variant].Name) {
			return nil
		}
		seen[value] = true
		d.Values = append(d.Values, ir.DiscriminatorKey{Value: value, Variant: l.variant})
	}
	d.Evidence = fmt.Sprintf("the examples of the member %q are what the variants are called: %s", member, listValues(d.Values))
	return d
}

// exampleOf returns the only example of a text member of o.
func exampleOf(o *ir.Object, member string) (ir.Value, bool) {
	for _, f := range o.Fields {
		if f.Wire.Name == member && f.Type == ir.String && len(f.Examples) == 1 {
			return ir.StringValue(f.Examples[0].Text), true
		}
	}
	return "", false
}
