package support

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestNullable(t *testing.T) {
	var n Nullable[string]
	state := func(want string) {
		t.Helper()
		value, ok := n.Get()
		got := "absent"
		switch {
		case ok:
			got = value
		case n.IsNull():
			got = "null"
		case !n.IsZero():
			got = "nothing"
		}
		if got != want || n.IsZero() != (want == "absent") {
			t.Errorf("%s, want %s", got, want)
		}
	}
	state("absent")
	n.Set("x")
	state("x")
	if !n.Equal(NullableOf("x")) || n.Equal(NullableOf("y")) || n.Equal(NullableNull[string]()) {
		t.Error("Equal")
	}
	n.SetNull()
	state("null")
	if !n.Equal(NullableNull[string]()) || n.Equal(Nullable[string]{}) || n != NullableNull[string]() {
		t.Error("a null must not remember its value")
	}
	n.Unset()
	state("absent")
	if list := NullableOf([]int{1}); !list.Equal(NullableOf([]int{1})) || list.Equal(NullableOf([]int{2})) {
		t.Error("Equal must look into lists")
	}
}

// TestNulls goes through the ways in which a member can be null.
func TestNulls(t *testing.T) {
	var r Record
	if err := r.UnmarshalJSON([]byte(complete + "}")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"alias", "any", "count", "children", "since", "sl/a~sh\tq", "things", "title", "opaque", "grid", "parent"} {
		if r.IsNull(name) {
			t.Errorf("%s is null from the start", name)
		}
		if err := r.SetNull(name); err != nil || !r.IsNull(name) {
			t.Errorf("SetNull(%s): %v", name, err)
		}
		out, err := r.MarshalJSON()
		if want := string(encodeName(name)) + ":null"; err != nil || strings.Count(string(out), want) != 1 {
			t.Errorf("%v: %s is not in %s", err, want, out)
		}
		var again Record
		if err := again.UnmarshalJSON(out); err != nil || !again.IsNull(name) {
			t.Errorf("%s does not come back as null: %v", name, err)
		}
	}
	if !r.IsNull("note") {
		t.Error("a required member that is nil is null")
	}
	r.Count, r.Since, r.Children = Ptr(int64(1)), "2026", []Record{}
	r.Alias.Set("x")
	for _, name := range []string{"count", "since", "children", "alias"} {
		if r.IsNull(name) {
			t.Errorf("%s has a value and is null", name)
		}
	}
	out, err := r.MarshalJSON()
	if err != nil || strings.Contains(string(out), `"count":null`) || strings.Contains(string(out), `"since":null`) {
		t.Errorf("%v %s", err, out)
	}
	if err := r.SetNull("id"); !errors.Is(err, ErrNull) {
		t.Error(err)
	}
	if err := r.SetNull("nothing"); err == nil || r.IsNull("nothing") || r.IsNull("id") {
		t.Error(err)
	}
}

func TestSetNullTakesTheValueAway(t *testing.T) {
	r := Record{Count: Ptr(int64(1)), Note: Ptr("x"), Title: NullableOf(Part{Size: 1}), Any: json.RawMessage("1")}
	for _, name := range []string{"count", "note", "title", "any"} {
		if err := r.SetNull(name); err != nil {
			t.Error(err)
		}
	}
	if r.Count != nil || r.Note != nil || !r.Title.IsNull() || string(r.Any) != "null" {
		t.Errorf("%+v", r)
	}
}

func TestWideNulls(t *testing.T) {
	text := `{"m000":null,"m063":null,"m064":null,"m100":"x","M-127":null,"m128":null,"m129":null,"m130":null}`
	var w Wide
	if err := w.UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if want := [3]NullSet{1 | 1<<63, 1 | 1<<63, 3}; w.Nulls != want {
		t.Errorf("%x", w.Nulls)
	}
	if !w.IsNull("m129") || !w.IsNull("m000") {
		t.Error("IsNull")
	}
	out, err := w.MarshalJSON()
	if err != nil || !equalJSON(text, string(out)) || !strings.Contains(string(out), "M-127") {
		t.Errorf("%v %s", err, out)
	}
	w = Wide{First: Ptr(""), Last: Ptr("")}
	if err := w.SetNull("m129"); err != nil || w.Nulls != [3]NullSet{0, 0, 2} || w.Last != nil || w.IsNull("m000") {
		t.Errorf("%v %x", err, w.Nulls)
	}
}

// TestSpellings decodes names that stand for inferred ones.
func TestSpellings(t *testing.T) {
	tests := []struct {
		name, text    string
		first, second string // the values of a_name and aname
		spellings     Spellings
		unknown       int
	}{
		{"exact", `{"a_name":"1","aname":"2","size":0}`, "1", "2", "", 0},
		{"folded", `{"A-Name":"1","size":0}`, "1", "", "A-Name", 0},
		{"folded to both", `{"ANAME":"1","aname":"2","size":0}`, "1", "2", "ANAME", 0},
		{"exact and folded", `{"A-Name":"1","a_name":"2","size":0}`, "2", "", "", 1},
		{"twice folded", `{"A-Name":"1","A Name":"2","size":0}`, "1", "", "A-Name", 1},
		{"confirmed", `{"SIZE":1,"size":0}`, "", "", "", 1},
		{"comma", `{"a,name":"1","size":0}`, "", "", "", 1},
		{"letters beyond ASCII", `{"A_NAMÉ":"1","ſize":1,"size":0}`, "", "", "", 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var p Part
			if err := p.UnmarshalJSON([]byte(test.text)); err != nil {
				t.Fatal(err)
			}
			value := func(s *string) string {
				if s == nil {
					return ""
				}
				return *s
			}
			if value(p.Name) != test.first || value(p.Name2) != test.second || p.Spellings != test.spellings || len(p.AdditionalProperties) != test.unknown {
				t.Errorf("%+v", p)
			}
			out, err := p.MarshalJSON()
			if err != nil || !equalJSON(test.text, string(out)) {
				t.Errorf("%v %s", err, out)
			}
		})
	}
}

// TestForeignSpellings encodes with spellings that no document can bring.
func TestForeignSpellings(t *testing.T) {
	for _, s := range []Spellings{"size", "aname", "SIZE", ",", "x,,y", "\"", "\xff"} {
		out, err := Part{Name: Ptr("1"), Size: 2, Spellings: s}.MarshalJSON()
		if want := `{"a_name":"1","size":2}`; err != nil || string(out) != want {
			t.Errorf("%q: %v %s", s, err, out)
		}
	}
}

// TestComma checks that a spelling never holds what parts spellings.
func TestComma(t *testing.T) {
	shape := table{keys: []string{`,"a,b":`}, inferred: []uint64{1}}
	if member := shape.findFolded("A,B"); member >= 0 {
		t.Error(member)
	}
}
