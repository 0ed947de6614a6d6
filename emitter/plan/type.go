package plan

import "github.com/docgen-go/docgen/ir"

// A Type is a Go type, with what carries its values: a [*Scalar], [*Named],
// [*Slice], [*Map], [*Pointer], [*Nullable], [*Mapped] or [*Wrapped].
type Type interface{ isType() }

// A Scalar is a type of the language or of the standard library.
type Scalar struct {
	Path  string // import path; empty for a type of the language
	Name  string
	Codec string // the suffix of its support functions, such as "Text"
	// Constant is the only value, of elements that have one; else empty.
	Constant ir.Value
}

// A Named is a type of the generated package.
type Named struct {
	Name  string
	Codec string // as for Scalar; empty for a type with methods of its own
	Check string // the function that validates it: "", "method" or a support function
}

// A Slice is a list.
type Slice struct {
	Elem Type
	Slot string // the constant of the slab that its elements come from
}

// A Map is an object whose names are data.
type Map struct{ Elem Type }

// A Pointer is a value that may be nil. As an element, nil is null.
type Pointer struct{ Elem Type }

// A Nullable is a value that may be absent or null.
type Nullable struct{ Elem Type }

func (*Scalar) isType()   {}
func (*Named) isType()    {}
func (*Slice) isType()    {}
func (*Map) isType()      {}
func (*Pointer) isType()  {}
func (*Nullable) isType() {}

// CheckMethod is the Check of types that have a validate method.
const CheckMethod = "method"

// The types that carry the IR's primitives.
var (
	stringType = &Scalar{Name: "string", Codec: "Text"}
	boolType   = &Scalar{Name: "bool", Codec: "Bool"}
	intType    = &Scalar{Name: "int64", Codec: "Integer"}
	floatType  = &Scalar{Name: "float64", Codec: "Float"}
	numberType = &Scalar{Path: "encoding/json", Name: "Number", Codec: "Number"}
	bytesType  = &Scalar{Name: "[]byte", Codec: "Bytes"}
	rawType    = &Scalar{Path: "encoding/json", Name: "RawMessage", Codec: "Raw"}

	// Both are one type in Go, of which more is asked of integers.
	decimalType = &Named{Name: "Decimal", Codec: "Decimal", Check: CheckMethod}
	bigIntType  = &Named{Name: "Decimal", Codec: "Decimal", Check: "validateInteger"}
)

func primType(p ir.Prim) Type {
	switch p {
	case ir.String:
		return stringType
	case ir.Boolean:
		return boolType
	case ir.Int32, ir.Int64:
		return intType
	case ir.Float32, ir.Float64, ir.Number:
		return floatType
	case ir.BigInt:
		return bigIntType
	case ir.Decimal:
		return decimalType
	case ir.Bytes, ir.Stream:
		return bytesType
	case ir.Any:
		return rawType
	}
	panic("plan: unknown primitive type")
}

// primType returns the type for values of p, as the options want it.
func (b *builder) primType(p ir.Prim) Type {
	if t := primType(p); !b.opts.ExactNumbers || t != intType && t != floatType {
		return t
	}
	return numberType
}

// typeOf returns the Go type for values of t. owner and part name the union
// that is declared where t is one written in place.
func (b *builder) typeOf(t ir.Type, owner, part string) Type {
	if mapped := b.mappedType(t); mapped != nil {
		return mapped
	}
	switch t := t.(type) {
	case ir.Prim:
		return b.primType(t)
	case *ir.Time:
		return timeType(t)
	case *ir.Literal:
		return literalType(t.Value)
	case *ir.List:
		elem := b.elemType(t.Elem, t.Null, owner, part)
		return &Slice{Elem: elem, Slot: b.slab(elem)}
	case *ir.Map:
		return &Map{Elem: b.elemType(t.Elem, t.Null, owner, part)}
	case *ir.Ref:
		return b.modelType(t.Model)
	case *ir.OneOf:
		return b.inlineUnion(t, owner, part, ir.ID{})
	case *ir.External:
		return rawType
	}
	panic("plan: unknown type")
}

func (b *builder) elemType(t ir.Type, null ir.Null, owner, part string) Type {
	elem := b.typeOf(t, owner, part)
	if s, ok := elem.(*Scalar); ok {
		if lit, ok := t.(*ir.Literal); ok && !lit.Open {
			constant := *s
			constant.Constant = lit.Value
			elem = &constant
		}
	}
	_, mapped := elem.(*Mapped)
	if (null == ir.NullYes || mapped && t == ir.Any) && !holdsNull(elem) {
		return &Pointer{Elem: elem}
	}
	return elem
}

// holdsNull reports whether a value of t can itself be null.
func holdsNull(t Type) bool {
	switch t := t.(type) {
	case *Scalar:
		return t == rawType
	case *Named:
		return t.Codec == opaqueCodec
	}
	return false
}

func timeType(t *ir.Time) Type {
	check := CheckMethod
	if !t.Certain {
		check = "validateTime"
	}
	if t.Format == ir.Date {
		return &Named{Name: "Date", Codec: "Text", Check: check}
	}
	return &Named{Name: "DateTime", Codec: "Text", Check: check}
}

func literalType(v ir.Value) Type {
	switch {
	case v.IsString():
		return stringType
	case v == "true" || v == "false":
		return boolType
	case isInteger(v):
		return intType
	}
	return floatType
}

func isInteger(v ir.Value) bool {
	for i, c := range v {
		if (c < '0' || c > '9') && (c != '-' || i != 0) {
			return false
		}
	}
	return true
}

const opaqueCodec = "Opaque"

// modelType returns the type that a reference to m has.
func (b *builder) modelType(m ir.Model) Type {
	name := b.names[m.Head().ID]
	switch m := m.(type) {
	case *ir.Enum:
		check := CheckMethod
		if b.isOpen(m) {
			check = ""
		}
		return &Named{Name: name, Codec: enumType(m).Codec, Check: check}
	case *ir.Opaque:
		return &Named{Name: name, Codec: opaqueCodec}
	case *ir.Alias:
		return b.aliasType(m, name)
	}
	named := &Named{Name: name}
	if b.checked[m.Head().ID] {
		named.Check = CheckMethod
	}
	return named
}

// aliasPart ends the name of a union that is written in place of what an alias
// stands for.
const aliasPart = "Item"

// aliasType returns the type behind an alias: under the alias's own name
// where that is a model, so that the package reads as the pages do.
func (b *builder) aliasType(m *ir.Alias, name string) Type {
	defer func(told bool) { b.told = told }(b.told)
	b.told = true // the unions in it are declared with the alias
	target := b.typeOf(m.Of, name, aliasPart)
	if named, ok := target.(*Named); ok {
		renamed := *named
		renamed.Name = name
		return &renamed
	}
	return target
}

func enumType(m *ir.Enum) *Scalar {
	if p, ok := m.Of.(ir.Prim); ok {
		if t, ok := primType(p).(*Scalar); ok {
			return t
		}
	}
	return stringType
}

// slab returns the constant of the slab that values of type t come from.
func (b *builder) slab(t Type) string {
	name := "slab" + typeLabel(t)
	if !b.slabSeen[name] {
		b.slabSeen[name] = true
		b.pkg.Layout.Slabs = append(b.pkg.Layout.Slabs, Slot{Name: name, Size: 1})
	}
	return name
}

// typeLabel names a type inside identifiers: distinct for distinct types.
func typeLabel(t Type) string {
	switch t := t.(type) {
	case *Scalar:
		return scalarLabels[t.Name]
	case *Named:
		return t.Name
	case *Mapped:
		return t.label
	case *Slice:
		return typeLabel(t.Elem) + "List"
	case *Map:
		return typeLabel(t.Elem) + "Map"
	case *Pointer:
		return typeLabel(t.Elem) + "Pointer"
	case *Nullable:
		return typeLabel(t.Elem) + "Nullable"
	}
	panic("plan: unknown type")
}

var scalarLabels = map[string]string{
	stringType.Name: "String", boolType.Name: "Bool", intType.Name: "Integer", floatType.Name: "Number",
	numberType.Name: "JSONNumber", bytesType.Name: "Bytes", rawType.Name: "Any",
}
