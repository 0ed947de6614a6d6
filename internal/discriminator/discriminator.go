// Package discriminator finds the members whose values tell the variants of
// unions apart. What a page states is kept; few pages state anything.
package discriminator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// Infer finds the discriminator of each union of s that has one, and leaves
// the others without. JSON names must be decided before. It returns what the
// pages state of discriminators and their variants contradict.
//
// A stated discriminator counts. For unions that have a page and state none,
// the first rule is that every variant that is an object has the member,
// either required or constant, and that the constants or enums which are its
// types have no value in common. A constant need not be required: pages print
// what has a default as optional. The second rule is for pages that lose
// constants: a text member of every variant whose example is what the variant
// is called.
func Infer(s *ir.Schema) diag.List {
	var diags diag.List
	for _, m := range s.Models {
		if u, ok := m.(*ir.Union); ok {
			decide(u, &diags)
		}
		for t := range ir.Types(m) {
			ir.Walk(t, func(t ir.Type) {
				if one, ok := t.(*ir.OneOf); ok && one.Discriminator != nil {
					one.Discriminator = keep(ir.ID{}, one.Variants, one.Discriminator, &diags)
				}
			})
		}
	}
	return diags
}

// decide gives u the discriminator that its page states, or else the one that
// its variants make.
func decide(u *ir.Union, diags *diag.List) {
	if d := u.Discriminator; d != nil && d.Stated != nil {
		if u.Discriminator = keep(u.ID, u.Variants, d, diags); u.Discriminator != nil {
			return
		}
	}
	u.Discriminator = infer(u)
}

// A leaf is an object that a variant of a union leads to.
type leaf struct {
	object  *ir.Object
	variant int
}

func infer(u *ir.Union) *ir.Discriminator {
	var leaves []leaf
	for i, v := range u.Variants {
		w := walk{seen: map[ir.ID]bool{u.ID: true}}
		found, ok := w.leavesOf(v.Type, i)
		if !ok {
			return nil
		}
		leaves = append(leaves, found...)
	}
	if len(leaves) < 2 {
		return nil
	}
	var best *ir.Discriminator
	for _, f := range leaves[0].object.Fields {
		d := tryMember(f.Wire.Name, leaves)
		if d != nil && (best == nil || len(d.Values) < len(best.Values)) {
			best = d
		}
	}
	if best == nil {
		best = byExample(u, leaves)
	}
	return best
}

// A walk goes from a variant to the objects that it leads to.
type walk struct {
	seen   map[ir.ID]bool
	unions int // within the variant
}

// maxUnions is how many unions a variant may lead through. Unions in a long
// chain would all be looked through once for each of them.
const maxUnions = 100

// leavesOf returns the objects that t leads to, through aliases and unions.
// ok is false when t leads to a model of which nothing is known, which could
// have any value in the member, and where it leads too far.
func (w *walk) leavesOf(t ir.Type, variant int) (leaves []leaf, ok bool) {
	ref, isRef := t.(*ir.Ref)
	if !isRef || w.seen[ref.ID] {
		return nil, true
	}
	w.seen[ref.ID] = true
	switch m := ref.Model.(type) {
	case *ir.Object:
		return []leaf{{m, variant}}, true
	case *ir.Alias:
		return w.leavesOf(m.Of, variant)
	case *ir.Opaque:
		return nil, false
	case *ir.Union:
		if w.unions++; w.unions > maxUnions {
			return nil, false
		}
		for _, v := range m.Variants {
			found, ok := w.leavesOf(v.Type, variant)
			if !ok {
				return nil, false
			}
			leaves = append(leaves, found...)
		}
	}
	return leaves, true
}

// tryMember returns the discriminator that the member makes, or nil.
func tryMember(member string, leaves []leaf) *ir.Discriminator {
	d := &ir.Discriminator{Member: member}
	owner := map[ir.Value]int{}
	for _, l := range leaves {
		values := tagValues(l.object, member)
		if len(values) == 0 {
			return nil
		}
		for _, v := range values {
			other, taken := owner[v]
			if taken && other != l.variant {
				return nil
			}
			if !taken {
				owner[v] = l.variant
				d.Values = append(d.Values, ir.DiscriminatorKey{Value: v, Variant: l.variant})
			}
		}
	}
	d.Evidence = fmt.Sprintf("each variant that is an object allows the member %q other values: %s", member, listValues(d.Values))
	return d
}

// tagValues returns the values that o allows the member to have, or none if it
// could have any, or be absent without standing for a single value.
func tagValues(o *ir.Object, member string) []ir.Value {
	for _, f := range o.Fields {
		if f.Wire.Name != member {
			continue
		}
		if values := constantsOf(f.Type, nil); f.Required || len(values) == 1 {
			return values
		}
	}
	return nil
}

// constantsOf returns the values of a type that has only so many. outer are
// the models that it is part of.
func constantsOf(t ir.Type, outer []ir.ID) []ir.Value {
	switch t := t.(type) {
	case *ir.Literal:
		return []ir.Value{t.Value}
	case *ir.OneOf:
		return constantsOfAll(t.Variants, outer)
	case *ir.Ref:
		if slices.Contains(outer, t.ID) {
			return nil
		}
		outer = append(slices.Clip(outer), t.ID)
		switch m := t.Model.(type) {
		case *ir.Enum:
			var out []ir.Value
			for _, v := range m.Values {
				out = append(out, v.Value)
			}
			return out
		case *ir.Union:
			return constantsOfAll(m.Variants, outer)
		case *ir.Alias:
			return constantsOf(m.Of, outer)
		}
	}
	return nil
}

// constantsOfAll returns the values of all variants, or none where one of them
// could have any value.
func constantsOfAll(variants []ir.Variant, outer []ir.ID) []ir.Value {
	var out []ir.Value
	for _, v := range variants {
		values := constantsOf(v.Type, outer)
		if len(values) == 0 {
			return nil
		}
		out = append(out, values...)
	}
	return out
}

// listValues names a few of the values.
func listValues(keys []ir.DiscriminatorKey) string {
	const shown = 3
	var parts []string
	for _, k := range keys[:min(shown, len(keys))] {
		parts = append(parts, string(k.Value))
	}
	if len(keys) > shown {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}
