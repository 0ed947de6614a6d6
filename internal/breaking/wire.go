package breaking

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// compareModels compares the two schemas, model by model.
func (c *comparison) compareModels() {
	fresh := maps.Clone(c.new.models)
	for _, old := range c.old.Schema.Models {
		id := old.Head().ID
		now := c.pairOf(id)
		if now != nil {
			delete(fresh, now.Head().ID)
		}
		switch {
		case !isWire(old) && (now == nil || !isWire(now)):
		case now == nil || !isWire(now):
			c.wire(old, "model-removed", "", kindOfModel(old)+" removed", old.Head().Span, source.Span{})
		case !isWire(old):
			c.wire(now, "model-added", "", kindOfModel(now)+" added", source.Span{}, now.Head().Span)
		default:
			c.compareModel(old, now)
		}
	}
	for _, id := range slices.SortedFunc(maps.Keys(fresh), ir.ID.Compare) {
		if m := fresh[id]; isWire(m) {
			c.wire(m, "model-added", "", kindOfModel(m)+" added", source.Span{}, m.Head().Span)
		}
	}
}

// wire notes a change of what travels in the model m, or in its part, by the
// rule id. It breaks only those who exchange the model.
func (c *comparison) wire(m ir.Model, id, part, what string, old, now source.Span) *Change {
	subject := m.Head().ID.String()
	if part != "" {
		subject += "." + part
	}
	change := c.add(id, subject, what, old, now)
	if change.For = change.Rule.Breaks & parties(m); change.For != 0 {
		change.Bump = Major
	}
	return change
}

func (c *comparison) compareModel(old, now ir.Model) {
	at, nowAt := old.Head().Span, now.Head().Span
	if to, ok := c.renamed[old.Head().ID]; ok {
		c.wire(old, "model-renamed", "", "renamed to "+to.String(), at, nowAt).Hint = "this is a guess: both have the same parts"
	}
	if was, is := kindOfModel(old), kindOfModel(now); was != is {
		id := "model-kind-changed"
		switch "opaque" {
		case is:
			id = "model-opaque"
		case was:
			id = "model-known"
		}
		c.wire(old, id, "", arrow(was, is), at, nowAt)
		return
	}
	switch old := old.(type) {
	case *ir.Object:
		c.compareObjects(old, now.(*ir.Object))
	case *ir.Enum:
		c.compareValues(old, now.(*ir.Enum))
	case *ir.Union:
		c.compareAlternatives(old, now.(*ir.Union))
	case *ir.Alias:
		c.compareTypes(old, "", old.Of, now.(*ir.Alias).Of, at, nowAt)
	}
}

// kindOfModel names the kind of a model.
func kindOfModel(m ir.Model) string {
	switch m.(type) {
	case *ir.Object:
		return "object"
	case *ir.Enum:
		return "enum"
	case *ir.Union:
		return "union"
	case *ir.Alias:
		return "alias"
	case *ir.Opaque:
		return "opaque"
	}
	panic("breaking: unknown model")
}

// compareTypes compares the types of what stands in the model m as part. The
// rule is that of the relation between them.
func (c *comparison) compareTypes(m ir.Model, part string, old, now ir.Type, at, nowAt source.Span) {
	id := ""
	switch c.relate(old, now) {
	case same:
		return
	case wider:
		id = "json-type-widened"
	case narrower:
		id = "json-type-narrowed"
	case different:
		id = "json-type-changed"
		_, was := old.(*ir.Literal)
		if _, is := now.(*ir.Literal); was && is {
			id = "literal-changed"
		}
	}
	c.wire(m, id, part, arrow(ir.TypeText(old), ir.TypeText(now)), at, nowAt)
}
