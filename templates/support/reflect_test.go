package support

import "testing"

// A name that no json tag can hold has a tag of its own.
func TestFieldOf(t *testing.T) {
	v := struct {
		Plain int `json:"plain,omitzero"`
		Quote int `json:"-" docgen:"a\"b"`
		Comma int `json:"-" docgen:"e,f"`
		Other int `json:"-"`
	}{1, 2, 3, 4}
	for name, want := range map[string]int64{"plain": 1, `a"b`: 2, "e,f": 3} {
		if f := fieldOf(&v, name); !f.IsValid() || f.Int() != want {
			t.Errorf("%q leads to %v", name, f)
		}
	}
	if f := fieldOf(&v, "other"); f.IsValid() {
		t.Errorf("a name that is no member's leads to %v", f)
	}
}
