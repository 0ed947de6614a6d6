package breaking

import (
	"fmt"
	"reflect"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

func (c *comparison) compareObjects(old, now *ir.Object) {
	members, printed := membersOf(now)
	was, _ := membersOf(old)
	taken := map[string]bool{}
	for i := range old.Fields {
		f := &old.Fields[i]
		if was[f.Wire.Name] != f {
			continue
		}
		g := members[f.Wire.Name]
		if g == nil {
			if g = printed[f.Name]; g != nil && was[g.Wire.Name] == nil && !taken[g.Wire.Name] {
				c.wire(old, "member-renamed", f.Wire.Name, "renamed to "+g.Wire.Name, f.Span, g.Span)
			} else {
				c.removeMember(old, now, was, f)
				continue
			}
		}
		taken[g.Wire.Name] = true
		c.compareMember(old, f, g)
	}
	for i := range now.Fields {
		g := &now.Fields[i]
		if members[g.Wire.Name] == g && !taken[g.Wire.Name] {
			c.addMember(now, g)
		}
	}
	c.compareCatchAll(old, now)
}

// membersOf returns the members of an object that travel, by their JSON names
// and by their printed names. Of those with one name, the first one counts.
func membersOf(o *ir.Object) (byWire, byName map[string]*ir.Field) {
	byWire, byName = map[string]*ir.Field{}, map[string]*ir.Field{}
	for i := range o.Fields {
		f := &o.Fields[i]
		if !travels(f.Type) {
			continue
		}
		if byWire[f.Wire.Name] == nil {
			byWire[f.Wire.Name] = f
		}
		if byName[f.Name] == nil {
			byName[f.Name] = f
		}
	}
	return byWire, byName
}

// travels reports whether values of t travel as JSON.
func travels(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.External:
		return false
	case *ir.Ref:
		return isWire(t.Model)
	}
	return true
}

func (c *comparison) removeMember(old, now *ir.Object, was map[string]*ir.Field, f *ir.Field) {
	change := c.wire(old, "member-removed", f.Wire.Name, presence(f)+" member removed", f.Span, source.Span{})
	var alike []string
	for i := range now.Fields {
		g := &now.Fields[i]
		if was[g.Wire.Name] == nil && c.relate(f.Type, g.Type) == same && !f.Doc.IsZero() && reflect.DeepEqual(f.Doc, g.Doc) {
			alike = append(alike, g.Wire.Name)
		}
	}
	if len(alike) == 1 {
		change.Hint = fmt.Sprintf("it may be %s instead: that has the same type and description", alike[0])
	}
}

func (c *comparison) addMember(now *ir.Object, g *ir.Field) {
	id := "member-added"
	if g.Required {
		id = "required-member-added"
	}
	c.wire(now, id, g.Wire.Name, presence(g)+" member added", source.Span{}, g.Span)
}

func presence(f *ir.Field) string {
	if f.Required {
		return "required"
	}
	return "optional"
}

func (c *comparison) compareMember(old *ir.Object, f, g *ir.Field) {
	name := g.Wire.Name
	switch {
	case f.Required && !g.Required:
		c.wire(old, "member-optional", name, arrow("required", "optional"), f.Span, g.Span)
	case !f.Required && g.Required:
		c.wire(old, "member-required", name, arrow("optional", "required"), f.Span, g.Span)
	}
	if f.Null != g.Null {
		c.wire(old, nullRule(f.Null, g.Null), name, arrow(nullTexts[f.Null], nullTexts[g.Null]), f.Span, g.Span)
	}
	c.compareTypes(old, name, f.Type, g.Type, f.Span, g.Span)
}

var nullTexts = map[ir.Null]string{ir.NullUnknown: "null unknown", ir.NullNo: "never null", ir.NullYes: "null allowed"}

// nullRule returns the rule by which two different answers differ.
func nullRule(old, now ir.Null) string {
	switch {
	case now == ir.NullYes:
		return "null-allowed"
	case old == ir.NullYes && now == ir.NullNo:
		return "null-refused"
	}
	return "null-uncertain"
}

// compareCatchAll compares what the pages say of members that they do not name.
func (c *comparison) compareCatchAll(old, now *ir.Object) {
	at, nowAt := old.Span, now.Span
	const part = "*"
	switch {
	case old.Additional == nil && now.Additional == nil:
	case now.Additional == nil:
		c.wire(old, "additional-removed", part, "other members no longer mentioned", at, nowAt)
	case old.Additional == nil:
		c.wire(old, "additional-added", part, "other members mentioned", at, nowAt)
	default:
		c.compareTypes(old, part, old.Additional, now.Additional, at, nowAt)
	}
}
