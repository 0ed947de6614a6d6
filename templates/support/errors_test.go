package support

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// complete is the least that a Record must have, without the last brace.
const complete = `{"id":"","kind":"record","fixed":true,"shade":"red","note":null,"grid":[],"parts":[],"scores":{},"since":"2026-01-02"`

// found returns the violations in err, each as "path code".
func found(t *testing.T, err error) []string {
	t.Helper()
	var invalid ValidationError
	if err != nil && !errors.As(err, &invalid) {
		t.Fatalf("%v is no ValidationError", err)
	}
	var out []string
	for _, f := range invalid {
		out = append(out, f.Path+" "+f.Code)
	}
	return out
}

func TestViolations(t *testing.T) {
	tests := []struct {
		name, members string
		want          []string
	}{
		{"none", `,"count":1,"tags":[""],"title":null`, nil},
		{"text", `,"full_name":1,"alias":true`, []string{"/full_name kind", "/alias kind"}},
		{"integer", `,"count":"1","level":1.5`, []string{"/count kind", "/level kind"}},
		{"range", `,"count":9223372036854775808,"level":-1e400,"ratio":1e309`, []string{"/count range", "/level range", "/ratio range"}},
		{"float", `,"ratio":[1]`, []string{"/ratio kind"}},
		{"boolean", `,"flag":"true"`, []string{"/flag kind"}},
		{"number", `,"exact":[1]`, []string{"/exact kind"}},
		{"bytes", `,"blob":"a"`, []string{"/blob format"}},
		{"base64 with line breaks", `,"blob":"aGk=\n"`, []string{"/blob format"}},
		{"bytes kind", `,"blob":{}`, []string{"/blob kind"}},
		{"list", `,"tags":{},"children":1`, []string{"/tags kind", "/children kind"}},
		{"map", `,"groups":[]`, []string{"/groups kind"}},
		{"model", `,"owner":"x","parent":[]`, []string{"/owner kind", "/parent kind"}},
		{"null", `,"level":null,"tags":null,"full_name":null`, []string{"/level null", "/tags null", "/full_name null"}},
		{"elements", `,"tags":["a",1,null,"b",{}]`, []string{"/tags/1 kind", "/tags/2 null", "/tags/4 kind"}},
		{"nested lists", `,"extra":[{"size":1},{"size":"2"},{}]`, []string{"/extra/1/size kind", "/extra/2/size required"}},
		{"entries", `,"groups":{"a/b":[null,{"size":null}],"~":[1],"é\n":{}}`,
			[]string{"/groups/a~1b/1/size null", "/groups/~0/0 kind", "/groups/é\n kind"}},
		{"escapes", `,"sl\/a~sh\tq":1,"groups":{"\ud83d\ude00\\/\b":0}`,
			[]string{"/sl~1a~0sh\tq kind", "/groups/😀\\~1\b kind"}},
		{"behind unknown members", `,"u":{"a":[1,{"b":2}],"c":"}"},"count":"","v":[],"flag":0`, []string{"/count kind", "/flag kind"}},
		{"late", `,"CO-UNT":"x","children":[{"Ra-tio":false}],"later":1`,
			[]string{"/CO-UNT kind", "/children/0 required", "/children/0 required", "/children/0 required", "/children/0 required",
				"/children/0 required", "/children/0 required", "/children/0 required", "/children/0 required", "/children/0 required",
				"/children/0/Ra-tio kind"}},
		{"union", `,"figure":{"type":"circle","x":"y"}`, []string{"/figure/radius required", "/figure/x kind"}},
		{"nested union", `,"things":[[1,{"type":"square","side":"1"}]]`, []string{"/things/0/1/side kind"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := found(t, new(Record).UnmarshalJSON([]byte(complete+test.members+"}")))
			for i := range got {
				if strings.HasPrefix(got[i], "/children/0/") && strings.HasSuffix(got[i], "required") {
					got[i] = "/children/0 required"
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestViolationsOfConstants(t *testing.T) {
	for text, want := range map[string][]string{
		`{"type":"square"}`: nil,
		`{"type":""}`:       {"/type const"},
		`{"type":5}`:        {"/type kind"},
		`{"type":null}`:     {"/type null"},
	} {
		d := newDecoder([]byte(text))
		if diff := cmp.Diff(want, found(t, d.finish(new(Square).decode(d, d.start())))); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

// TestBestEffort checks that what can be read is there.
func TestBestEffort(t *testing.T) {
	var r Record
	err := r.UnmarshalJSON([]byte(`{"count":"x","id":"i","tags":["a",1,"c"],"owner":{"size":7}}`))
	if !errors.Is(err, ErrKind) || !errors.Is(err, ErrRequired) || errors.Is(err, ErrNull) {
		t.Error(err)
	}
	if r.ID != "i" || r.Owner.Size != 7 || len(r.Tags) != 3 || r.Tags[2] != "c" {
		t.Errorf("%+v", r)
	}
	var field *FieldError
	if !errors.As(err, &field) || field.Path != "/fixed" || field.Code != "required" {
		t.Error(field)
	}
}

func TestMissing(t *testing.T) {
	want := []string{"/fixed required", "/grid required", "/id required", "/kind required", "/note required",
		"/parts required", "/scores required", "/shade required", "/since required"}
	if diff := cmp.Diff(want, found(t, new(Record).UnmarshalJSON([]byte("{}")))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"/m000 required", "/m129 required"}, found(t, new(Wide).UnmarshalJSON([]byte("{}")))); diff != "" {
		t.Error(diff)
	}
}

func TestTopLevel(t *testing.T) {
	for text, sentinel := range map[string]error{"null": ErrNull, " null ": ErrNull, "1": ErrKind, "[]": ErrKind, `"x"`: ErrKind} {
		if err := new(Part).UnmarshalJSON([]byte(text)); !errors.Is(err, sentinel) {
			t.Errorf("%s: %v", text, err)
		}
	}
	var part Part
	part.Size = 5
	if err := part.UnmarshalJSON([]byte("null")); err == nil || part.Size != 0 {
		t.Errorf("%v, %+v", err, part)
	}
}

func TestDuplicates(t *testing.T) {
	tests := []struct{ name, text, path string }{
		{"known", `{"size":1,"size":1}`, "/size"},
		{"known, escaped", `{"size":1,"s\u0069ze":1}`, "/size"},
		{"known null", `{"aname":null,"aname":null}`, "/aname"},
		{"unknown", `{"x":1,"y":2,"x":1}`, "/x"},
		{"unknown, escaped", `{"x":1,"\u0078":1}`, "/x"},
		{"late", `{"A_NAME":"1","A_NAME":"1"}`, "/A_NAME"},
		{"late loser", `{"A-NAME":"1","A_NAME":"1","a_name":"","A_NAME":""}`, "/A_NAME"},
		{"apart", `{"size":1,"aname":"","size":1}`, "/size"},
		{"typed", `{"type":"circle","radius":1,"x":1,"x":1}`, "/x"},
		{"map", `{"a":{"b":1,"b":2}}`, "/a/b"},
		{"list", `[{"q":[{"r":1,"r":2}]}]`, "/0/q/0/r"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			targets := []json.Unmarshaler{new(Part)}
			if test.name == "map" || test.name == "list" || test.name == "typed" {
				targets[0] = new(Thing)
			}
			err := targets[0].UnmarshalJSON([]byte(test.text))
			var syntax *SyntaxError
			if !errors.Is(err, ErrDuplicate) || !errors.As(err, &syntax) {
				t.Fatal(err)
			}
			if syntax.Path != test.path {
				t.Errorf("path %q", syntax.Path)
			}
		})
	}
	if err := new(Wide).UnmarshalJSON([]byte(`{"m128":null,"m128":null}`)); !errors.Is(err, ErrDuplicate) {
		t.Error(err)
	}
	if err := new(Part).UnmarshalJSON([]byte(`{"size":1,"raw":{"x":1,"x":2}}`)); err != nil {
		t.Errorf("what is kept raw is nobody's business: %v", err)
	}
}

func TestSyntaxErrorPath(t *testing.T) {
	for text, want := range map[string]string{
		`{"parent":{"children":[{},{"count":1x}]}}`: "/parent/children/1/count",
		`{"any":{"a/b":[1,tru]}}`:                   "/any/a~1b/1",
		`{"any":{"a`:                                "/any",
		`{"any":{"a\`:                               "/any",
		`{"any":{"a":"b`:                            "/any/a",
		`{"any":{"a":"\x"}}`:                        "/any/a",
		`{"any":{"a":1,"\x":2}}`:                    "/any",
		`[`:                                         "/0",
		``:                                          "",
	} {
		var syntax *SyntaxError
		err := new(Record).UnmarshalJSON([]byte(text))
		if !errors.As(err, &syntax) || syntax.Path != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestManyViolations checks that the violations of one value are bounded.
func TestManyViolations(t *testing.T) {
	err := new(Record).UnmarshalJSON([]byte(complete + `,"tags":[` + strings.Repeat("1,", 100000) + "1]}"))
	if n := len(found(t, err)); n != maxFound {
		t.Error(n)
	}
	var last Record
	text := `{"tags":[` + strings.Repeat("1,", 2*maxFound) + `1],"count":"x"}`
	if err := last.UnmarshalJSON([]byte(text)); err == nil || last.Count != nil {
		t.Errorf("%v: what comes after the last violation that is noted must not pass", last.Count)
	}
	r := Record{Children: make([]Record, 100000), Grid: [][]float64{}}
	if n := len(found(t, r.Validate())); n != maxFound {
		t.Error(n)
	}
}

func TestErrorText(t *testing.T) {
	err := new(Part).UnmarshalJSON([]byte(`{"aname":1}`))
	if want := "/aname: wrong kind of value: want a string, not a number"; !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "\n") {
		t.Error(err)
	}
	err = new(Part).UnmarshalJSON([]byte(`{"aname":"a`))
	if want := "invalid JSON at offset 11 in /aname: the text ends too early"; err.Error() != want {
		t.Error(err)
	}
}
