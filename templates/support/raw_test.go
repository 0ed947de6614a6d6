package support

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

var rawSeeds = []string{
	`{}`, `[]`, `{"a":1}`, `[1,2.5,-0,"x",true,false,null]`, `{"a" : [ { } , [ ] ] , "b":"c"}`, `0`, `-1`, `1.25`, `"text of some length"`,
	``, `{`, `[1,]`, `{"a"}`, `{"a":}`, `{,}`, `01`, `1.`, `-`, `.5`, `1e5`, `tru`, `nulll`, `"a`, `"a\n"`, `"ä"`, "\"\x01\"", `"\u0041"`,
	`{"a":1,}`, `[1 2]`, `{"a":1 "b":2}`, `[[[[[1]]]]]`, ` 1`, `1 `, `{a:1}`, `"\xff"`,
}

func TestSimpleValues(t *testing.T) {
	for _, raw := range append(rawSeeds, strings.Repeat("[", simpleDepth+2)+strings.Repeat("]", simpleDepth+2)) {
		if got, want := isRawJSON([]byte(raw)), json.Valid([]byte(raw)) && utf8.ValidString(raw); got != want {
			t.Errorf("isRawJSON(%q) = %t", raw, got)
		}
	}
	for raw, simple := range map[string]bool{
		`{"a" : [ { } , [ ] ] , "b":"c"}`: true, `[1,2.5,-0,"text of some length",true,null]`: true, `1e5`: false, `"\n"`: false, `"ä"`: false,
	} {
		if got := simpleEnd([]byte(raw), 0, 0) == len(raw); got != simple {
			t.Errorf("%s is simple: %t", raw, got)
		}
	}
}

// FuzzSimple holds that what is taken for a simple value is JSON.
func FuzzSimple(f *testing.F) {
	for _, raw := range rawSeeds {
		f.Add([]byte(raw))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if end := simpleEnd(raw, 0, 0); end >= 0 && !json.Valid(raw[:end]) && len(raw) > 0 {
			t.Errorf("%q is no JSON", raw[:end])
		}
	})
}
