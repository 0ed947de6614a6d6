package plan

import (
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// A UnionShape is what the decoder knows of a union's variants.
type UnionShape struct {
	Discriminator string // JSON name; empty for none
	Variants      []*Shape
}

// A Shape is what tells the JSON of one variant from that of another.
type Shape struct {
	Kinds  string // the support constant for the JSON kind; empty for a nested union
	Table  string // the struct whose table describes the members; empty for none
	Format string // the support constant for a format; empty for none
	Enum   []ir.Value
	Const  ir.Value   // the only value; empty for none
	Values []ir.Value // of the discriminator
	Elem   *Shape     // of a list or map
	Union  string     // the nested union
	keys   string     // what identifies the object's members
}

var kindConstants = map[byte]string{
	's': "kindString", 'i': "kindInteger", 'n': "kindNumber", 'd': "kindDecimal", 'b': "kindBoolean",
	'a': "kindArray", 'o': "kindObject", '*': "kindAny",
}

// shapeOf returns the shape of t. Lists of lists of the same alias end at the
// second time round.
func (b *builder) shapeOf(t ir.Type, seen map[ir.ID]bool) *Shape {
	shape := &Shape{Kinds: kindConstants[kindOf(t)]}
	switch t := t.(type) {
	case *ir.Literal:
		shape.Const = t.Value
	case *ir.Time:
		shape.Format = "formatDateTime"
		if t.Format == ir.Date {
			shape.Format = "formatDate"
		}
		if !t.Certain {
			shape.Format = "formatTime"
		}
	case *ir.List:
		shape.Elem = b.elemShape(t.Elem, seen)
	case *ir.Map:
		shape.Elem = b.elemShape(t.Elem, seen)
	case *ir.Ref:
		return b.modelShape(t.Model, shape, seen)
	}
	return shape
}

// elemShape returns the shape of elements of type t. Those that are of the union
// which is being planned, or lead back to it, may be anything: Go does not
// initialize a variable with itself.
func (b *builder) elemShape(t ir.Type, seen map[ir.ID]bool) *Shape {
	shape := b.shapeOf(t, seen)
	if ref, ok := t.(*ir.Ref); ok && shape.Union != "" && b.union != (ir.ID{}) {
		target := unalias(ref.Model)
		if target != nil && b.circles[target.Head().ID] == b.circles[b.union] {
			return &Shape{Kinds: kindConstants['*']}
		}
	}
	return shape
}

func (b *builder) modelShape(m ir.Model, shape *Shape, seen map[ir.ID]bool) *Shape {
	switch m := m.(type) {
	case *ir.Object:
		if m.Role != ir.RoleParameters {
			shape.Table = b.names[m.ID]
			shape.keys = objectKeys(m)
		}
	case *ir.Enum:
		for _, v := range m.Values {
			shape.Enum = append(shape.Enum, v.Value)
		}
	case *ir.Union:
		return &Shape{Union: b.names[m.ID]}
	case *ir.Alias:
		if !seen[m.ID] {
			seen[m.ID] = true
			return b.shapeOf(m.Of, seen)
		}
	}
	return shape
}

func objectKeys(o *ir.Object) string {
	var keys []string
	for _, f := range o.Fields {
		key := fmt.Sprintf("%q %v %c", f.Wire.Name, f.Required, kindOf(f.Type))
		if lit, ok := f.Type.(*ir.Literal); ok {
			key += string(lit.Value)
		}
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return fmt.Sprint(keys)
}

// same reports whether JSON of s could always be JSON of o as well.
func (s *Shape) same(o *Shape) bool {
	if !s.isOfKind(o) || s.Union != o.Union || s.Format != o.Format || s.keys != o.keys || s.Const != o.Const {
		return false
	}
	if !slices.Equal(s.Enum, o.Enum) {
		return false
	}
	if s.Elem == nil || o.Elem == nil {
		return s.Elem == o.Elem
	}
	return s.Elem.same(o.Elem)
}

// isOfKind reports whether values of the JSON kind of s are of that of o, too.
func (s *Shape) isOfKind(o *Shape) bool {
	return s.Kinds == o.Kinds || s.Kinds == kindConstants['n'] && o.Kinds == kindConstants['d']
}
