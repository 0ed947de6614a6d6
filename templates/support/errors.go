package support

import (
	"errors"
	"strconv"
	"strings"
)

// The kinds of violation. A [FieldError] wraps one of them, so that errors.Is
// finds it.
var (
	// ErrRequired says that a required member is missing.
	ErrRequired = errors.New("required member is missing")
	// ErrKind says that a value is of the wrong JSON kind.
	ErrKind = errors.New("wrong kind of value")
	// ErrNull says that a value is null and may not be.
	ErrNull = errors.New("null is not allowed")
	// ErrRange says that a number does not fit its Go type.
	ErrRange = errors.New("number out of range")
	// ErrEnum says that a value is none of those that the reference names.
	ErrEnum = errors.New("unknown enum value")
	// ErrConst says that a value is not the constant that it must be.
	ErrConst = errors.New("wrong constant")
	// ErrFormat says that a text does not have its format.
	ErrFormat = errors.New("wrong format")
	// ErrVariant says that a union holds none of its variants.
	ErrVariant = errors.New("no variant of the union")
	// ErrDuplicate says that an object has two members of one name.
	ErrDuplicate = errors.New("duplicate member name")
	// ErrCollision says that AdditionalProperties holds the name of a member.
	ErrCollision = errors.New("additional property has the name of a member")
)

// A ValidationError is every violation of the reference that was found in a
// value, up to a thousand. What could be read of the value is there all the
// same.
type ValidationError []*FieldError

// maxFound bounds the violations of one value, so that a small text that is
// deep and wrong all over cannot fill the memory with pointers.
const maxFound = 1000

// errDeep says that a value cannot be followed any further down.
var errDeep = errors.New("the value is nested too deep, or holds itself")

// Error returns the violations, one a line.
func (e ValidationError) Error() string {
	lines := make([]string, len(e))
	for i, f := range e {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the violations, for errors.Is and errors.As.
func (e ValidationError) Unwrap() []error {
	out := make([]error, len(e))
	for i, f := range e {
		out[i] = f
	}
	return out
}

// A FieldError is one violation.
type FieldError struct {
	// Path is the JSON pointer (RFC 6901) of the value, or of the member that
	// is missing. The whole document is "".
	Path string
	// Code names the kind of violation: "required", "kind", "null", "range",
	// "enum", "const", "format", "variant" or "depth".
	Code string
	// Err says what is wrong. It wraps the sentinel that belongs to Code.
	Err error
}

// Error returns the path and what is wrong there.
func (e *FieldError) Error() string {
	if e.Path == "" {
		return "(document): " + e.Err.Error()
	}
	return e.Path + ": " + e.Err.Error()
}

// Unwrap returns Err.
func (e *FieldError) Unwrap() error { return e.Err }

// codes names the sentinels.
var codes = map[error]string{
	ErrRequired: "required", ErrKind: "kind", ErrNull: "null", ErrRange: "range",
	ErrEnum: "enum", ErrConst: "const", ErrFormat: "format", ErrVariant: "variant",
	errDeep: "depth",
}

// A detail is a sentinel with what is particular to the case.
type detail struct {
	sentinel error
	text     string
}

func (d *detail) Error() string { return d.sentinel.Error() + ": " + d.text }

func (d *detail) Unwrap() error { return d.sentinel }

func newFieldError(path string, sentinel error, text string) *FieldError {
	e := &FieldError{Path: path, Code: codes[sentinel], Err: sentinel}
	if text != "" {
		e.Err = &detail{sentinel, text}
	}
	return e
}

// A SyntaxError says where a text stops being JSON (RFC 8259), or repeats a
// member name (RFC 7493). Nothing can be said about what stands behind it.
type SyntaxError struct {
	Offset  int    // in bytes
	Path    string // JSON pointer of the value that is broken
	Message string
	Err     error // ErrDuplicate, or nil
}

// Error returns the message with its place.
func (e *SyntaxError) Error() string {
	where := ""
	if e.Path != "" {
		where = " in " + e.Path
	}
	return "invalid JSON at offset " + strconv.Itoa(e.Offset) + where + ": " + e.Message
}

// Unwrap returns Err.
func (e *SyntaxError) Unwrap() error { return e.Err }
