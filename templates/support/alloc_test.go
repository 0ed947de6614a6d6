//go:build !race

package support

import "testing"

// The race detector makes pools forget at random, so it cannot count.
func TestAllocations(t *testing.T) {
	data := feed(2)
	var f Feed
	if err := f.UnmarshalJSON(data); err != nil {
		t.Fatal(err)
	}
	dst := make([]byte, 0, 2*len(data))
	tests := []struct {
		name string
		most float64
		run  func() error
	}{
		{"decode", 13, func() error { return new(Feed).UnmarshalJSON(data) }},
		{"append", 1, func() error { _, err := f.AppendJSON(dst); return err }},
		{"marshal", 2, func() error { _, err := f.MarshalJSON(); return err }},
	}
	for _, test := range tests {
		got := testing.AllocsPerRun(200, func() {
			if err := test.run(); err != nil {
				t.Fatal(err)
			}
		})
		t.Logf("%s: %v allocations", test.name, got)
		if got > test.most {
			t.Errorf("%s: %v allocations, at most %v", test.name, got, test.most)
		}
	}
}

// TestAllocationsOfLists checks that the elements of a list are not allocated
// one by one.
func TestAllocationsOfLists(t *testing.T) {
	count := func(n int) float64 {
		data := []byte(`{"x":0`)
		data = append(data, `,"tags":["a"`...)
		for range n {
			data = append(data, `,"b"`...)
		}
		data = append(data, "]}"...)
		return testing.AllocsPerRun(100, func() {
			d := newDecoder(data)
			var list []string
			if i := decodeList(&list, d, len(`{"x":0,"tags":`), 5, decodeText); i < 0 || len(list) != n+1 {
				t.Fatal(list)
			}
			if err := d.finish(d.n); err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := count(1), count(900); many > few {
		t.Errorf("%v allocations for 900 elements, %v for one", many, few)
	}
}
