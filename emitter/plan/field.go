package plan

import "github.com/docgen-go/docgen/ir"

// A presence is how a member may be missing or null, in the Go of the field.
type presence int

const (
	required                 presence = iota // the value itself
	requiredAnything                         // the value can itself be null
	requiredConstant                         // the value, written when it is unset too
	requiredConstantRemember                 // the same, and a null is remembered
	requiredPointer                          // a pointer, because the type holds itself
	requiredOrNull                           // a pointer, nil is null
	requiredRemember                         // the value, and a null is remembered
	optional                                 // a pointer, or nil where the type has one
	optionalRemember                         // the same, and a null is remembered
	optionalNullable                         // Nullable
	optionalAnything                         // the value can itself be null
	optionalZero                             // the value itself, its zero value is absent
	optionalZeroRemember                     // the same, and a null is remembered
)

// zeroPresences are the presences of optional members that become values, and
// which they have then.
var zeroPresences = map[presence]presence{optional: optionalZero, optionalRemember: optionalZeroRemember}

// The bytes of Table.Nulls: what the decoder does with a null.
const (
	nullRefused    = '-' // it is a violation
	nullZero       = 'n' // the zero value stands for it
	nullRemembered = 'r' // a bit of the NullSet stands for it
	nullPassed     = 'v' // the member's own decoder takes it
)

func (p presence) null() byte {
	switch p {
	case requiredOrNull:
		return nullZero
	case requiredRemember, requiredConstantRemember, optionalRemember, optionalZeroRemember:
		return nullRemembered
	case requiredAnything, optionalNullable, optionalAnything:
		return nullPassed
	}
	return nullRefused
}

// presenceOf decides how the Go of f tells absent, null and present apart.
// What a page cannot say is unknown, and a null that arrives is remembered.
func (b *builder) presenceOf(o *ir.Object, f *ir.Field, t Type) presence {
	switch {
	case holdsNull(t) && f.Required:
		return requiredAnything
	case holdsNull(t):
		return optionalAnything
	case isBare(t):
		return barePresence(f)
	case b.isCyclic(o, f) && f.Required && f.Null == ir.NullNo:
		return requiredPointer
	case b.isCyclic(o, f) && f.Required && f.Null == ir.NullUnknown:
		return requiredOrNull
	case b.isCyclic(o, f) && f.Null == ir.NullYes:
		return optionalRemember
	}
	switch {
	case f.Required && f.Null == ir.NullYes:
		return requiredOrNull
	case f.Required && f.Null == ir.NullUnknown && isConstant(f.Type) && !isForeign(t):
		return requiredConstantRemember
	case f.Required && f.Null == ir.NullUnknown:
		return requiredRemember
	case f.Required && isConstant(f.Type) && !isForeign(t):
		return requiredConstant
	case f.Required:
		return required
	case f.Null == ir.NullYes && !b.opts.NullPointers:
		return optionalNullable
	case f.Null == ir.NullYes:
		return optionalRemember
	case f.Null == ir.NullUnknown:
		return optionalRemember
	}
	return optional
}

// barePresence is for the types whose nil already means "absent": a wrapper
// around them would only be in the way.
func barePresence(f *ir.Field) presence {
	switch {
	case f.Required && f.Null == ir.NullNo:
		return required
	case f.Required:
		return requiredRemember
	case f.Null == ir.NullNo:
		return optional
	}
	return optionalRemember
}

// isBare reports whether nil of the type means "absent".
func isBare(t Type) bool {
	switch t := t.(type) {
	case *Slice, *Map:
		return true
	case *Scalar:
		return t == bytesType
	case *Mapped:
		return t.isNilable()
	}
	return false
}

// isForeign reports whether nothing but its JSON is known of t.
func isForeign(t Type) bool {
	switch t.(type) {
	case *Mapped, *Wrapped:
		return true
	}
	return false
}

func isConstant(t ir.Type) bool {
	_, ok := t.(*ir.Literal)
	return ok
}

func (b *builder) isCyclic(o *ir.Object, f *ir.Field) bool {
	ref, ok := f.Type.(*ir.Ref)
	return ok && b.cyclic[edge{o.ID, ref.Model.Head().ID}]
}

// fieldType returns the type of the Go field for a member of type t.
func fieldType(t Type, p presence) Type {
	switch {
	case isBare(t), p == optionalAnything:
		return t
	case p == requiredPointer, p == requiredOrNull, p == optional, p == optionalRemember:
		return &Pointer{Elem: t}
	case p == optionalNullable:
		return &Nullable{Elem: t}
	}
	return t
}

// decodeStep returns how a member of type t is decoded.
func decodeStep(f *ir.Field, t Type, p presence) Step {
	if p == requiredConstant || p == requiredConstantRemember {
		return Step{Form: Call, Func: "decodeConstant", Elem: t, Constant: f.Type.(*ir.Literal).Value}
	}
	if _, ok := fieldType(t, p).(*Pointer); !ok {
		return Step{Elem: fieldType(t, p)}
	}
	if suffix := slabSuffix(t); suffix != "" {
		return Step{Form: Call, Func: "decodeOptional" + suffix}
	}
	named, ok := t.(*Named)
	switch {
	case ok && named.Codec == "":
		return Step{Form: Model, Elem: t}
	case ok && slabBases[named.Codec] != nil:
		base := slabBases[named.Codec]
		return Step{Form: Converted, Func: "decodeOptional" + slabSuffix(base), Elem: t, Base: base.Name}
	}
	return Step{Form: Call, Func: "decodeOptional", Elem: t}
}

// slabBases are the types that named types of a codec are made of. Pointers to
// these come from slabs, and are pointers to the named type by conversion.
var slabBases = map[string]*Scalar{"Text": stringType, "Integer": intType, "Float": floatType}

// isModel reports whether t has decode and encode methods of its own.
func isModel(t Type) bool {
	named, ok := t.(*Named)
	return ok && named.Codec == ""
}

// isText reports whether values of t are strings, under whatever name.
func isText(t Type) bool {
	named, ok := t.(*Named)
	return t == stringType || ok && named.Codec == "Text"
}

// slabSuffix names the types whose pointers come from slabs.
func slabSuffix(t Type) string {
	switch t {
	case stringType:
		return "String"
	case intType:
		return "Integer"
	case floatType:
		return "Float"
	case boolType:
		return "Bool"
	}
	return ""
}

// encodeStep returns how a member of type t is encoded.
func encodeStep(f *ir.Field, t Type, p presence) Step {
	switch t := t.(type) {
	case *Slice:
		return bareStep("List", t.Elem, p)
	case *Map:
		return bareStep("Map", t.Elem, p)
	}
	switch p {
	case requiredConstant, requiredConstantRemember:
		return Step{Form: Call, Func: "writeConstant", ByRef: true, Elem: t, Constant: f.Type.(*ir.Literal).Value}
	case requiredPointer, requiredOrNull:
		if isModel(t) {
			return Step{Form: Model, Func: "writeModelOrNull"}
		}
		if isText(t) {
			return Step{Form: Call, Func: "writeStringOrNull"}
		}
		return Step{Form: Call, Func: "writeOrNull", Elem: t}
	case requiredRemember:
		return Step{Form: Call, Func: "writeRemembered", ByRef: true, Elem: t}
	case optionalNullable:
		return Step{Form: Call, Func: "writeNullable", ByRef: true, Elem: t}
	case optionalAnything:
		return anythingStep(t)
	case optionalZero, optionalZeroRemember:
		return Step{Form: Call, Func: "writeUnlessZero", ByRef: true, Elem: t}
	case optional, optionalRemember:
		return optionalStep(t)
	}
	return Step{Elem: t}
}

func bareStep(kind string, elem Type, p presence) Step {
	prefix := "write"
	if p == required || p == requiredRemember {
		prefix = "writeRequired"
	}
	if kind == "List" && isModel(elem) {
		return Step{Form: Models, Func: prefix + "Models", Elem: elem}
	}
	return Step{Form: Call, Func: prefix + kind, Elem: elem}
}

func anythingStep(t Type) Step {
	if t == rawType {
		return Step{Form: Call, Func: "writeRaw"}
	}
	return Step{Form: Call, Func: "writeOpaque"}
}

func optionalStep(t Type) Step {
	switch suffix := slabSuffix(t); {
	case t == bytesType:
		return Step{Form: Call, Func: "writeBytes"}
	case isText(t):
		return Step{Form: Call, Func: "writeOptionalString"}
	case suffix != "":
		return Step{Form: Call, Func: "writeOptional" + suffix}
	case isModel(t):
		return Step{Form: Model, Func: "writeModel"}
	}
	return Step{Form: Call, Func: "writeOptional", Elem: t}
}
