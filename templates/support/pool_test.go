package support

import (
	"encoding/json"
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// TestConcurrent decodes and encodes documents of several types at a time.
func TestConcurrent(t *testing.T) {
	texts := map[string]func() codec{
		full:                                  func() codec { return new(Record) },
		`{"size":1,"x":[1.0],"A-NAME":"a"}`:   func() codec { return new(Part) },
		`[1,[2,{"type":"square"}],{"a":[]}]`:  func() codec { return new(Thing) },
		`{"m000":"","m129":null,"M-127":"x"}`: func() codec { return new(Wide) },
		`{"size":`:                            func() codec { return new(Part) },
		`{"size":"x","size":1}`:               func() codec { return new(Part) },
		`[[{"type":"circle","radius":"x"},`:   func() codec { return new(Thing) },
		`{"m000":1,"m001":{}}`:                func() codec { return new(Wide) },
	}
	var group sync.WaitGroup
	for range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			for range 50 {
				for text, target := range texts {
					v := target()
					if err := v.UnmarshalJSON([]byte(text)); err != nil {
						continue
					}
					if out, err := v.MarshalJSON(); err != nil || !equalJSON(text, string(out)) {
						t.Errorf("%v\n%s\n%s", err, text, out)
					}
				}
			}
		}()
	}
	group.Wait()
}

// TestNothingLeaks decodes small documents after large and broken ones.
func TestNothingLeaks(t *testing.T) {
	large := complete + `,"children":[` + strings.Repeat(complete+`,"tags":["x","y"],"things":[[1,2],"z"],"extra":[{"size":1,"a":1}]},`, 200) + complete + `}],"x":1`
	small := complete + `,"children":[` + complete + `,"tags":[]}],"tags":[""],"extra":[{"size":0}],"things":[[]]}`
	var want Record
	if err := want.UnmarshalJSON([]byte(small)); err != nil {
		t.Fatal(err)
	}
	for _, tail := range []string{"}", "", ",", `,"count":[}`, `,"children":[]`, `,"level":null}`, `,"x":2}`, `,"extra":[{"size":1},{"size":`} {
		if err := new(Record).UnmarshalJSON([]byte(large + tail)); (err == nil) != (tail == "}") {
			t.Errorf("%q: %v", tail, err)
		}
		var got Record
		if err := got.UnmarshalJSON([]byte(small)); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("after %q: %v", tail, err)
		}
	}
}

// TestDecoderIsCleared looks at what a decoder holds on to.
func TestDecoderIsCleared(t *testing.T) {
	for _, text := range []string{full, full[:len(full)/2], `{"tags":["a",1],"children":[{"tags":["b"]}],"x":null}`, full + "x"} {
		d := newDecoder([]byte(text))
		var r Record
		if err := d.finish(r.decode(d, d.start())); (err == nil) != (text == full) {
			t.Fatal(err)
		}
		if d.s != "" || d.raw != nil || d.found != nil || d.wrong != 0 || d.broken != nil || d.depth != 0 || len(d.slabs.known) != 0 ||
			len(d.ahead.extents) != 0 || d.ahead.choices != nil || d.ahead.on {
			t.Errorf("%.40s: %+v", text, d)
		}
		if s := d.slabs.others[5].(*slab[string]); s.free != nil || s.tally.used != 0 || s.tally.lists != 0 || s.tally.known {
			t.Errorf("%.40s: the slab of lists of strings: %+v", text, s)
		}
		if s := d.slabs.strings; s.free != nil || s.tally.used != 0 || s.tally.known {
			t.Errorf("%.40s: the slab of strings: %+v", text, s)
		}
	}
}

// TestPoolsAreBounded decodes and encodes what is large once.
func TestPoolsAreBounded(t *testing.T) {
	d := newDecoder([]byte(`{"tags":["` + strings.Repeat(`","`, 10*maxAhead) + `"],"things":[` + strings.Repeat("[],", 10*maxExtents) + `[]]}`))
	var r Record
	if err := d.finish(r.decode(d, d.start())); err == nil || len(r.Tags) < maxAhead {
		t.Fatal(err)
	}
	if cap(d.ahead.extents) > maxExtents {
		t.Errorf("keeps room for %d extents", cap(d.ahead.extents))
	}
	e := newEncoder()
	r = Record{ID: strings.Repeat("x", 2*maxKept)}
	if _, err := e.finish(r.encode(nil, e)); err != nil || cap(e.buf) > maxKept {
		t.Errorf("%v: keeps %d bytes", err, cap(e.buf))
	}
}

// TestSlabsNest decodes lists within lists of the same type.
func TestSlabsNest(t *testing.T) {
	var build func(depth, width int) string
	n := 0
	build = func(depth, width int) string {
		n++
		text := complete + fmt.Sprintf(`,"count":%d`, n)
		if depth > 0 {
			text += `,"children":[`
			for i := range width {
				if i > 0 {
					text += ","
				}
				text += build(depth-1, width-i)
			}
			text += "]"
		}
		return text + "}"
	}
	text := build(5, 3)
	for range 3 { // the later ones know how many there are
		var r Record
		if err := r.UnmarshalJSON([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if out, err := json.Marshal(r); err != nil || !equalJSON(text, string(out)) {
			t.Error("the lists are mixed up", err)
		}
	}
}

// TestSlabsAreModest holds that what one document took does not make the next
// one take it as well.
func TestSlabsAreModest(t *testing.T) {
	tags := func(n int) string { return complete + `,"tags":["` + strings.Repeat(`","`, n-1) + `"]}` }
	deep := strings.Repeat(complete+`,"children":[`, 2000) + complete + "}" + strings.Repeat("]}", 2000)
	for _, test := range []struct{ before, text string }{
		{tags(10000), tags(1)},
		{tags(10000), tags(100)},
		{tags(1), tags(10000)},
		{deep, deep},
		{deep, tags(100)},
	} {
		cold := bytesOf(t, new(decoder), test.text)
		d := new(decoder)
		bytesOf(t, d, test.before)
		if warm := bytesOf(t, d, test.text); warm > 2*cold {
			t.Errorf("%.60s after %.60s: %d bytes, %d for itself", test.text, test.before, warm, cold)
		}
	}
}

// bytesOf returns how many bytes d allocates for a record.
func bytesOf(t *testing.T, d *decoder, text string) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d.s, d.n = padded([]byte(text)), len(text)
	var r Record
	i := r.decode(d, d.start())
	d.slabs.release(d.n)
	runtime.ReadMemStats(&after)
	if i != d.n || d.wrong > 0 {
		t.Fatalf("%.60s: %d %v", text, i, d.found)
	}
	return after.TotalAlloc - before.TotalAlloc
}

// TestPrediction decodes members in orders that were learned wrong.
func TestPrediction(t *testing.T) {
	for _, text := range []string{
		`{"aname":"","size":1}`, `{"size":1,"aname":""}`, `{"aname":"","x":1,"size":1}`, `{"aname" : "","size":1}`, `{"size":1}`,
		`{ "aname":"", "size":1 }`, `{"aname":null,"size":1}`, `{"x":1,"size":1,"aname":""}`, `{"size": 1 , "aname": ""}`,
	} {
		for range 2 {
			var p Part
			err := p.UnmarshalJSON([]byte(text))
			if strings.Contains(text, "null") {
				if err == nil {
					t.Errorf("%s: accepted", text)
				}
			} else if out, fail := p.MarshalJSON(); err != nil || fail != nil || !equalJSON(text, string(out)) {
				t.Errorf("%s: %v %v %s", text, err, fail, out)
			}
		}
	}
}

// TestElementsAreApart decodes elements that lack what the ones before have.
func TestElementsAreApart(t *testing.T) {
	const parts = `{"a":{"size":1,"aname":"x","y":1,"A-NAME":""},"b":{"size":2},"c":{}}`
	dict, err := decoded(parts, func(p *map[string]Part, d *decoder, i int) int { return decodeMap(p, d, i, (*Part).decode) })
	if err == nil || !reflect.DeepEqual(dict["b"], Part{Size: 2}) || !reflect.DeepEqual(dict["c"], Part{}) {
		t.Errorf("%v %+v", err, dict)
	}
	list, err := decoded(`[{"size":1,"aname":"x","y":1},{"size":2}]`, func(p *[]Part, d *decoder, i int) int { return decodeList(p, d, i, 1, (*Part).decode) })
	if err != nil || !reflect.DeepEqual(list[1], Part{Size: 2}) {
		t.Errorf("%v %+v", err, list)
	}
	text, err := encoded(dict, func(p *map[string]Part, b []byte, e *encoder) []byte { return encodeMap(p, b, e, (*Part).encode) })
	if want := `{"a":{"A-NAME":"","aname":"x","size":1,"y":1},"b":{"size":2},"c":{"size":0}}`; err != nil || text != want {
		t.Errorf("%v %s", err, text)
	}
}
