package testkit

import (
	"encoding/json"
	"fmt"
	"testing"
)

// The functions of this file are for packages that do not keep everything: by
// the choice of who generated them, some values become others on the way
// through. What was encoded once must not change any more.

// settleExample checks that what an example of the reference becomes stays as
// it is. An example that the chosen types do not take is skipped.
func settleExample[T any](t *testing.T, text string) {
	t.Helper()
	decodes, err := settle[T]([]byte(text))
	switch {
	case !decodes:
		t.Skipf("the example does not decode: %v\nexample: %s", err, text)
	case err != nil:
		t.Errorf("%v\nexample: %s", err, text)
	}
}

// settleModel checks that whatever decodes into a T stays as it is once it was
// encoded, and that nothing makes it panic.
func settleModel[T any](f *testing.F, seeds ...string) {
	for _, seed := range append(seeds, "{}", `{"later":{"a":[1.50,null]}}`, "null", "[]") {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if decodes, err := settle[T](data); decodes && err != nil {
			t.Errorf("%v\ndocument: %s", err, data)
		}
	})
}

// settle decodes data into a T, encodes that, and takes what comes of it through
// a T once more. decodes is false where data cannot be decoded. What was left
// out of data and is required may be encoded as what a T does not take.
func settle[T any](data []byte) (decodes bool, err error) {
	v := new(T)
	if err := any(v).(json.Unmarshaler).UnmarshalJSON(data); err != nil {
		return false, err
	}
	once, err := any(v).(json.Marshaler).MarshalJSON()
	if err != nil {
		return true, err
	}
	if !json.Valid(once) {
		return true, fmt.Errorf("it is encoded to what is not JSON: %s", once)
	}
	if decodes, err := roundTrip[T](once); decodes && err != nil {
		return true, fmt.Errorf("it is encoded to %s, and next: %w", once, err)
	}
	return true, nil
}
