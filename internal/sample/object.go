package sample

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

// object holds a value against an object: the members that it has, and then
// those that it lacks.
func (c *checker) object(o *ir.Object, v value, at place) {
	if !c.want(kindObject, v, at) {
		return
	}
	c.duplicates(v, at)
	fields := make(map[string]*ir.Field, len(o.Fields))
	for i := range o.Fields {
		fields[o.Fields[i].Wire.Name] = &o.Fields[i]
	}
	present := make(map[*ir.Field]bool, len(fields))
	for _, m := range v.members {
		if f := fields[m.name]; f != nil {
			present[f] = true
			c.field(f, m.value, at.member(m.name, f.Span))
		}
	}
	for _, m := range v.members {
		if fields[m.name] == nil {
			c.unnamed(o, present, m, at)
		}
	}
	for i := range o.Fields {
		if f := &o.Fields[i]; f.Required && !present[f] && !isExternal(f.Type) {
			c.report("DG0804", at.member(f.Wire.Name, f.Span), value{start: v.start, end: v.start + 1}, "the required member is missing", "")
		}
	}
}

func isExternal(t ir.Type) bool {
	_, ok := t.(*ir.External)
	return ok
}

// field holds a member's value against its field.
func (c *checker) field(f *ir.Field, v value, at place) {
	if v.kind == kindNull && f.Type != ir.Any {
		c.null(f.Null, v, at)
		return
	}
	c.typed(f.Type, v, at)
}

// unnamed judges a member that no field has the name of: it may be a field
// under its real name, which the payload proves.
func (c *checker) unnamed(o *ir.Object, present map[*ir.Field]bool, m member, at place) {
	name := value{start: m.at, end: m.value.start}
	for i := range o.Fields {
		f := &o.Fields[i]
		if present[f] || naming.Fold(f.Wire.Name) != naming.Fold(m.name) {
			continue
		}
		present[f] = true
		c.report("DG0805", at.member(m.name, f.Span), name,
			fmt.Sprintf("this is what the field %q is called in JSON, not %q", f.Name, f.Wire.Name),
			fmt.Sprintf("pin it in docgen.yaml, under names: %s: %s", wire.Selector(o.ID, f.Name), m.name))
		c.field(f, m.value, at.member(m.name, f.Span))
		return
	}
	if o.Additional == nil {
		c.report("DG0801", at.member(m.name, o.Span), name, fmt.Sprintf("%s has no such member", o.Title), "")
		return
	}
	c.element(o.Additional, ir.NullUnknown, m.value, at.member(m.name, o.Span))
}
