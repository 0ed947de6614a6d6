package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// A comparison holds two schemas against each other.
type comparison struct {
	*join
	diffs  []Difference
	common map[Fact]int // how often both sides spoke
}

func compare(a, b *ir.Schema) *comparison {
	c := &comparison{join: newJoin(a, b), common: map[Fact]int{}}
	for _, p := range c.pairs {
		c.pair(p)
	}
	c.onlyA = slices.DeleteFunc(c.onlyA, func(m ir.Model) bool { return c.inPlace[m] })
	c.onlyB = slices.DeleteFunc(c.onlyB, func(m ir.Model) bool { return c.inPlace[m] })
	for _, m := range c.onlyA {
		c.diffs = append(c.diffs, Difference{Fact: Models, Model: m.Head().Title, A: titleSide(m)})
	}
	for _, m := range c.onlyB {
		c.diffs = append(c.diffs, Difference{Fact: Models, Model: m.Head().Title, B: titleSide(m)})
	}
	return c
}

func titleSide(m ir.Model) Side { return Side{Text: m.Head().Title, Span: m.Head().Span} }

// check counts a fact of which both sides speak, and keeps d when they differ.
func (c *comparison) check(differ bool, d Difference) {
	c.common[d.Fact]++
	if differ {
		c.diffs = append(c.diffs, d)
	}
}

// pair compares two models of one name.
func (c *comparison) pair(p pair) {
	c.common[Models]++
	if _, opaque := p.a.(*ir.Opaque); opaque {
		return
	}
	if _, opaque := p.b.(*ir.Opaque); opaque {
		return
	}
	oa, okA := p.a.(*ir.Object)
	ob, okB := p.b.(*ir.Object)
	if okA && okB {
		c.objects(p, oa, ob)
		return
	}
	h, a, b := p.a.Head(), bodyOf(p.a), bodyOf(p.b)
	d := Difference{Model: h.Title, A: Side{Span: h.Span}, B: Side{Span: p.b.Head().Span}}
	c.types(p, d, a, b)
}

// types compares two types. d bears all but the fact and the texts.
func (c *comparison) types(p pair, d Difference, a, b ir.Type) {
	fact := c.matcher(p).differ(a, b)
	c.common[Types]++
	if subject := c.factOf(a, b); subject != Types {
		c.common[subject]++
	}
	if fact == 0 {
		return
	}
	d.Fact, d.A.Text, d.B.Text = fact, typeText(a), typeText(b)
	if fact == EnumValues {
		d.A.Text, d.B.Text = missingValues(a, b), missingValues(b, a)
	}
	c.diffs = append(c.diffs, d)
}

// factOf returns the fact that two types speak of together. What references
// to one model speak of is counted once, with the model.
func (c *comparison) factOf(a, b ir.Type) Fact {
	refA, okA := a.(*ir.Ref)
	refB, okB := b.(*ir.Ref)
	switch {
	case okA && okB && c.same(refA, refB):
		return Types
	case constants(a) != nil && constants(b) != nil:
		return EnumValues
	case flatten(a).size() > 1 && flatten(b).size() > 1:
		return Variants
	}
	return Types
}

// objects compares the members of two objects.
func (c *comparison) objects(p pair, a, b *ir.Object) {
	keysA, inA := fieldsByKey(a)
	keysB, inB := fieldsByKey(b)
	for _, key := range keysA {
		f, other := inA[key], inB[key]
		d := Difference{Model: a.Title, Member: f.Name, A: Side{Span: f.Span}}
		if other == nil {
			d.Fact, d.A.Text, d.B.Span = Members, f.Name, b.Span
			c.diffs = append(c.diffs, d)
			continue
		}
		c.common[Members]++
		d.B.Span = other.Span
		c.fields(p, d, f, other)
	}
	for _, key := range keysB {
		if f := inB[key]; inA[key] == nil {
			c.diffs = append(c.diffs, Difference{
				Fact: Members, Model: a.Title, Member: f.Name,
				A: Side{Span: a.Span}, B: Side{Text: f.Name, Span: f.Span},
			})
		}
	}
	if a.Additional != nil && b.Additional != nil {
		d := Difference{Model: a.Title, A: Side{Span: a.Span}, B: Side{Span: b.Span}}
		c.types(p, d, a.Additional, b.Additional)
	}
}

// fields compares a member of two objects.
func (c *comparison) fields(p pair, d Difference, a, b *ir.Field) {
	c.types(p, d, a.Type, b.Type)
	d.Fact, d.A.Text, d.B.Text = Required, requiredText(a.Required), requiredText(b.Required)
	c.check(a.Required != b.Required, d)
	if a.Null != ir.NullUnknown && b.Null != ir.NullUnknown {
		d.Fact, d.A.Text, d.B.Text = Null, nullText(a.Null), nullText(b.Null)
		c.check(a.Null != b.Null, d)
	}
}

// missingValues returns the values that a has and b lacks, as a text.
func missingValues(a, b ir.Type) string {
	var missing []ir.Value
	others := constants(b)
	for _, v := range constants(a) {
		if !slices.ContainsFunc(others, sameText(v)) {
			missing = append(missing, v)
		}
	}
	return valuesText(missing)
}
