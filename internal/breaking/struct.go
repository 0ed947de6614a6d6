package breaking

import (
	"fmt"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
)

func (c *comparison) compareStructs(old, now *plan.Struct) {
	at, nowAt := c.old.span(old.Name), c.new.span(now.Name)
	switch {
	case old.Plain && !now.Plain:
		c.add("methods-added", old.Name, "methods for JSON added", at, nowAt)
	case !old.Plain && now.Plain:
		c.add("methods-removed", old.Name, "methods for JSON removed", at, nowAt)
	}
	if c.old.isComparableDecl(old) && !c.new.isComparableDecl(now) {
		c.add("struct-not-comparable", old.Name, "no longer comparable", at, nowAt)
	}
	c.compareFields(old, now)
	c.compareAdditional(old, now)
	c.compareMemory(old.Name, "Nulls", nullsType(old), nullsType(now))
	c.compareMemory(old.Name, "Spellings", spellingsType(old), spellingsType(now))
}

func (c *comparison) compareFields(old, now *plan.Struct) {
	fields := fieldsByName(now)
	for _, f := range old.Fields {
		subject, span := old.Name+"."+f.Name, c.old.fieldSpan(old.Name, f)
		g, ok := fields[f.Name]
		if !ok {
			removed := c.add("field-removed", subject, "removed", span, source.Span{})
			removed.Hint = fieldHint(f, old, now)
			continue
		}
		nowSpan := c.new.fieldSpan(now.Name, g)
		if !c.sameType(f.Type, g.Type) {
			c.add("field-type-changed", subject, typeArrow(f.Type, g.Type), span, nowSpan)
		}
		c.compareDocs(subject, f.Doc, g.Doc, span, nowSpan)
	}
	was := fieldsByName(old)
	for _, g := range now.Fields {
		if _, ok := was[g.Name]; !ok {
			c.add("field-added", now.Name+"."+g.Name, "added as "+goText(g.Type, nil), source.Span{}, c.new.fieldSpan(now.Name, g))
		}
	}
}

func fieldsByName(s *plan.Struct) map[string]plan.Field {
	out := map[string]plan.Field{}
	for _, f := range s.Fields {
		out[f.Name] = f
	}
	return out
}

// fieldHint says which field a field that is gone may have become: the one
// that has its JSON name or, failing that, the only one that is added with its
// type and its description.
func fieldHint(gone plan.Field, old, now *plan.Struct) string {
	was := fieldsByName(old)
	var alike []string
	for _, g := range now.Fields {
		switch _, before := was[g.Name]; {
		case before:
		case g.Wire == gone.Wire:
			return fmt.Sprintf("the member %q is %s instead", g.Wire, g.Name)
		case goText(g.Type, nil) == goText(gone.Type, nil) && sameDoc(gone.Doc, g.Doc):
			alike = append(alike, g.Name)
		}
	}
	if len(alike) == 1 {
		return fmt.Sprintf("it may be %s instead: that has the same type and description", alike[0])
	}
	return ""
}

// compareAdditional compares the fields for the members that the page does
// not name.
func (c *comparison) compareAdditional(old, now *plan.Struct) {
	subject := old.Name + ".AdditionalProperties"
	was, is := additionalType(old), additionalType(now)
	at, nowAt := c.old.span(old.Name), c.new.span(now.Name)
	switch {
	case was == nil && is == nil:
	case is == nil:
		c.add("field-removed", subject, "removed", at, source.Span{})
	case was == nil:
		c.add("field-added", subject, "added as "+goText(is, nil), source.Span{}, nowAt)
	case !c.sameType(was, is):
		c.add("field-type-changed", subject, typeArrow(was, is), at, nowAt)
	}
}

func additionalType(s *plan.Struct) plan.Type {
	if s.Additional == nil || s.Plain {
		return nil
	}
	return &plan.Map{Elem: s.Additional.Elem}
}

// nullsType returns the type of the field that remembers nulls, or "".
func nullsType(s *plan.Struct) string {
	switch s.NullWords {
	case 0:
		return ""
	case 1:
		return "NullSet"
	}
	return fmt.Sprintf("[%d]NullSet", s.NullWords)
}

// spellingsType returns the type of the field that remembers spellings, or "".
func spellingsType(s *plan.Struct) string {
	if s.Spellings {
		return "Spellings"
	}
	return ""
}

// compareMemory compares the types of a field that remembers how members
// arrived; "" is none.
func (c *comparison) compareMemory(owner, field, old, now string) {
	subject := owner + "." + field
	at, nowAt := c.old.span(owner), c.new.span(owner)
	switch {
	case old == now:
	case now == "":
		c.add("memory-removed", subject, "removed", at, source.Span{})
	case old == "":
		c.add("memory-added", subject, "added", source.Span{}, nowAt)
	default:
		c.add("memory-type-changed", subject, arrow(old, now), at, nowAt)
	}
}
