package plan

import "github.com/docgen-go/docgen/ir"

// A Check is one thing that Validate looks at: a [*CheckValue],
// [*CheckPresent] or [*CheckConstant].
type Check interface{ isCheck() }

// CheckValue validates the field's value.
type CheckValue struct {
	Form  Form
	Func  string // of the support code, for Call
	ByRef bool
	Elem  Type // whose function is passed on
	// UnlessNull is true where a remembered null excuses the value.
	UnlessNull bool
}

// CheckPresent reports a required field that is nil.
type CheckPresent struct {
	UnlessNull bool
}

// CheckConstant reports a value that is not the constant. An unset value is
// none: it is written as the constant.
type CheckConstant struct {
	Value    ir.Value
	Pointer  bool // the field is a pointer
	Nullable bool // the field is a Nullable
}

func (*CheckValue) isCheck()    {}
func (*CheckPresent) isCheck()  {}
func (*CheckConstant) isCheck() {}

// checksOf returns what Validate looks at in a field.
func checksOf(m member, f Field) []Check {
	var out []Check
	remembered := m.presence.null() == nullRemembered
	_, pointer := f.Type.(*Pointer)
	if isRequiredNil(m) || m.presence == requiredPointer {
		out = append(out, &CheckPresent{UnlessNull: remembered})
	}
	if lit, ok := m.field.Type.(*ir.Literal); ok && !lit.Open && !isForeign(m.typ) {
		out = append(out, &CheckConstant{Value: lit.Value, Pointer: pointer, Nullable: m.presence == optionalNullable})
	}
	if m.presence == optionalZero || m.presence == optionalZeroRemember {
		if hasCheck(f.Type) {
			out = append(out, &CheckValue{Form: Call, Func: "validateUnlessZero", ByRef: true, Elem: f.Type})
		}
		return out
	}
	if check := valueCheck(f.Type); check != nil {
		check.UnlessNull = remembered && !pointer && !isBare(m.typ)
		out = append(out, check)
	}
	return out
}

// isRequiredNil reports whether the member is required and its nil is no value:
// it is written as an empty list or map, or as the null of a chosen pointer.
func isRequiredNil(m member) bool {
	switch t := m.typ.(type) {
	case *Slice, *Map:
		return m.field.Required
	case *Mapped:
		return m.field.Required && t.isPointer()
	}
	return false
}

// valueCheck returns the check of a value of type t, or nil for a type that
// has nothing to check.
func valueCheck(t Type) *CheckValue {
	switch t := t.(type) {
	case *Slice:
		return elementCheck(t.Elem, Models, "validateList")
	case *Pointer:
		return elementCheck(t.Elem, Model, "validateOptional")
	case *Map:
		return elementCheck(t.Elem, Call, "validateMap")
	case *Nullable:
		if check := elementCheck(t.Elem, Call, "validateNullable"); check != nil {
			check.ByRef = true
			return check
		}
	case *Named:
		if check := elementCheck(t, Model, "validateMember"); check != nil {
			check.ByRef = true
			return check
		}
	}
	return nil
}

// elementCheck returns the check of elements that have one: in the given form
// where they validate themselves, else by a generic function.
func elementCheck(elem Type, form Form, generic string) *CheckValue {
	if !hasCheck(elem) {
		return nil
	}
	if named, ok := elem.(*Named); ok && named.Check == CheckMethod && form != Call {
		return &CheckValue{Form: form, Elem: elem}
	}
	return &CheckValue{Form: Call, Func: generic, Elem: elem}
}

// hasCheck reports whether values of t have something to validate.
func hasCheck(t Type) bool {
	switch t := t.(type) {
	case *Scalar:
		return t.Constant != ""
	case *Named:
		return t.Check != ""
	case *Slice:
		return hasCheck(t.Elem)
	case *Map:
		return hasCheck(t.Elem)
	case *Pointer:
		return hasCheck(t.Elem)
	case *Nullable:
		return hasCheck(t.Elem)
	}
	return false
}

// checkedModels returns the models that Validate has something to look at in,
// themselves or further down. It walks from those that have to those that
// refer to them.
func (b *builder) checkedModels(models []ir.Model) map[ir.ID]bool {
	var checking []ir.ID
	for _, m := range models {
		if b.checksItself(m) {
			checking = append(checking, m.Head().ID)
		}
	}
	return leadingTo(checking, b.users)
}

func (b *builder) checksItself(m ir.Model) bool {
	switch m := m.(type) {
	case *ir.Enum:
		return !b.isOpen(m)
	case *ir.Union:
		return true
	case *ir.Object:
		for i := range m.Fields {
			if f := &m.Fields[i]; checksType(f.Type) || f.Required && (isNilable(m.ID, f, b.cyclic) || b.isMappedPointer(m, f)) {
				return true
			}
		}
		return m.Additional != nil && checksType(m.Additional)
	}
	return false
}

// isNilable reports whether the Go of a required field can be nil without
// meaning null.
func isNilable(owner ir.ID, f *ir.Field, cyclic map[edge]bool) bool {
	switch t := f.Type.(type) {
	case *ir.List, *ir.Map:
		return true
	case *ir.Ref:
		return cyclic[edge{owner, t.Model.Head().ID}]
	}
	return false
}

func checksType(t ir.Type) bool {
	switch t := t.(type) {
	case ir.Prim:
		return t == ir.BigInt || t == ir.Decimal
	case *ir.Time, *ir.OneOf:
		return true
	case *ir.Literal:
		return !t.Open
	case *ir.List:
		return checksType(t.Elem)
	case *ir.Map:
		return checksType(t.Elem)
	}
	return false
}
