package race

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
)

// Kept says what of a payload is there again after decoding and encoding.
type Kept string

// The grades of what is kept.
const (
	All       Kept = "all"
	AllButNil Kept = "all but nulls"
	NotAll    Kept = "not all"
)

// verify lets c decode data and encode it again, and returns the value and
// what was kept. The caller's bytes are its own: c may not write to them.
func verify(c Contestant, data []byte) (any, Kept, error) {
	before := string(data)
	value, err := c.Decode(data)
	if err != nil {
		return nil, "", fmt.Errorf("decoding: %w", err)
	}
	if string(data) != before {
		return nil, "", errors.New("decoding changed the payload")
	}
	text, err := c.Encode(value)
	if err != nil {
		return nil, "", fmt.Errorf("encoding: %w", err)
	}
	kept, err := compare(data, text)
	if err == nil && c.Lossless && kept != All {
		err = fmt.Errorf("kept %s of the payload", kept)
	}
	return value, kept, err
}

// compare says what got keeps of want. Numbers are equal as float64.
func compare(want, got []byte) (Kept, error) {
	var a, b any
	if err := json.Unmarshal(want, &a); err != nil {
		return "", err
	}
	if err := json.Unmarshal(got, &b); err != nil {
		return "", fmt.Errorf("what it encodes is no JSON: %w", err)
	}
	switch {
	case reflect.DeepEqual(a, b):
		return All, nil
	case reflect.DeepEqual(withoutNulls(a), withoutNulls(b)):
		return AllButNil, nil
	}
	return NotAll, nil
}

// withoutNulls removes the members that are null, at any depth.
func withoutNulls(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			if member == nil {
				delete(v, name)
				continue
			}
			v[name] = withoutNulls(member)
		}
	case []any:
		for i := range v {
			v[i] = withoutNulls(v[i])
		}
	}
	return v
}
