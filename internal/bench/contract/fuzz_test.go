//go:build prepared

package contract

import (
	"bytes"
	"encoding/base64"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	json "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	sample "github.com/docgen-go/docgen/internal/bench/testdata/prepared/sample/docgen"
	"github.com/docgen-go/docgen/internal/bench/testdata/prepared/sample/plain"
)

// FuzzAgainstJSONv2 compares the generated decoder with v2 of encoding/json:
// what is accepted, what is refused, and what is read. The two differ where
// the contract says so:
//
//   - A name that comes twice inside of what is kept as it is, is kept.
//   - A missing member, a null that the page rules out, and a name in another
//     spelling are nothing to v2; docgen has an answer to each.
//   - An integer may be written 1.0 or 1e3, which v2 refuses.
//   - A union is raw JSON to v2, which knows none of its variants.
//   - Whatever docgen can hold is decoded although something else is wrong;
//     v2 stops at the first error.
func FuzzAgainstJSONv2(f *testing.F) {
	for _, text := range documents {
		f.Add([]byte(text))
	}
	for _, text := range suiteDocuments() {
		f.Add([]byte(text))
	}
	f.Fuzz(against)
}

// against decodes data both ways and compares.
func against(t *testing.T, data []byte) {
	text := bytes.Clone(data)
	var m sample.Everything
	err := m.UnmarshalJSON(data)
	if !bytes.Equal(text, data) {
		t.Fatal("decoding changed the caller's bytes")
	}
	clear(data) // the value must not live in it
	if !sameVerdict(t, text, err) {
		return
	}
	if err == nil {
		sameDocument(t, text, &m)
	}
	if respelled(t, text) {
		return
	}
	var twin plain.Everything
	errV2 := json.Unmarshal(text, &twin)
	sameViolations(t, text, err, errV2, &twin)
	if err == nil && errV2 == nil {
		sameMembers(t, text, &m, &twin)
	}
}

// sameVerdict compares what is JSON at all. It reports whether there is a
// value to compare: text is JSON without a name that comes twice.
func sameVerdict(t *testing.T, text []byte, err error) bool {
	strict := jsontext.Value(text).IsValid()
	lenient := strict || jsontext.Value(text).IsValid(jsontext.AllowDuplicateNames(true))
	switch {
	case isSyntax(err) && strict:
		t.Fatalf("v2 accepts %q\ndocgen: %v", text, err)
	case !isSyntax(err) && !lenient:
		t.Fatalf("v2 refuses %q\ndocgen: %v", text, errorText(err))
	case isSyntax(err) && lenient && !errors.Is(err, sample.ErrDuplicate):
		t.Fatalf("but for a name that comes twice, v2 accepts %q\ndocgen: %v", text, err)
	}
	return strict
}

// sameViolations compares what does not fit the Go types.
func sameViolations(t *testing.T, text []byte, err, errV2 error, twin *plain.Everything) {
	var invalid sample.ValidationError
	isWrong := func(e *sample.FieldError) bool { return isMisfit(e) && !isUnheld(e, text, twin) }
	if errors.As(err, &invalid) && errV2 == nil && slices.ContainsFunc(invalid, isWrong) {
		t.Errorf("v2 accepts %q\ndocgen: %v", text, err)
	}
	if err == nil && errV2 != nil && !integralOnly(text) {
		t.Errorf("docgen accepts %q\nv2: %v", text, errV2)
	}
}

// isMisfit reports whether a violation is one to v2 too.
func isMisfit(e *sample.FieldError) bool {
	inUnion := strings.Contains(e.Path, "/figure")
	return !inUnion && !errors.Is(e, sample.ErrRequired) && !errors.Is(e, sample.ErrNull)
}

// isUnheld reports whether a violation is base64 whose last bits are not zero:
// v2 drops them, and docgen refuses what it could not write again (RFC 4648,
// section 3.5, leaves it to the decoder).
func isUnheld(e *sample.FieldError, text []byte, twin *plain.Everything) bool {
	return errors.Is(e, sample.ErrFormat) && !bytes.Contains(text, []byte(base64.StdEncoding.EncodeToString(twin.Blob)))
}

// sameDocument compares what is encoded with the text, as JSON values. In the
// canonical form (RFC 8785) numbers are float64.
func sameDocument(t *testing.T, text []byte, m *sample.Everything) {
	encoded, err := m.MarshalJSON()
	if err != nil {
		t.Fatalf("%q decodes, and does not encode: %v", text, err)
	}
	got, want := jsontext.Value(encoded), jsontext.Value(text).Clone() // canonical in place
	if err := got.Canonicalize(); err != nil {
		t.Fatalf("%q encodes to %q: %v", text, encoded, err)
	}
	if err := want.Canonicalize(); err != nil {
		t.Fatalf("%q has no canonical form: %v", text, err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%q\nencodes to %q\nwant %q", text, got, want)
	}
}

// sameMembers compares what was read with what v2 reads: exactly, where a
// canonical form rounds.
func sameMembers(t *testing.T, text []byte, m *sample.Everything, twin *plain.Everything) {
	for m != nil && twin != nil {
		compareMember(t, text, "text", m.Text, twin.Text)
		compareMember(t, text, "count", m.Count, twin.Count)
		compareMember(t, text, "flag", m.Flag, twin.Flag)
		compareMember(t, text, "ratio", m.Ratio, twin.Ratio)
		compareMember(t, text, "note", m.Note, twin.Note)
		compareMember(t, text, "blob", string(m.Blob), string(twin.Blob))
		compareMember(t, text, "words", m.Words, twin.Words)
		compareMember(t, text, "grid", m.Grid, twin.Grid)
		compareMember(t, text, "totals", m.Totals, twin.Totals)
		compareMember(t, text, "child", m.Child == nil, twin.Child == nil)
		m, twin = m.Child, twin.Child
	}
}

func compareMember(t *testing.T, text []byte, name string, got, want any) {
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q: %s is %#v, v2 has %#v", text, name, got, want)
	}
}
