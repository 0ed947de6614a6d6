package sample

import (
	"fmt"

	"github.com/docgen-go/docgen/ir"
)

// union holds a value against the variant that its discriminator names or, in
// want of one, against the one that contradicts it least.
func (c *checker) union(variants []ir.Variant, d *ir.Discriminator, v value, at place) {
	if d != nil && v.kind == kindObject {
		for _, m := range v.members {
			if m.name != d.Member {
				continue
			}
			for _, key := range d.Values {
				if equal(key.Value, m.value) {
					c.typed(variants[key.Variant].Type, v, at)
					return
				}
			}
			c.report("DG0806", at.member(m.name, at.page), m.value, fmt.Sprintf("%s names no variant", shown(m.value)), "")
			return
		}
	}
	var best *checker
	for _, variant := range variants {
		try := &checker{}
		try.typed(variant.Type, v, at)
		if !try.refuses(at) && (best == nil || len(try.found) < len(best.found)) {
			best = try
		}
	}
	if best == nil {
		c.report("DG0806", at, v, fmt.Sprintf("no variant is %s like this", kindNames[v.kind]), "")
		return
	}
	for _, f := range best.found {
		c.add(f)
	}
}

// refuses reports whether the value itself is of the wrong kind.
func (c *checker) refuses(at place) bool {
	for _, f := range c.found {
		if f.at.pattern == at.pattern && (f.code == "DG0803" || f.code == "DG0806" || f.code == "DG0802") {
			return true
		}
	}
	return false
}
