package support

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func seeds(f *testing.F) {
	for _, text := range append(append([]string{full, complete + "}"}, valid...), invalid...) {
		f.Add([]byte(text))
	}
}

// isStrict reports whether data is JSON by RFC 8259 and RFC 7493. encoding/json
// lets broken UTF-8 and lone surrogates pass, which become U+FFFD then: sure
// is false where data holds that character itself.
func isStrict(data []byte) (strict, sure bool) {
	if !json.Valid(data) || !utf8.Valid(data) {
		return false, true
	}
	d := json.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err != nil {
			return true, true
		}
		if text, ok := token.(string); ok && strings.ContainsRune(text, utf8.RuneError) {
			return false, !bytes.Contains(bytes.ToLower(data), []byte(`\ufffd`)) && !bytes.ContainsRune(data, utf8.RuneError)
		}
	}
}

// FuzzSyntax compares with encoding/json what is JSON, in each position.
func FuzzSyntax(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, before := range []string{`{"any":`, `{"later":`, `{"AL-IAS":`, `{"tags":[`, `{"things":`} {
			after := "}"
			if strings.HasSuffix(before, "[") {
				after = "]}"
			}
			text := before + string(data) + after
			want, sure := isStrict([]byte(text))
			if !sure {
				continue
			}
			err := new(Record).UnmarshalJSON([]byte(text))
			var syntax *SyntaxError
			if errors.As(err, &syntax) == want && !errors.Is(err, ErrDuplicate) {
				t.Errorf("%q: %.200v, want JSON: %t", text, err, want)
			}
			if syntax != nil && syntax.Offset > len(text) {
				t.Errorf("%q: offset %d", text, syntax.Offset)
			}
		}
	})
}

// FuzzValues compares with encoding/json what texts and numbers stand for.
func FuzzValues(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if strict, _ := isStrict(data); !strict {
			return
		}
		text, err := decoded(string(data), decodeText[string])
		compare(t, data, text, err)
		float, err := decoded(string(data), decodeFloat[float64])
		compare(t, data, float, err)
		if integer, err := decoded(string(data), decodeInteger[int64]); err == nil || !errors.Is(err, ErrRange) && !errors.Is(err, ErrKind) {
			var want json.Number
			if json.Unmarshal(data, &want) == nil && !bytes.ContainsAny(data, ".eE") {
				compare(t, data, integer, err)
			}
		}
		flag, err := decoded(string(data), decodeBool[bool])
		compare(t, data, flag, err)
		raw, err := decoded(string(data), decodeRaw)
		compare(t, data, raw, err)
		list, err := decoded(string(data), func(p *[]string, d *decoder, i int) int { return decodeList(p, d, i, 5, decodeText) })
		compare(t, data, list, err)
		dict, err := decoded(string(data), func(p *map[string]float64, d *decoder, i int) int { return decodeMap(p, d, i, decodeFloat) })
		compare(t, data, dict, err)
	})
}

// compare checks that encoding/json decodes data to the same value, where it
// is not null.
func compare[T any](t *testing.T, data []byte, got T, err error) {
	t.Helper()
	var want T
	fail := json.Unmarshal(data, &want)
	var tooDeep *SyntaxError
	if bytes.Contains(data, []byte("null")) && reflect.TypeFor[T]() != reflect.TypeFor[json.RawMessage]() ||
		errors.Is(err, ErrDuplicate) || errors.As(err, &tooDeep) && tooDeep.Message == "nested too deep" {
		return
	}
	if (err == nil) != (fail == nil) || err == nil && !reflect.DeepEqual(got, want) {
		t.Errorf("%q: %v, %.200v; want %v, %v", data, got, err, want, fail)
	}
}

// FuzzSample checks that whatever decodes encodes to the same value.
func FuzzSample(f *testing.F) {
	for _, text := range []string{
		full, complete + "}", `{"size":1,"A-NAME":"","x":{"y":[null]}}`, `[[1.0,"x"],{"type":"square","inner":[1]},{"a":{"b":true}}]`,
		`{"m000":"","m129":null,"M-1-27":"x"}`, `{"type":"circle","radius":0.1,"RADIUS":1e2}`, "null", "9223372036854775808",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		for _, v := range []codec{new(Record), new(Part), new(Thing), new(Figure), new(Wide)} {
			if err := v.UnmarshalJSON(data); err != nil {
				continue
			}
			out, err := v.MarshalJSON()
			if err != nil {
				t.Errorf("%T %q: %v", v, data, err)
			} else if !equalJSON(string(data), string(out)) {
				t.Errorf("%T %q came back as %q", v, data, out)
			}
			if r, ok := v.(*Record); ok && r.Validate() == nil && !reflect.DeepEqual(*r.Clone(), *r) {
				t.Errorf("%q: the clone differs", data)
			}
		}
		if !bytes.Equal(before, data) {
			t.Error("decoding changed the buffer")
		}
	})
}
