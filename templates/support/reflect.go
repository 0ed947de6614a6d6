package support

import (
	"fmt"
	"reflect"
	"strings"
)

// clone returns a deep copy of v. Strings are copied too: those of a decoded
// value are parts of its document, and keep all of it in memory. A value that
// holds itself has no deep copy.
func clone(v any) any {
	from := reflect.ValueOf(v)
	out := reflect.New(from.Type()).Elem()
	cloneInto(out, from)
	return out.Interface()
}

func cloneInto(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		to.SetString(strings.Clone(from.String()))
	case reflect.Pointer, reflect.Interface:
		cloneReferred(to, from)
	case reflect.Slice:
		cloneSlice(to, from)
	case reflect.Map:
		cloneMap(to, from)
	case reflect.Struct:
		cloneStruct(to, from)
	default:
		to.Set(from)
	}
}

// cloneStruct leaves alone what other packages keep to themselves.
func cloneStruct(to, from reflect.Value) {
	if c, ok := from.Interface().(interface{ cloned() any }); ok {
		to.Set(reflect.ValueOf(c.cloned()))
		return
	}
	to.Set(from)
	for i := range from.NumField() {
		if from.Type().Field(i).IsExported() {
			cloneInto(to.Field(i), from.Field(i))
		}
	}
}

func cloneSlice(to, from reflect.Value) {
	if from.IsNil() {
		return
	}
	to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
	if from.Type().Elem().Kind() == reflect.Uint8 {
		reflect.Copy(to, from)
		return
	}
	for i := range from.Len() {
		cloneInto(to.Index(i), from.Index(i))
	}
}

func cloneReferred(to, from reflect.Value) {
	if from.IsNil() {
		return
	}
	elem := from.Elem()
	target := reflect.New(elem.Type())
	cloneInto(target.Elem(), elem)
	if from.Kind() == reflect.Interface {
		target = target.Elem()
	}
	to.Set(target)
}

func cloneMap(to, from reflect.Value) {
	if from.IsNil() {
		return
	}
	to.Set(reflect.MakeMapWithSize(from.Type(), from.Len()))
	for entries := from.MapRange(); entries.Next(); {
		value := reflect.New(from.Type().Elem()).Elem()
		cloneInto(value, entries.Value())
		key := reflect.New(from.Type().Key()).Elem()
		cloneInto(key, entries.Key())
		to.SetMapIndex(key, value)
	}
}

// fieldOf returns the Go field for the member of m called name.
func fieldOf(m any, name string) reflect.Value {
	v := reflect.ValueOf(m).Elem()
	if i := fieldIndex(v.Type(), name); i >= 0 {
		return v.Field(i)
	}
	return reflect.Value{}
}

// fieldIndex returns the number of the field of t for the member called name,
// or -1.
func fieldIndex(t reflect.Type, name string) int {
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		own, ok := tag.Lookup("docgen") // a name that a json tag cannot hold
		if !ok {
			own = strings.TrimSuffix(tag.Get("json"), ",omitzero")
		}
		if own == name {
			return i
		}
	}
	return -1
}

// setNull makes a member null, in the way that its Go type has for it.
func setNull(m any, t *table, name string, nulls ...*NullSet) error {
	member := t.find(name)
	field := fieldOf(m, name)
	if member < 0 || !field.IsValid() {
		return fmt.Errorf("%s has no member %q", t.name, name)
	}
	if n, ok := field.Addr().Interface().(interface{ SetNull() }); ok && t.nulls[member] == 'v' {
		n.SetNull()
		return nil
	}
	switch t.nulls[member] {
	case '-':
		return fmt.Errorf("%s of %s: %w", name, t.name, ErrNull)
	case 'v':
		field.SetBytes([]byte("null"))
		return nil
	case 'r':
		*nulls[member/64] |= 1 << (member % 64)
	}
	field.SetZero()
	return nil
}

// isNull reports whether a member is null, in whichever way.
func isNull(m any, t *table, name string, nulls ...*NullSet) bool {
	member := t.find(name)
	field := fieldOf(m, name)
	if member < 0 || !field.IsValid() {
		return false
	}
	switch t.nulls[member] {
	case 'n':
		return field.IsZero()
	case 'r':
		return field.IsZero() && nulls[member/64].has(member%64)
	case 'v':
		if n, ok := field.Interface().(interface{ IsNull() bool }); ok {
			return n.IsNull()
		}
		return string(field.Bytes()) == "null"
	}
	return false
}
