package breaking

import (
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// compareAlternatives compares the types that a union is one of. Their order
// does not matter.
func (c *comparison) compareAlternatives(old, now *ir.Union) {
	for _, v := range old.Variants {
		if !c.offers(now.Variants, func(w ir.Type) bool { return c.relate(v.Type, w) == same }) {
			c.wire(old, "alternative-removed", "", "alternative "+ir.TypeText(v.Type)+" removed", v.Span, source.Span{})
		}
	}
	for _, w := range now.Variants {
		if !c.offers(old.Variants, func(v ir.Type) bool { return c.relate(v, w.Type) == same }) {
			c.wire(now, "alternative-added", "", "alternative "+ir.TypeText(w.Type)+" added", source.Span{}, w.Span)
		}
	}
	c.compareDiscriminators(old, now)
}

func (c *comparison) offers(variants []ir.Variant, is func(ir.Type) bool) bool {
	for _, v := range variants {
		if is(v.Type) {
			return true
		}
	}
	return false
}

func (c *comparison) compareDiscriminators(old, now *ir.Union) {
	was, is := old.Discriminator, now.Discriminator
	at, nowAt := old.Span, now.Span
	switch {
	case was == nil && is == nil:
	case is == nil:
		c.wire(old, "discriminator-lost", "", "no longer told apart by "+was.Member, at, nowAt)
	case was == nil:
		c.wire(old, "discriminator-found", "", "told apart by "+is.Member, at, nowAt)
	case was.Member != is.Member:
		c.wire(old, "discriminator-changed", "", "told apart by "+arrow(was.Member, is.Member), at, nowAt)
	default:
		c.compareKeys(old, now)
	}
}

// compareKeys compares which alternative the values of the discriminator
// stand for. Values that come and go do so with their alternatives.
func (c *comparison) compareKeys(old, now *ir.Union) {
	for _, k := range old.Discriminator.Values {
		was := old.Variants[k.Variant]
		for _, l := range now.Discriminator.Values {
			is := now.Variants[l.Variant]
			if k.Value == l.Value && c.relate(was.Type, is.Type) != same {
				what := old.Discriminator.Member + " " + string(k.Value) + ": " + arrow(ir.TypeText(was.Type), ir.TypeText(is.Type))
				c.wire(old, "discriminator-value-changed", "", what, was.Span, is.Span)
			}
		}
	}
}
