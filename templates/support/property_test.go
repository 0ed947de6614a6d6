package support

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestPropertiesAlike writes objects whose unknown members have the names of
// those before, and objects where they only seem to.
func TestPropertiesAlike(t *testing.T) {
	for _, parts := range [][]string{
		{`"x":1,"y":2`, `"x":3,"y":4`, `"y":5,"x":6`},
		{`"x":1,"y":2`, `"x":1,"z":2`, `"x":1,"y":2`},
		{`"x":1,"y":2`, `"x":1`, ``, `"x":1`, `"y":null`},
		{`"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0`, `"a":0`, `"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":1`},
		{`"a":{"b":[]}`, `"A_NAME":"","a":1`, `"a":2`},
		{`"1":0`, `"2":0`, `"3":0`, `"4":0`, `"5":0`, `"6":0`, `"7":0`, `"8":0`, `"9":0`, `"1":0`, `"9":0`},
	} {
		text := `{"id":"","kind":"record","fixed":true,"shade":"red","note":null,"parts":[`
		for i, part := range parts {
			text += strings.TrimSuffix(fmt.Sprintf(`{"size":%d,%s`, i, part), ",") + "},"
		}
		text = strings.TrimSuffix(text, ",") + `],"grid":[],"scores":{},"since":"2026-01-02T03:04:05Z"}`
		var r Record
		if err := r.UnmarshalJSON([]byte(text)); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if out, err := r.MarshalJSON(); err != nil || !equalJSON(text, string(out)) {
			t.Errorf("%v\n%s\n%s", err, text, out)
		}
	}
}

// TestPropertiesCollide holds that names that did not collide in one object do
// so in another one, where they are a member's.
func TestPropertiesCollide(t *testing.T) {
	one := map[string]json.RawMessage{"x": json.RawMessage("1")}
	for _, r := range []Record{
		{Parts: []Part{{AdditionalProperties: one}, {AdditionalProperties: map[string]json.RawMessage{"size": json.RawMessage("1")}}}},
		{Parts: []Part{{AdditionalProperties: one}, {AdditionalProperties: one, Spellings: "x"}, {AdditionalProperties: map[string]json.RawMessage{"aname": nil}}}},
	} {
		if out, err := r.MarshalJSON(); !errors.Is(err, ErrCollision) {
			t.Errorf("%v\n%s", err, out)
		}
	}
	broken := []Part{{AdditionalProperties: one}, {AdditionalProperties: map[string]json.RawMessage{"x": json.RawMessage("{")}}}
	if out, err := (Record{Parts: broken}).MarshalJSON(); err == nil {
		t.Errorf("wrote what is not JSON: %s", out)
	}
}
