// Package testkit is the constant part of the tests that come with every
// generated package.
package testkit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"testing"
)

// testExample checks that an example of the reference decodes into a T and
// encodes to the same JSON value.
func testExample[T any](t *testing.T, text string) {
	t.Helper()
	if _, err := roundTrip[T]([]byte(text)); err != nil {
		t.Errorf("%v\nexample: %s", err, text)
	}
}

// fuzzModel checks that whatever decodes into a T encodes to the same JSON
// value, and that nothing makes it panic.
func fuzzModel[T any](f *testing.F, seeds ...string) {
	for _, seed := range append(seeds, "{}", `{"later":{"a":[1.50,null]}}`, "null", "[]") {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if decodes, err := roundTrip[T](data); decodes && err != nil {
			t.Errorf("%v\ndocument: %s", err, data)
		}
	})
}

// roundTrip decodes data into a T and encodes that. The error says what went
// wrong; decodes is false where that was the decoding.
func roundTrip[T any](data []byte) (decodes bool, err error) {
	v := new(T)
	if err := any(v).(json.Unmarshaler).UnmarshalJSON(data); err != nil {
		return false, err
	}
	encoded, err := any(v).(json.Marshaler).MarshalJSON()
	if err == nil && !sameJSON(data, encoded) {
		err = fmt.Errorf("it comes back as another value: %s", encoded)
	}
	return true, err
}

// sameJSON reports whether two texts are the same JSON value: member order
// and white space aside, and numbers by what a Go number can hold of them.
func sameJSON(a, b []byte) bool {
	x, err := parse(a)
	if err != nil {
		return false
	}
	y, err := parse(b)
	return err == nil && same(x, y)
}

func parse(text []byte) (any, error) {
	if !json.Valid(text) { // a Decoder does not look behind the value
		return nil, errors.New("not JSON")
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var v any
	err := decoder.Decode(&v)
	return v, err
}

func same(x, y any) bool {
	switch x := x.(type) {
	case map[string]any:
		y, ok := y.(map[string]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for name, value := range x {
			other, ok := y[name]
			if !ok || !same(value, other) {
				return false
			}
		}
		return true
	case []any:
		y, ok := y.([]any)
		if !ok || len(x) != len(y) {
			return false
		}
		for i := range x {
			if !same(x[i], y[i]) {
				return false
			}
		}
		return true
	case json.Number:
		y, ok := y.(json.Number)
		return ok && sameNumber(string(x), string(y))
	}
	return x == y
}

func sameNumber(x, y string) bool {
	if x == y {
		return true
	}
	i, errX := strconv.ParseInt(x, 10, 64)
	j, errY := strconv.ParseInt(y, 10, 64)
	if errX == nil && errY == nil {
		return i == j
	}
	f, errX := strconv.ParseFloat(x, 64)
	g, errY := strconv.ParseFloat(y, 64)
	return errX == nil && errY == nil && f == g
}
