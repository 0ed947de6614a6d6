package support

import (
	"reflect"
	"strconv"
	"strings"
)

// A placed is a model that knows where the reference describes its members:
// for each member of its table, as page:line.
type placed interface{ places() (*table, []string) }

// A statedError is a violation with where the reference states the rule.
type statedError struct {
	err   error
	place string // page:line
}

func (e *statedError) Error() string { return e.err.Error() + " (" + e.place + ")" }

func (e *statedError) Unwrap() error { return e.err }

// traced adds to what was found in m where the reference states it.
func traced(err error, m any) error {
	if found, ok := err.(ValidationError); ok {
		for _, e := range found {
			if place := placeOf(reflect.ValueOf(m), e.Path); place != "" {
				e.Err = &statedError{e.Err, place}
			}
		}
	}
	return err
}

// placeOf returns where the reference describes the last member on the way
// that path (RFC 6901) leads through v, or "" if there is none.
func placeOf(v reflect.Value, path string) string {
	place := ""
	for _, name := range strings.Split(path, "/")[1:] {
		name = strings.ReplaceAll(strings.ReplaceAll(name, "~1", "/"), "~0", "~")
		v = behind(v)
		switch v.Kind() {
		case reflect.Struct:
			m, ok := placedOf(v)
			if !ok {
				return place
			}
			var at string
			if v, at = memberOf(v, m, name); at != "" {
				place = at
			}
		case reflect.Slice:
			i, err := strconv.Atoi(name)
			if err != nil || i < 0 || i >= v.Len() {
				return place
			}
			v = v.Index(i)
		case reflect.Map:
			v = v.MapIndex(reflect.ValueOf(name).Convert(v.Type().Key()))
		default:
			return place
		}
	}
	return place
}

// memberOf returns the value of a struct's member, which may be none, and
// where the member is described. What the reference does not name is described
// nowhere.
func memberOf(v reflect.Value, m placed, name string) (value reflect.Value, place string) {
	t, places := m.places()
	member := t.find(name)
	if member < 0 {
		member = t.findFolded(name)
	}
	if member < 0 {
		rest := v.FieldByName("AdditionalProperties")
		if rest.Kind() != reflect.Map {
			return reflect.Value{}, ""
		}
		return rest.MapIndex(reflect.ValueOf(name)), ""
	}
	if i := fieldIndex(v.Type(), t.memberName(member)); i >= 0 {
		value = v.Field(i)
	}
	return value, places[member]
}

// behind returns what v refers to or holds: as a pointer, a union or a Nullable.
func behind(v reflect.Value) reflect.Value {
	for {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			v = v.Elem()
			continue
		case reflect.Struct:
			if held := heldBy(v); held.IsValid() {
				v = held
				continue
			}
		}
		return v
	}
}

// heldBy returns the value of a union or a Nullable.
func heldBy(v reflect.Value) reflect.Value {
	if _, ok := placedOf(v); ok {
		return reflect.Value{}
	}
	if held := v.FieldByName("Value"); held.IsValid() {
		return held
	}
	return v.FieldByName("value")
}

// placedOf returns a model of v's type. Any will do.
func placedOf(v reflect.Value) (placed, bool) {
	m, ok := reflect.New(v.Type()).Interface().(placed)
	return m, ok
}
