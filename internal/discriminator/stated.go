package discriminator

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// A keeper holds what a page states of a discriminator against the variants.
type keeper struct {
	variants []ir.Variant
	leaves   []leaf
	given    *ir.Discriminator // as the page states it
	out      *ir.Discriminator
	diags    *diag.List
}

// keep returns d, which a page states for a union, with the member's name in
// JSON, and with the values that only the variants' own pages list. It returns
// nil where a variant that may have the member is left without a value: values
// of the others do not tell it from them. union is zero for one without a page.
func keep(union ir.ID, variants []ir.Variant, d *ir.Discriminator, diags *diag.List) *ir.Discriminator {
	k := &keeper{variants: variants, given: d, diags: diags}
	var open []bool
	for i, v := range variants {
		w := walk{seen: map[ir.ID]bool{union: true}}
		found, ok := w.leavesOf(v.Type, i)
		k.leaves = append(k.leaves, found...)
		open = append(open, len(found) > 0 || !ok || isAnyObject(v.Type))
	}
	k.out = &ir.Discriminator{
		Member: memberOf(d.Stated.Name, k.leaves), Values: slices.Clone(d.Values),
		Evidence: "the page states it: " + listValues(d.Values), Stated: d.Stated,
	}
	k.complete()
	for i := range variants {
		if open[i] && !k.hasValue(i) {
			k.sayMissing(i)
			return nil
		}
	}
	for _, key := range d.Values {
		k.check(key)
	}
	return k.out
}

// hasValue reports whether a value stands for the variant.
func (k *keeper) hasValue(variant int) bool {
	return slices.ContainsFunc(k.out.Values, func(key ir.DiscriminatorKey) bool { return k.same(key.Variant, variant) })
}

// same reports whether two variants are of one type, as where each stands for
// a value of its own.
func (k *keeper) same(a, b int) bool {
	return ir.TypeText(k.variants[a].Type) == ir.TypeText(k.variants[b].Type)
}

// memberOf returns the JSON name of the member that a page calls name: as the
// variants have it in JSON, or as their pages print it.
func memberOf(name string, leaves []leaf) string {
	printed := ""
	for _, l := range leaves {
		for _, f := range l.object.Fields {
			if f.Wire.Name == name {
				return name
			}
			if printed == "" && naming.Fold(f.Name) == naming.Fold(name) {
				printed = f.Wire.Name
			}
		}
	}
	return cmp.Or(printed, name)
}

// isAnyObject reports whether t takes objects of which no members are known.
func isAnyObject(t ir.Type) bool {
	switch t := t.(type) {
	case ir.Prim:
		return t == ir.Any
	case *ir.Map:
		return true
	case *ir.Ref:
		alias, ok := t.Model.(*ir.Alias)
		return ok && isAnyObject(alias.Of)
	}
	return false
}

// complete adds the values that one variant alone allows the member to have,
// and that the page does not state: no other variant could be meant.
func (k *keeper) complete() {
	owner := map[ir.Value]int{}
	const several = -1
	for _, l := range k.leaves {
		for _, v := range k.constants(l) {
			if other, taken := owner[v]; !taken {
				owner[v] = l.variant
			} else if other != several && !k.same(other, l.variant) {
				owner[v] = several
			}
		}
	}
	for _, key := range k.given.Values {
		owner[key.Value] = several
	}
	var added []ir.DiscriminatorKey
	for _, l := range k.leaves {
		for _, v := range k.constants(l) {
			if owner[v] == l.variant {
				added = append(added, ir.DiscriminatorKey{Value: v, Variant: l.variant})
				owner[v] = several
			}
		}
	}
	if len(added) == 0 {
		return
	}
	k.out.Evidence += "; the pages of the variants add " + listValues(added)
	k.out.Values = append(k.out.Values, added...)
	slices.SortStableFunc(k.out.Values, func(a, b ir.DiscriminatorKey) int { return cmp.Compare(a.Variant, b.Variant) })
}

// member returns the field of l that is the discriminator, or nil.
func (k *keeper) member(l leaf) *ir.Field {
	i := slices.IndexFunc(l.object.Fields, func(f ir.Field) bool { return f.Wire.Name == k.out.Member })
	if i < 0 {
		return nil
	}
	return &l.object.Fields[i]
}

// constants returns the values that l allows the member to have, or none where
// it could have any.
func (k *keeper) constants(l leaf) []ir.Value {
	if f := k.member(l); f != nil {
		return constantsOf(f.Type, nil)
	}
	return nil
}

// check says where none of the objects of a variant allows the member to have
// the value that the page states for it.
func (k *keeper) check(key ir.DiscriminatorKey) {
	var first *ir.Field
	var allowed []ir.DiscriminatorKey
	for _, l := range k.leaves {
		if l.variant != key.Variant {
			continue
		}
		values := k.constants(l)
		if len(values) == 0 || slices.Contains(values, key.Value) {
			return
		}
		for _, v := range values {
			allowed = append(allowed, ir.DiscriminatorKey{Value: v, Variant: l.variant})
		}
		if first == nil {
			first = k.member(l)
		}
	}
	if first == nil {
		return
	}
	k.diags.Add(diag.Diagnostic{
		Code: "DG0209", Span: k.variants[key.Variant].Span,
		Message: fmt.Sprintf("the page states %q to be %s for this variant, whose own page allows %s; either leads to it",
			k.given.Stated.Name, key.Value, listValues(allowed)),
		Help:    "correct the page that is wrong; a value that another variant has leads to that one",
		Related: []diag.Related{{Span: first.Span, Message: "what the page of the variant says"}},
	})
}

func (k *keeper) sayMissing(variant int) {
	k.diags.Add(diag.Diagnostic{
		Code: "DG0209", Span: k.variants[variant].Span,
		Message: fmt.Sprintf("the page states no value of %q for this variant, and so does not tell the variants apart", k.given.Stated.Name),
		Help:    "add the value",
		Related: []diag.Related{{Span: k.given.Stated.Span, Message: "the member that it states"}},
	})
}
