package ir

import "encoding/json"

// A Type is the type of a value: a [Prim], [*Time], [*Literal], [*List],
// [*Map], [*OneOf], [*Ref] or [*External].
type Type interface{ isType() }

// A Prim is a type without parts.
type Prim int

// The primitive types.
const (
	String  Prim = iota + 1
	Boolean      // true or false
	Int32        // an integer of at most 32 bits
	Int64        // an integer of at most 64 bits, or of a width that is not told
	Float32      // a number of single precision
	Float64      // a number of double precision, or of a precision that is not told
	Number       // a number; the page does not tell integers from fractions
	BigInt       // an integer of any size
	Decimal      // a decimal number of any precision
	Bytes        // base64 text
	Stream       // a body that is not JSON
	Any          // any JSON value
)

// A Time is a date or a date-time in text, as RFC 3339 writes them.
type Time struct {
	Format TimeFormat
	// Certain is false when the page's label is not to be trusted and neither
	// an example nor the description settles the matter.
	Certain bool
}

// A TimeFormat tells dates from date-times.
type TimeFormat int

// The formats of RFC 3339, section 5.6: full-date and date-time.
const (
	DateTime TimeFormat = iota + 1
	Date
)

// A Literal is a type with a single value.
type Literal struct {
	Value Value
	Open  bool // other values may arrive
}

// A List is a JSON array.
type List struct {
	Elem Type
	Null Null // of the elements
}

// A Map is a JSON object whose member names are data.
type Map struct {
	Elem Type
	Null Null // of the elements
}

// A OneOf is a union written in place, without a page of its own.
type OneOf struct {
	Variants      []Variant
	Discriminator *Discriminator // nil unless the page states one
}

// A Ref is a use of a model.
type Ref struct {
	ID    ID
	Model Model // never nil once the schema is resolved
}

// An External is a type of the SDK's platform, such as its HTTP response. It
// never travels as JSON.
type External struct {
	Name string
}

func (Prim) isType()      {}
func (*Time) isType()     {}
func (*Literal) isType()  {}
func (*List) isType()     {}
func (*Map) isType()      {}
func (*OneOf) isType()    {}
func (*Ref) isType()      {}
func (*External) isType() {}

// A Value is a JSON scalar, as its JSON text: `"card"`, `200`, `true`.
type Value string

// StringValue returns the Value of a string.
func StringValue(s string) Value {
	if isUnescaped(s) {
		return Value(`"` + s + `"`)
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic("ir: a string has no JSON text: " + err.Error())
	}
	return Value(text)
}

// Text returns the string that a string value stands for, and any other
// value as it is written.
func (v Value) Text() string {
	if n := len(v); n > 1 && v.IsString() && v[n-1] == '"' && isUnescaped(string(v[1:n-1])) {
		return string(v[1 : n-1])
	}
	var s string
	if v.IsString() && json.Unmarshal([]byte(v), &s) == nil {
		return s
	}
	return string(v)
}

// isUnescaped reports whether s stands between quotes as it is, in JSON and as
// package encoding/json writes it. Nearly all values do.
func isUnescaped(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ', c > '~', c == '"', c == '\\', c == '<', c == '>', c == '&':
			return false
		}
	}
	return true
}

// IsString reports whether v is a JSON string.
func (v Value) IsString() bool { return len(v) > 0 && v[0] == '"' }
