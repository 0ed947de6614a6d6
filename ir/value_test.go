package ir_test

import (
	"encoding/json"
	"testing"

	"github.com/docgen-go/docgen/ir"
	"pgregory.net/rapid"
)

// TestValue compares with package encoding/json, which most values do not need.
func TestValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~]*`), rapid.StringMatching(`[a-z_]*`)).Draw(t, "text")
		want, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		got := ir.StringValue(text)
		if string(got) != string(want) {
			t.Fatalf("%q is %s, want %s", text, got, want)
		}
		if back := got.Text(); back != text {
			t.Fatalf("%s stands for %q, want %q", got, back, text)
		}
	})
}

// TestValueText reads what is no string of JSON, and strings that are escaped
// otherwise than docgen does it.
func TestValueText(t *testing.T) {
	for value, want := range map[ir.Value]string{
		`"a"`: "a", `"a\u0062"`: "ab", `"a<b"`: "a<b", `""`: "", `"`: `"`, `"a`: `"a`, `"a"b"`: `"a"b"`, "12": "12", "": "",
		"\"a\x01\"": "\"a\x01\"", `"é"`: "é",
	} {
		if got := value.Text(); got != want {
			t.Errorf("%s stands for %q, want %q", value, got, want)
		}
	}
}
