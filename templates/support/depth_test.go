package support

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

// nested repeats what opens and closes a level around a core.
func nested(n int, before, core, after string) string {
	return strings.Repeat(before, n) + core + strings.Repeat(after, n)
}

func TestDepth(t *testing.T) {
	const record = complete + `,"`
	tests := []struct {
		name   string
		step   int // how many levels more there are at least
		target codec
		text   func(n int) string // with n levels
	}{
		{"raw", 1, new(Record), func(n int) string { return record + `any":` + nested(n-1, "[", "", "]") + "}" }},
		{"unknown", 1, new(Record), func(n int) string { return record + `x":` + nested(n-1, `{"a":`, "1", "}") + "}" }},
		{"model", 1, new(Record), func(n int) string { return nested(n-2, record+`parent":`, complete+"}", "}") }},
		{"list of models", 2, new(Record), func(n int) string {
			return nested(n/2-1, record+`children":[`, complete+`,"tags":[]}`, "]}")
		}},
		{"union of lists", 1, new(Thing), func(n int) string { return nested(n, "[", "", "]") }},
		{"union of maps", 1, new(Thing), func(n int) string { return nested(n-1, `{"a":`, "{}", "}") }},
		{"union of models", 1, new(Thing), func(n int) string {
			return nested(n-1, `{"type":"square","inner":`, `{"type":"square"}`, "}")
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := test.text(maxDepth)
			if err := test.target.UnmarshalJSON([]byte(text)); err != nil {
				t.Fatalf("%.200v", err)
			}
			out, err := test.target.MarshalJSON()
			if err != nil || test.name != "model" && test.name != "list of models" && string(out) != text && !equalJSON(string(out), text) {
				t.Errorf("encodes to another value: %v", err)
			}
			var syntax *SyntaxError
			if err := test.target.UnmarshalJSON([]byte(test.text(maxDepth + test.step))); !errors.As(err, &syntax) || syntax.Message != "nested too deep" {
				t.Errorf("%.200v", err)
			}
		})
	}
}

// TestLevelsAreLeft checks that what stands side by side is not nested.
func TestLevelsAreLeft(t *testing.T) {
	for text, v := range map[string]interface {
		decode(d *decoder, i int) int
	}{full: new(Record), `{"size":1,"x":[{"y":[]},{}]}`: new(Part), `[[1],[],[{}],{"a":{}},{"type":"square"}]`: new(Thing), `{"m000":[],"m001":{}}`: new(Wide)} {
		d := newDecoder([]byte(text))
		end := v.decode(d, 0)
		if d.depth != 0 || end < 0 {
			t.Errorf("%s: level %d at the end", text, d.depth)
		}
	}
}

// TestHoldsItself checks that a value without end is an error.
func TestHoldsItself(t *testing.T) {
	parent := &Record{Grid: [][]float64{}, Shade: "red", Since: "2026-01-02"}
	parent.Parent = parent
	children := &Record{Grid: [][]float64{}, Shade: "red", Since: "2026-01-02", Children: make([]Record, 2)}
	children.Children[0], children.Children[1] = *children, *children
	list := ThingList{{}, {}}
	list[0].Value, list[1].Value = list, list
	dict := ThingMap{}
	dict["a"], dict["b"] = Thing{dict}, Thing{dict}
	for name, v := range map[string]interface {
		AppendJSON([]byte) ([]byte, error)
		Validate() error
	}{"pointer": parent, "list": children, "union of lists": &Thing{list}, "union of maps": &Thing{dict}} {
		if out, err := v.AppendJSON(nil); !errors.Is(err, errDeep) || out != nil {
			t.Errorf("%s: %v", name, err)
		}
		err := v.Validate()
		if name == "pointer" || name == "list" {
			if !errors.Is(err, errDeep) {
				t.Errorf("%s: %.200v", name, err)
			}
		}
	}
	var after Part
	if err := json.Unmarshal([]byte(`{"size":1}`), &after); err != nil {
		t.Errorf("what comes after: %v", err)
	}
}

// TestCost decodes what is wide and deep in ways that would take minutes if
// the time grew with more than the size.
func TestCost(t *testing.T) {
	filler := strings.Repeat("é", 1<<19)
	tests := []struct {
		name   string
		target json.Unmarshaler
		text   string
	}{
		{"nested lists", new(Thing), nested(9000, "[", `"`+filler+`"`, "]")},
		{"full nested lists", new(Thing), nested(9000, "["+strings.Repeat("1,", 30), "1", "]")},
		{"wide nested lists", new(Thing), nested(3000, "[[],[],", "1", "]")},
		{"nested maps", new(Thing), nested(9000, `{"a":`, `"`+filler+`"`, "}")},
		{"nested models", new(Thing), nested(9000, `{"type":"square","inner":`, `"`+filler+`"`, "}")},
		{"late members", new(Record), nested(4000, complete+`,"Chil-dren":[`, complete+`,"any":"`+filler+`"}`, `],"Par-ent":null}`)},
		{"late names", new(Part), lateNames(20000)},
		{"nulls", new(Wide), `{"m000":"","m129":"",` + strings.Repeat(" ", 10) + lateNulls(50000)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			err := test.target.UnmarshalJSON([]byte(test.text))
			if err != nil {
				t.Fatalf("%.200v", err)
			}
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("%d bytes took %v", len(test.text), took)
			}
		})
	}
}

// lateNames returns an object of n names that fold to one member's.
func lateNames(n int) string {
	var b strings.Builder
	b.WriteString(`{"size":1`)
	for i := range n {
		name := []byte("anameanameaname")[:5]
		for bit := range 5 {
			if i>>bit&1 == 1 {
				name[bit] -= 'a' - 'A'
			}
		}
		b.WriteString(`,"_` + string(name) + strings.Repeat("-", i>>5&31) + strings.Repeat("_", i>>10) + `":""`)
	}
	return b.String() + "}"
}

// lateNulls returns the rest of an object with n nulls under folded names.
func lateNulls(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`"M` + strings.Repeat("-", i&255) + "001" + strings.Repeat("_", i>>8) + `":null,`)
	}
	return b.String() + `"x":null}`
}
