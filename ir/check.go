package ir

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"
)

// Check returns what is wrong with s as a schema, or nil: everything that the
// stages behind the parser take for granted. Whatever the pages say, a failed
// check is a mistake of the code that built s.
func (s *Schema) Check() error {
	c := &checker{models: make(map[ID]Model, len(s.Models))}
	for i, m := range s.Models {
		id := m.Head().ID
		if i > 0 && s.Models[i-1].Head().ID.Compare(id) >= 0 {
			c.failf("%s: not in order, or twice", id)
		}
		c.models[id] = m
	}
	for _, m := range s.Models {
		c.model(m)
	}
	for i := 1; i < len(s.Skipped); i++ {
		if s.Skipped[i-1].File > s.Skipped[i].File {
			c.failf("skipped %s: not in order", s.Skipped[i].File)
		}
	}
	return errors.Join(c.errs...)
}

type checker struct {
	models map[ID]Model
	at     ID
	errs   []error
}

func (c *checker) failf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

func (c *checker) model(m Model) {
	h := m.Head()
	c.at = h.ID
	if h.Role < RoleModel || h.Role > RoleEnvelope {
		c.failf("%s: role %d", h.ID, h.Role)
	}
	if h.ID.Name == "" || !utf8.ValidString(h.Title) {
		c.failf("%s: no name, or a title that is not UTF-8", h.ID)
	}
	switch m := m.(type) {
	case *Object:
		c.fields(m)
	case *Enum:
		c.enum(m)
	case *Union:
		c.union(m)
	case *Alias:
		c.alias(m)
	case *Opaque:
		if m.Reason == "" {
			c.failf("%s: opaque without a reason", c.at)
		}
	}
	for t := range Types(m) {
		c.typ(t)
	}
}

func (c *checker) fields(m *Object) {
	for _, f := range m.Fields {
		if f.Name == "" || f.Wire.Name == "" {
			c.failf("%s: a field without a name", c.at)
		}
		if !utf8.ValidString(f.Wire.Name) {
			c.failf("%s: field %q: a JSON name that is not UTF-8", c.at, f.Name)
		}
		if f.Wire.Evidence < Inferred || f.Wire.Evidence > Guessed {
			c.failf("%s: field %q: evidence %d", c.at, f.Name, f.Wire.Evidence)
		}
		c.null(f.Null)
	}
}

func (c *checker) enum(m *Enum) {
	if m.Of != String && m.Of != Int64 && m.Of != Float64 {
		c.failf("%s: an enum of %s", c.at, TypeText(m.Of))
	}
	for _, v := range m.Values {
		c.value(v.Value)
		if v.Value.IsString() != (m.Of == String) {
			c.failf("%s: value %s in an enum of %s", c.at, v.Value, TypeText(m.Of))
		}
	}
}

func (c *checker) union(m *Union) {
	if len(m.Variants) < 2 {
		c.failf("%s: a union of %d", c.at, len(m.Variants))
	}
	c.discriminator(m.Discriminator, len(m.Variants))
}

// discriminator checks d, which may be nil, of a union of so many variants.
func (c *checker) discriminator(d *Discriminator, variants int) {
	if d == nil {
		return
	}
	if d.Stated != nil && d.Stated.Name == "" {
		c.failf("%s: a discriminator is stated without a name", c.at)
	}
	seen := map[Value]bool{}
	for _, k := range d.Values {
		c.value(k.Value)
		if k.Variant < 0 || k.Variant >= variants {
			c.failf("%s: discriminator %s leads to variant %d", c.at, k.Value, k.Variant)
		}
		if seen[k.Value] {
			c.failf("%s: discriminator %s leads to two variants", c.at, k.Value)
		}
		seen[k.Value] = true
	}
}

// alias looks for m in what m stands for: an alias that came back to itself
// without an object or a union on the way would have a type without an end.
func (c *checker) alias(m *Alias) {
	seen := map[ID]bool{}
	next := []*Alias{m}
	for len(next) > 0 {
		alias := next[0]
		next = next[1:]
		for ref := range Refs(alias) {
			if ref.ID == m.ID {
				c.failf("%s: an alias of itself", c.at)
				return
			}
			if to, ok := ref.Model.(*Alias); ok && !seen[ref.ID] {
				seen[ref.ID] = true
				next = append(next, to)
			}
		}
	}
}

func (c *checker) typ(t Type) {
	if t == nil {
		c.failf("%s: no type", c.at)
		return
	}
	Walk(t, func(t Type) {
		switch t := t.(type) {
		case nil:
			c.failf("%s: no type", c.at)
		case Prim:
			if t < String || t > Any {
				c.failf("%s: primitive type %d", c.at, t)
			}
		case *Time:
			if t.Format != DateTime && t.Format != Date {
				c.failf("%s: time format %d", c.at, t.Format)
			}
		case *Literal:
			c.value(t.Value)
		case *List:
			c.null(t.Null)
		case *Map:
			c.null(t.Null)
		case *OneOf:
			if len(t.Variants) < 2 {
				c.failf("%s: a union of %d in place", c.at, len(t.Variants))
			}
			c.discriminator(t.Discriminator, len(t.Variants))
		case *Ref:
			c.ref(t)
		}
	})
}

func (c *checker) ref(t *Ref) {
	if t.Model == nil {
		c.failf("%s: reference to %s is not resolved", c.at, t.ID)
	} else if c.models[t.ID] != t.Model {
		c.failf("%s: reference to %s leads out of the schema", c.at, t.ID)
	}
}

func (c *checker) null(n Null) {
	if n < NullUnknown || n > NullYes {
		c.failf("%s: null %d", c.at, n)
	}
}

func (c *checker) value(v Value) {
	if !json.Valid([]byte(v)) {
		c.failf("%s: value %q is not JSON", c.at, string(v))
	}
}
