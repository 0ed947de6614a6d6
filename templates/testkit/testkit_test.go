package testkit

import (
	"encoding/json"
	"errors"
	"testing"
)

func TestSameJSON(t *testing.T) {
	same := [][]string{
		{`{"a":1,"b":[true,null]}`, " { \"b\" : [ true , null ] , \"a\" : 1 }\n"},
		{`1`, `1.0`, `1e0`, `10E-1`, `1.000`},
		{`0`, `-0`, `0.0`, `0e10`},
		{`0.1`, `1e-1`, `0.10`},
		{`9223372036854775807`, `9223372036854775807`},
		{`"\u00e9\/\n"`, "\"é/\\u000a\""},
		{`1e400`, `1e400`},
		{`[]`, `[ ]`},
		{`{"":{}}`, `{"" : { } }`},
	}
	for _, group := range same {
		for _, other := range group {
			if !sameJSON([]byte(group[0]), []byte(other)) || !sameJSON([]byte(other), []byte(group[0])) {
				t.Errorf("%s is not %s", group[0], other)
			}
		}
	}
	different := [][2]string{
		{`1`, `2`}, {`1`, `"1"`}, {`1`, `true`}, {`null`, `0`}, {`null`, `{}`}, {`[]`, `{}`}, {`""`, `null`}, {`true`, `false`},
		{`[1,2]`, `[2,1]`}, {`[1]`, `[1,1]`}, {`[1,null]`, `[1]`}, {`{"a":1}`, `{"A":1}`}, {`{"a":null}`, `{}`}, {`{"a":1}`, `{"a":1,"b":1}`},
		{`{"a":{"b":[1]}}`, `{"a":{"b":[2]}}`}, {`"a"`, `"b"`}, {`"a"`, `"A"`}, {`1e400`, `1e401`}, {`9223372036854775807`, `9223372036854775806`},
		{`0.1`, `0.10000000000000002`}, {`1`, `1 2`}, {`{}`, `{`}, {``, ``}, {`{}`, `{}x`}, {`01`, `1`}, {`nul`, `nul`},
	}
	for _, pair := range different {
		if sameJSON([]byte(pair[0]), []byte(pair[1])) || sameJSON([]byte(pair[1]), []byte(pair[0])) {
			t.Errorf("%s is %s", pair[0], pair[1])
		}
	}
}

// A raw keeps any JSON, but for some strings that it refuses, cannot encode, or
// encodes to something else.
type raw struct{ text string }

func (r *raw) UnmarshalJSON(data []byte) error {
	r.text = string(data)
	if !json.Valid(data) || r.text == `"refuse"` {
		return errors.New("refused")
	}
	return nil
}

func (r raw) MarshalJSON() ([]byte, error) {
	switch r.text {
	case `"fail"`:
		return nil, errors.New("failed")
	case `"change"`:
		return []byte(`"changed"`), nil
	}
	return []byte(r.text), nil
}

func TestRoundTrip(t *testing.T) {
	for text, want := range map[string]struct {
		decodes bool
		err     string
	}{
		`{"a":1}`:  {true, ""},
		`"refuse"`: {false, "refused"},
		`{`:        {false, "refused"},
		`"fail"`:   {true, "failed"},
		`"change"`: {true, `it comes back as another value: "changed"`},
	} {
		decodes, err := roundTrip[raw]([]byte(text))
		if decodes != want.decodes || (err == nil) != (want.err == "") || err != nil && err.Error() != want.err {
			t.Errorf("%s: %t, %v", text, decodes, err)
		}
	}
}

func TestExample(t *testing.T) { testExample[raw](t, `{"a":[1.50,null]}`) }

// A whole keeps any JSON.
type whole string

func (w *whole) UnmarshalJSON(data []byte) error {
	*w = whole(data)
	if !json.Valid(data) {
		return errors.New("not JSON")
	}
	return nil
}

func (w whole) MarshalJSON() ([]byte, error) { return []byte(w), nil }

func FuzzWhole(f *testing.F) { fuzzModel[whole](f, `{"a":1}`) }
