package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/gotype"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

// A TypeRule says which Go type stands for a documented type, or for a field.
type TypeRule struct {
	For  string // one of DocumentedTypes, or a field as "components/card.Meta"
	Type gotype.Type
	Span source.Span // in the configuration; may be zero
}

// DocumentedTypes are the documented types that a [TypeRule] can be for.
func DocumentedTypes() []string {
	var names []string
	for p := ir.String; p <= ir.Any; p++ {
		if p != ir.Stream {
			names = append(names, ir.TypeText(p))
		}
	}
	return append(names, dateName, dateTimeName)
}

const (
	dateName     = "date"
	dateTimeName = "date-time"
)

// A Mapped is a type that the user has chosen. What is known of it is what
// package encoding/json makes of it.
type Mapped struct {
	Type  gotype.Type
	label string // for typeLabel
}

// A Wrapped is an instance of the user's generic type for optional members.
type Wrapped struct {
	Of   *gotype.Name
	Elem Type
}

func (*Mapped) isType()  {}
func (*Wrapped) isType() {}

// isReferring reports whether no methods can be declared for a type declared
// over t.
func (t *Mapped) isReferring() bool {
	switch t := t.Type.(type) {
	case *gotype.Pointer:
		return true
	case *gotype.Name:
		return t.Path == "" && t.Name == "any"
	}
	return false
}

// isPointer reports whether t is a pointer type.
func (t *Mapped) isPointer() bool {
	_, ok := t.Type.(*gotype.Pointer)
	return ok
}

// isNilable reports whether nil is a value of t.
func (t *Mapped) isNilable() bool {
	switch t.Type.(type) {
	case *gotype.Slice, *gotype.Map:
		return true
	}
	return t.isReferring()
}

// mappedTypes returns the types of the rules by what the rules are for. Types
// whose labels could be taken for one another, or for that of a list of one
// another, have their whole expression in it.
func mappedTypes(rules []TypeRule) map[string]*Mapped {
	byStem := map[string]map[string]bool{}
	for _, r := range rules {
		stem := labelStem(gotype.Label(r.Type))
		if byStem[stem] == nil {
			byStem[stem] = map[string]bool{}
		}
		byStem[stem][r.Type.String()] = true
	}
	out := make(map[string]*Mapped, len(rules))
	for _, r := range rules {
		m := &Mapped{Type: r.Type, label: gotype.Label(r.Type)}
		if len(byStem[labelStem(m.label)]) > 1 {
			m.label += "_" + escape(r.Type.String())
		}
		out[r.For] = m
	}
	return out
}

// labelStem takes off a label what typeLabel may put behind it.
func labelStem(label string) string {
	for {
		stem := label
		for _, suffix := range []string{"List", "Map", "Pointer", "Nullable"} {
			stem = strings.TrimSuffix(stem, suffix)
		}
		if stem == label {
			return stem
		}
		label = stem
	}
}

// mappedType returns the type that a rule gives the documented type, or nil.
func (b *builder) mappedType(t ir.Type) Type {
	if len(b.mapped) == 0 {
		return nil
	}
	name := ""
	switch t := t.(type) {
	case ir.Prim:
		name = ir.TypeText(t)
	case *ir.Time:
		name = dateTimeName
		if t.Format == ir.Date {
			name = dateName
		}
	}
	if m := b.mapped[name]; m != nil {
		return orScalar(m, t)
	}
	return nil
}

// orScalar returns the scalar that carries values of t in the mapped type, or
// the mapped type itself where that is none.
func orScalar(m *Mapped, t ir.Type) Type {
	text := m.Type.String()
	for _, s := range []*Scalar{stringType, boolType, intType, floatType, numberType, bytesType, rawType} {
		own := s.Name
		if s.Path != "" {
			own = s.Path + "." + own
		}
		if own == text && carries(s, t) {
			return s
		}
	}
	return m
}

// carries reports whether the codec of s is one for the JSON of t.
func carries(s *Scalar, t ir.Type) bool {
	switch t := t.(type) {
	case ir.Prim:
		if kind := primKind(t); kind == 'i' || kind == 'n' || kind == 'd' {
			return s == intType || s == floatType || s == numberType
		}
		return s == primType(t)
	case *ir.Time:
		return s == stringType
	}
	return false
}

// unmapped returns the type of t without regard to the rules.
func (b *builder) unmapped(t ir.Type, owner, part string) Type {
	mapped := b.mapped
	b.mapped = nil
	defer func() { b.mapped = mapped }()
	return b.typeOf(t, owner, part)
}

// fieldTypeOf returns the type of a field's values.
func (b *builder) fieldTypeOf(o *ir.Object, f *ir.Field, owner, part string) Type {
	if len(b.mapped) > 0 {
		if m := b.mapped[wire.Selector(o.ID, f.Name)]; m != nil {
			return orScalar(m, f.Type)
		}
	}
	return b.typeOf(f.Type, owner, part)
}

// isMappedPointer reports whether a rule makes f a pointer.
func (b *builder) isMappedPointer(o *ir.Object, f *ir.Field) bool {
	if len(b.mapped) == 0 {
		return false
	}
	if m := b.mapped[wire.Selector(o.ID, f.Name)]; m != nil {
		return m.isPointer()
	}
	m, ok := b.mappedType(f.Type).(*Mapped)
	return ok && m.isPointer()
}

// Check reports, with its place, the first rule that the schema gives no sense
// to: one for a field or a type that there is not, or a tag that has no value
// for some field.
func (o Options) Check(schema *ir.Schema) error {
	if len(o.Types) == 0 && len(o.Tags) == 0 {
		return nil
	}
	names := DocumentedTypes()
	var fields []string
	for _, m := range schema.Models {
		if object, ok := m.(*ir.Object); ok {
			if err := o.checkTags(object); err != nil {
				return err
			}
			for _, f := range object.Fields {
				fields = append(fields, wire.Selector(object.ID, f.Name))
			}
		}
	}
	for _, r := range o.Types {
		switch {
		case slices.Contains(names, r.For), slices.Contains(fields, r.For):
		case strings.Contains(r.For, "."):
			help := "docgen names --all lists the fields"
			if near := naming.Nearest(r.For, fields); near != "" {
				help = "is it " + near + "?"
			}
			return fmt.Errorf("%sno field is called %s; %s", place(r.Span), r.For, help)
		default:
			return fmt.Errorf("%sno documented type is called %s; they are %s", place(r.Span), r.For, naming.List(names))
		}
	}
	return nil
}

func place(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	return s.Position().String() + ": "
}
