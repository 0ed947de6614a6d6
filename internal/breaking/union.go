package breaking

import (
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
)

func (c *comparison) compareUnions(old, now *plan.Union) {
	at, nowAt := c.old.span(old.Name), c.new.span(now.Name)
	for _, names := range [][2]string{{old.Interface, now.Interface}, {old.Unknown, now.Unknown}} {
		if names[0] != names[1] {
			c.add("type-removed", names[0], "renamed to "+names[1], at, nowAt)
		}
	}
	variants := variantsByName(now)
	for _, v := range old.Variants {
		name := v.Type.(*plan.Named).Name
		span := c.old.variantSpan(old.Name, name)
		w, ok := variants[name]
		if !ok {
			c.add("variant-removed", old.Name, "variant "+variantType(v)+" removed", span, source.Span{})
			continue
		}
		if variantType(v) != variantType(w) || c.wrapText(c.old, v) != c.wrapText(c.new, w) {
			what := "variant " + arrow(variantType(v)+over(v), variantType(w)+over(w))
			c.add("variant-type-changed", old.Name, what, span, c.new.variantSpan(now.Name, name))
		}
	}
	was := variantsByName(old)
	for _, w := range now.Variants {
		name := w.Type.(*plan.Named).Name
		if _, ok := was[name]; !ok {
			c.add("variant-added", now.Name, "variant "+variantType(w)+" added", source.Span{}, c.new.variantSpan(now.Name, name))
		}
	}
}

func variantsByName(u *plan.Union) map[string]plan.Variant {
	out := map[string]plan.Variant{}
	for _, v := range u.Variants {
		out[v.Type.(*plan.Named).Name] = v
	}
	return out
}

// variantType returns the type that a variant has in a type switch.
func variantType(v plan.Variant) string {
	if v.Pointer {
		return "*" + goText(v.Type, nil)
	}
	return goText(v.Type, nil)
}

// over shows the type that a wrapper is declared over.
func over(v plan.Variant) string {
	if v.Wraps == nil {
		return ""
	}
	return " (" + goText(v.Wraps, nil) + ")"
}

// wrapText returns the type that a wrapper is declared over, to a compiler.
func (c *comparison) wrapText(s *side, v plan.Variant) string {
	if v.Wraps == nil {
		return ""
	}
	return goText(v.Wraps, s.decls)
}
