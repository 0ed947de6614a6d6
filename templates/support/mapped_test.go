package support

import (
	"errors"
	"math/big"
	"testing"
	"time"
)

// decodeOne decodes text with elem, and returns the violations.
func decodeOne[T any](text string, elem func(*T, *decoder, int) int) (T, error) {
	d := newDecoder([]byte(text))
	var v T
	err := d.finish(elem(&v, d, d.start()))
	return v, err
}

// TestMappedDecodes holds that a value goes to the type as it stands, and that
// what the type says against it comes back as a violation.
func TestMappedDecodes(t *testing.T) {
	at, err := decodeOne(`"2024-02-29T10:00:00Z"`, decodeMapped[time.Time])
	if err != nil || !at.Equal(time.Date(2024, 2, 29, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("%v, %v", at, err)
	}
	for text, want := range map[string]error{`"soon"`: ErrFormat, `null`: ErrNull} {
		if _, err := decodeOne(text, decodeMapped[time.Time]); !errors.Is(err, want) {
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, err := decodeOne(`"1"`, decodeMapped[int]); !errors.Is(err, ErrKind) {
		t.Error(err)
	}
	var syntax *SyntaxError
	if _, err := decodeOne(`[1`, decodeMapped[[]int]); !errors.As(err, &syntax) {
		t.Error(err)
	}
}

// A failing cannot be encoded, or not to JSON.
type failing struct{ text string }

func (f failing) MarshalJSON() ([]byte, error) {
	if f.text == "" {
		return nil, errors.New("no text")
	}
	return []byte(f.text), nil
}

func TestMappedEncodes(t *testing.T) {
	for text, want := range map[string]bool{`{ "a" : "<" }`: true, "": false, "{": false, "\"\xff\"": false} {
		e := newEncoder()
		b, err := e.finish(encodeMapped(&failing{text}, e.buf, e))
		if (err == nil) != want {
			t.Errorf("%q is encoded as %q, %v", text, b, err)
		}
	}
}

// TestIsUnset holds that the zero value is unset, and what a type's own method
// says is, too.
func TestIsUnset(t *testing.T) {
	local := time.Time{}.In(time.FixedZone("x", 3600))
	now := time.Now()
	if !isUnset(&time.Time{}) || !isUnset(&local) || isUnset(&now) {
		t.Error("times")
	}
	var none *big.Int
	if !isUnset(&none) || !isUnset(new(string)) || !isUnset(&[2]int{}) || isUnset(&[]int{}) {
		t.Error("others")
	}
}

var tableZero = table{name: "Zero", keys: []string{`,"a":`, `,"b":`}, nulls: "r-", required: []uint64{2}}

// TestUnlessZero holds that a zero value is written as what it was before: as
// nothing, or as the null that is remembered; and that it is always valid.
func TestUnlessZero(t *testing.T) {
	for text, nulls := range map[string]NullSet{`{"a":null}`: 1, `{}`: 0} {
		e := newEncoder()
		var w objectWriter
		w.open(e, &tableZero, 0, nulls, "")
		b, err := e.finish(w.end(writeUnlessZero(e.buf, &w, 0, new(Date), encodeText)))
		if err != nil || string(b) != text {
			t.Errorf("%s, %v; want %s", b, err, text)
		}
	}
	for date, want := range map[Date]error{"": nil, "2024-02-29": nil, "soon": ErrFormat} {
		v := new(validator)
		validateUnlessZero(v, "a", &date, (*Date).validate)
		if err := v.err(); !errors.Is(err, want) {
			t.Errorf("%q: %v", date, err)
		}
	}
}

// TestExcuse holds that an object lacks nothing once it is excused, however
// many members it has.
func TestExcuse(t *testing.T) {
	wide := table{name: "Wide", keys: make([]string, 70), required: []uint64{1, 1 << 5}}
	for i := range wide.keys {
		wide.keys[i] = `,"` + string(rune('A'+i)) + `":`
	}
	for _, excused := range []bool{false, true} {
		d := newDecoder([]byte("{}"))
		var o object
		i := d.open(d.start(), &o, &wide)
		if excused {
			o.excuse()
		}
		if err := d.finish(d.close(i, &o, nil, nil)); errors.Is(err, ErrRequired) == excused {
			t.Errorf("excused: %t, %v", excused, err)
		}
	}
	new(object).excuse() // of what is no object, nothing is known
}
