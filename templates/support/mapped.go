package support

import (
	"encoding/json"
	"errors"
	"reflect"
)

// The functions of this file carry the values of types that the user has
// chosen. What is known of such a type is what package encoding/json makes of
// it.

// decodeMapped decodes any value but null.
func decodeMapped[T any](p *T, d *decoder, i int) int {
	if isWord(d.s, i, "null") {
		return d.mismatch(i, "a value")
	}
	end := d.skip(i)
	if end < 0 {
		return end
	}
	if err := json.Unmarshal([]byte(d.s[i:end]), p); err != nil {
		sentinel := ErrFormat
		if kind := new(json.UnmarshalTypeError); errors.As(err, &kind) {
			sentinel = ErrKind
		}
		d.violate(i, sentinel, err.Error())
	}
	return end
}

// encodeMapped appends what package encoding/json makes of a value.
func encodeMapped[T any](p *T, b []byte, e *encoder) []byte {
	raw, err := json.Marshal(p)
	if err != nil {
		e.fail(err)
		return b
	}
	return encodeOpaque(&raw, b, e)
}

// isUnset reports whether a value stands for its absence, as the option
// omitzero of package encoding/json has it.
func isUnset[T any](p *T) bool {
	if z, ok := any(p).(interface{ IsZero() bool }); ok {
		return reflect.ValueOf(p).Elem().IsZero() || z.IsZero()
	}
	return reflect.ValueOf(p).Elem().IsZero()
}

// writeUnlessZero writes an optional member whose zero value is its absence.
func writeUnlessZero[T any](b []byte, w *objectWriter, member int, p *T, elem func(*T, []byte, *encoder) []byte) []byte {
	if isUnset(p) {
		return w.missing(b, member)
	}
	return elem(p, w.key(b, member), w.e)
}

// validateUnlessZero validates a member whose zero value is its absence.
func validateUnlessZero[T any](v *validator, name string, p *T, elem func(*T, *validator)) {
	if !isUnset(p) {
		validateMember(v, name, p, elem)
	}
}

// excuse makes missing required members no violations. It is called at the end
// of the object.
func (o *object) excuse() {
	if o.table == nil {
		return
	}
	for word, set := range o.table.required {
		if word == 0 {
			o.seen |= set
		} else {
			o.wide.seen[word-1] |= set
		}
	}
}
