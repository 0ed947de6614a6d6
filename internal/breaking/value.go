package breaking

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// compareValues compares the values of an enum. Two values are one that has
// changed where the pages print the same name for them.
func (c *comparison) compareValues(old, now *ir.Enum) {
	at, nowAt := old.Span, now.Span
	if old.Of != now.Of {
		c.wire(old, "enum-kind-changed", "", arrow(ir.TypeText(old.Of), ir.TypeText(now.Of)), at, nowAt)
	}
	switch {
	case now.Open && !old.Open:
		c.wire(old, "enum-opened", "", "values may be added", at, nowAt)
	case old.Open && !now.Open:
		c.wire(old, "enum-closed", "", "values may no longer be added", at, nowAt)
	}
	values, printed := valuesOf(now)
	was, _ := valuesOf(old)
	taken := map[ir.Value]bool{}
	for i := range old.Values {
		v := &old.Values[i]
		if was[v.Value] != v || values[v.Value] != nil {
			continue
		}
		if w := printed[v.Name]; w != nil && was[w.Value] == nil && !taken[w.Value] {
			taken[w.Value] = true
			c.wire(old, "value-changed", "", "value "+v.Name+": "+arrow(string(v.Value), string(w.Value)), v.Span, w.Span)
			continue
		}
		c.wire(old, "value-removed", "", fmt.Sprintf("value %s removed", v.Value), v.Span, source.Span{})
	}
	for i := range now.Values {
		w := &now.Values[i]
		if values[w.Value] == w && was[w.Value] == nil && !taken[w.Value] {
			c.wire(now, "value-added", "", fmt.Sprintf("value %s added", w.Value), source.Span{}, w.Span)
		}
	}
}

// valuesOf returns the values of an enum as they travel, and by the names that
// the page prints, where it does.
func valuesOf(e *ir.Enum) (byValue map[ir.Value]*ir.EnumValue, byName map[string]*ir.EnumValue) {
	byValue, byName = map[ir.Value]*ir.EnumValue{}, map[string]*ir.EnumValue{}
	for i := range e.Values {
		v := &e.Values[i]
		if byValue[v.Value] == nil {
			byValue[v.Value] = v
		}
		if v.Name != "" && byName[v.Name] == nil {
			byName[v.Name] = v
		}
	}
	return byValue, byName
}
