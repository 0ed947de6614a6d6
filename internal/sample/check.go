package sample

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// pointerToken escapes a member's name for a JSON pointer.
var pointerToken = strings.NewReplacer("~", "~0", "/", "~1")

// model holds a value against a model.
func (c *checker) model(m ir.Model, v value, at place) {
	switch m := m.(type) {
	case *ir.Object:
		c.object(m, v, at)
	case *ir.Enum:
		c.enum(m, v, at)
	case *ir.Union:
		c.union(m.Variants, m.Discriminator, v, at)
	case *ir.Alias:
		c.typed(m.Of, v, at)
	}
}

// typed holds a value against a type.
func (c *checker) typed(t ir.Type, v value, at place) {
	switch t := t.(type) {
	case ir.Prim:
		c.prim(t, v, at)
	case *ir.Time:
		c.time(t, v, at)
	case *ir.Literal:
		c.literal(t, v, at)
	case *ir.List:
		if c.want(kindList, v, at) {
			for _, item := range v.items {
				c.element(t.Elem, t.Null, item, at.element())
			}
		}
	case *ir.Map:
		if c.want(kindObject, v, at) {
			c.duplicates(v, at)
			for _, m := range v.members {
				c.element(t.Elem, t.Null, m.value, at.element())
			}
		}
	case *ir.OneOf:
		c.union(t.Variants, t.Discriminator, v, at)
	case *ir.Ref:
		c.model(t.Model, v, at)
	}
}

// element holds an element of a list or a map against its type.
func (c *checker) element(t ir.Type, null ir.Null, v value, at place) {
	if v.kind != kindNull || t == ir.Any {
		c.typed(t, v, at)
		return
	}
	c.null(null, v, at)
}

// null judges a null.
func (c *checker) null(null ir.Null, v value, at place) {
	if null == ir.NullNo {
		c.report("DG0807", at, v, "null, where the page allows none", "")
	}
}

// want reports whether v is of a kind, and says so where it is not.
func (c *checker) want(k kind, v value, at place) bool {
	if v.kind != k {
		c.mismatch(kindNames[k], v, at)
	}
	return v.kind == k
}

func (c *checker) mismatch(wanted string, v value, at place) {
	c.report("DG0803", at, v, fmt.Sprintf("%s, where the page says %s", kindNames[v.kind], wanted), "")
}

// enum holds a value against an enum.
func (c *checker) enum(m *ir.Enum, v value, at place) {
	wanted := kindNumber
	if m.Of == ir.String {
		wanted = kindString
	}
	if !c.want(wanted, v, at) {
		return
	}
	for _, known := range m.Values {
		if equal(known.Value, v) {
			return
		}
	}
	c.report("DG0802", at, v, fmt.Sprintf("%s is no value of %s", shown(v), m.Title), "")
}

// literal holds a value against a constant.
func (c *checker) literal(t *ir.Literal, v value, at place) {
	if !equal(t.Value, v) && !(t.Open && v.kind == kindString == t.Value.IsString()) {
		c.report("DG0802", at, v, fmt.Sprintf("%s, where the page says %s", shown(v), t.Value), "")
	}
}

// equal reports whether v is the scalar that known stands for.
func equal(known ir.Value, v value) bool {
	var want any
	dec := json.NewDecoder(strings.NewReader(string(known)))
	dec.UseNumber()
	return dec.Decode(&want) == nil && v.kind != kindObject && v.kind != kindList && want == v.token
}

// shown returns a scalar as JSON.
func shown(v value) string {
	text, err := json.Marshal(v.token)
	if err != nil {
		return kindNames[v.kind]
	}
	return string(text)
}

// duplicates says which names an object has twice.
func (c *checker) duplicates(v value, at place) {
	seen := make(map[string]bool, len(v.members))
	for _, m := range v.members {
		if seen[m.name] {
			c.report("DG0809", at.member(m.name, at.page), m.value, "the member stands here twice", "")
		}
		seen[m.name] = true
	}
}
