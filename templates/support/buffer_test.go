package support

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unsafe"
)

// full is a document that touches every member of a Record.
const full = `{"alias":"\u00e9t","any":{"n":1.50},"blob":"aGk=","children":[` + complete + `}],"count":7,"day":"2026-01-02","exact":1.00,` +
	`"extra":[{"size":1,"A-NAME":"spelled","odd":[1.0]}],"figure":{"type":"circle","radius":1.5,"x":2},"fixed":true,"flag":false,` +
	`"Full-Name":"name","grid":[[1,2.5],[]],"groups":{"g":[null,{"size":2}]},"id":"id","kind":"record","level":2,"note":"note",` +
	`"opaque":[1.0],"owner":{"size":3},"parent":` + complete + `,"count":null},"parts":[{"size":4}],"ratio":0.25,"scores":{"s":5},` +
	`"shade":"blue","since":"2026-01-02T03:04:05Z","sl/a~sh\tq":"slash","tags":["a","b"],"things":["x",1,2.5,true,[1],{"m":"2026-01-02"}],` +
	`"title":{"size":6},"later":{"kept":"raw"}}`

// TestOwnMemory overwrites what was decoded from.
func TestOwnMemory(t *testing.T) {
	data := []byte(full)
	var r, want Record
	if err := errors.Join(r.UnmarshalJSON(data), want.UnmarshalJSON([]byte(full))); err != nil {
		t.Fatal(err)
	}
	if string(data) != full {
		t.Error("decoding changed the buffer")
	}
	for i := range data {
		data[i] = '#'
	}
	if !reflect.DeepEqual(r, want) {
		t.Error("the value shares the buffer's memory")
	}
}

// TestRawAppend appends to one raw value, which must not reach the next.
func TestRawAppend(t *testing.T) {
	var r Record
	text := complete + `,"any":1,"x":2,"opaque":3,"y":4}`
	if err := r.UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	for _, raw := range [][]byte{r.Any, r.Opaque, r.AdditionalProperties["x"]} {
		_ = append(raw, strings.Repeat("#", 20)...)
	}
	out, err := r.MarshalJSON()
	if err != nil || !equalJSON(text, string(out)) {
		t.Errorf("%v %s", err, out)
	}
}

// addresses gathers where the strings and byte slices within v are.
func addresses(v reflect.Value, into map[uintptr]string) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); s != "" {
			into[uintptr(unsafe.Pointer(unsafe.StringData(s)))] = s
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			addresses(v.Elem(), into)
		}
	case reflect.Slice:
		if v.Len() > 0 && v.Type().Elem().Kind() == reflect.Uint8 {
			into[v.Pointer()] = string(v.Bytes())
		}
		for i := range v.Len() {
			addresses(v.Index(i), into)
		}
	case reflect.Map:
		for entries := v.MapRange(); entries.Next(); {
			addresses(entries.Key(), into)
			addresses(entries.Value(), into)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			addresses(v.Field(i), into)
		}
	}
}

func TestClone(t *testing.T) {
	var r Record
	if err := r.UnmarshalJSON([]byte(full)); err != nil {
		t.Fatal(err)
	}
	c := r.Clone()
	if !reflect.DeepEqual(*c, r) {
		t.Errorf("%+v\nis not\n%+v", *c, r)
	}
	of, ofClone := map[uintptr]string{}, map[uintptr]string{}
	addresses(reflect.ValueOf(r), of)
	addresses(reflect.ValueOf(*c), ofClone)
	if len(of) < 30 {
		t.Errorf("looked at %d strings only", len(of))
	}
	for address, text := range ofClone {
		if _, shared := of[address]; shared {
			t.Errorf("the clone shares %q", text)
		}
	}
	c.Children[0].ID, c.Scores["s"], *c.Count = "changed", 0, 0
	if r.Children[0].ID != "" || r.Scores["s"] != 5 || *r.Count != 7 {
		t.Error("the clone shares memory")
	}
	if (*Record)(nil).Clone() != nil {
		t.Error("the clone of nil is not nil")
	}
}

// TestCloneForeign clones what holds a struct of another package.
func TestCloneForeign(t *testing.T) {
	type holder struct {
		Buffer *bytes.Buffer
		Name   string
	}
	h := &holder{bytes.NewBufferString("x"), "name"}
	if c := clone(h).(*holder); c.Buffer.String() != "x" || c.Name != "name" || c.Buffer == h.Buffer {
		t.Errorf("%+v", c)
	}
}

func TestAppendJSON(t *testing.T) {
	var r Record
	if err := r.UnmarshalJSON([]byte(full)); err != nil {
		t.Fatal(err)
	}
	plain, err := r.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range []int{0, 1, 7, 5000} {
		dst := append(make([]byte, 0, 7+room), "before "...)
		out, err := r.AppendJSON(dst)
		if err != nil || string(out) != "before "+string(plain) || string(dst) != "before " {
			t.Errorf("room for %d: %v %s", room, err, out)
		}
		r.Ratio = Ptr(nan())
		if out, err := r.AppendJSON(dst); err == nil || len(out) != len(dst) || &out[0] != &dst[0] || string(dst) != "before " {
			t.Errorf("room for %d: %v %s", room, err, out)
		}
		r.Ratio = Ptr(0.25)
	}
	if out, err := (Part{Size: 1}).MarshalJSON(); err != nil || string(out) != `{"size":1}` {
		t.Errorf("%s %v", out, err)
	}
}

func nan() float64 {
	zero := 0.0
	return zero / zero
}

// TestMarshalJSONOwnsItsResult checks that the pool does not share buffers.
func TestMarshalJSONOwnsItsResult(t *testing.T) {
	first, err := Part{Size: 1}.MarshalJSON()
	second, err2 := Part{Size: 2}.MarshalJSON()
	if err != nil || err2 != nil || string(first) != `{"size":1}` || string(second) != `{"size":2}` {
		t.Errorf("%s %s", first, second)
	}
}

func TestRefused(t *testing.T) {
	raw := func(text string) map[string]json.RawMessage {
		return map[string]json.RawMessage{"x": json.RawMessage(text)}
	}
	bad := "\xff"
	tests := map[string]json.Marshaler{
		"raw that is no JSON":   Record{Any: json.RawMessage("{")},
		"empty raw":             Record{Any: json.RawMessage{}},
		"two raw values":        Record{Opaque: Opaque("1 2")},
		"raw that is no UTF-8":  Record{AdditionalProperties: raw("\"\xff\"")},
		"raw comma":             Record{AdditionalProperties: raw(`1,"y":2`)},
		"text that is no UTF-8": Record{ID: "a\xc3"},
		"name that is no UTF-8": Record{Scores: map[string]int64{bad: 1}},
		"unknown name":          Part{AdditionalProperties: map[string]json.RawMessage{bad: []byte("1")}},
		"optional text":         Part{Name: &bad},
		"half a rune in front":  Record{ID: strings.Repeat("a", 20) + "\xe2\x82"},
	}
	for name, v := range tests {
		if out, err := v.MarshalJSON(); err == nil {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestCollision(t *testing.T) {
	raw := json.RawMessage("1")
	for name, v := range map[string]json.Marshaler{
		"member":        Part{AdditionalProperties: map[string]json.RawMessage{"size": raw}},
		"absent member": Part{AdditionalProperties: map[string]json.RawMessage{"aname": raw}},
		"spelling":      Part{Name: Ptr(""), Spellings: "A-Name", AdditionalProperties: map[string]json.RawMessage{"A-Name": raw}},
		"typed":         Figure{&Circle{AdditionalProperties: map[string]float64{"radius": 1}}},
		"wide":          Wide{AdditionalProperties: map[string]json.RawMessage{"m129": raw}},
	} {
		if out, err := v.MarshalJSON(); !errors.Is(err, ErrCollision) || out != nil {
			t.Errorf("%s: %v %s", name, err, out)
		}
	}
	part := Part{Spellings: "A-Name", AdditionalProperties: map[string]json.RawMessage{"A_Name": raw, "sIZE": raw}}
	if _, err := part.MarshalJSON(); err != nil {
		t.Error(err)
	}
}
