package testkit

import (
	"encoding/json"
	"errors"
	"testing"
)

// A rough keeps the length of a text alone, or what the text tells it to.
type rough struct{ text string }

func (r *rough) UnmarshalJSON(data []byte) error {
	if string(data) == "null" || string(data) == `"refuse"` {
		return errors.New("refused")
	}
	return json.Unmarshal(data, &r.text)
}

func (r rough) MarshalJSON() ([]byte, error) {
	switch r.text {
	case "fail":
		return nil, errors.New("failed")
	case "break":
		return []byte("{"), nil
	case "null":
		return []byte("null"), nil
	case "wander":
		return []byte(`"wander on"`), nil
	case "wander on":
		return []byte(`"wander"`), nil
	}
	return []byte(`"text"`), nil
}

func TestSettle(t *testing.T) {
	for text, want := range map[string]struct {
		decodes bool
		err     string
	}{
		`"a"`:      {true, ""},
		`"null"`:   {true, ""},
		`"refuse"`: {false, "refused"},
		`"fail"`:   {true, "failed"},
		`"break"`:  {true, "it is encoded to what is not JSON: {"},
		`"wander"`: {true, `it is encoded to "wander on", and next: it comes back as another value: "wander"`},
	} {
		decodes, err := settle[rough]([]byte(text))
		if decodes != want.decodes || (err == nil) != (want.err == "") || err != nil && err.Error() != want.err {
			t.Errorf("%s: %t, %v", text, decodes, err)
		}
	}
}

func TestSettleExample(t *testing.T) { settleExample[rough](t, `"a"`) }

func FuzzSettle(f *testing.F) { settleModel[rough](f, `"a"`) }
