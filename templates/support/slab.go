package support

// A slab hands out values of one type from an allocation for many. What it
// does is in functions, and in methods of its tally: a method of a generic
// type is compiled for each type, whether it is called or not.
type slab[T any] struct {
	tally tally
	free  []T // zero values that are nobody's
}

// release lets go of everything at the end of a document of n bytes.
func (s *slab[T]) release(n int) { s.free, s.tally = nil, tally{before: s.tally.used, size: n} }

// A releaser is a slab.
type releaser interface{ release(n int) }

// A tally counts what a slab hands out. How many there will be is learned from
// the document before: a decoder is mostly used for documents of one API.
type tally struct {
	used  int // how many this document took
	lists int // how many lists are being gathered
	known bool
	// What the document before took, and how long it was.
	before, size int
}

// maxAhead is how many values are allocated at once that nothing asks for yet,
// unless the document before needed more.
const maxAhead = 128

// want returns how many values to allocate when least are needed: as many as
// are still to come, going by the document before and the length of this one.
// It makes sure that s, the slab, is emptied at the end of the document.
func (t *tally) want(d *decoder, s releaser, least int) int {
	if !t.known {
		t.known = true
		d.slabs.known = append(d.slabs.known, s)
	}
	if t.lists > 1 { // a list in a list: the outer one has room for the others
		return least
	}
	expected := 0
	if t.size > 0 {
		expected = min(t.before, t.before*d.n/t.size+1)
	}
	return max(least, expected-t.used, min(t.used, maxAhead))
}

// take returns a pointer to a zero value.
func take[T any](s *slab[T], d *decoder) *T {
	if len(s.free) == 0 {
		s.free = make([]T, s.tally.want(d, s, 1))
	}
	p := &s.free[0]
	s.free = s.free[1:]
	s.tally.used++
	return p
}

// slabs are a decoder's slabs.
type slabs struct {
	strings  slab[string]
	integers slab[int64]
	floats   slab[float64]
	bools    slab[bool]
	others   []any      // for each other type T, by its slot, a *slab[T]
	known    []releaser // those that this document used
}

// release empties the slabs at the end of a document of n bytes.
func (s *slabs) release(n int) {
	for _, known := range s.known {
		known.release(n)
	}
	clear(s.known)
	s.known = s.known[:0]
}

// slot returns where the slab of a slot is kept.
func (s *slabs) slot(slot int) *any {
	if slot >= len(s.others) {
		s.others = append(s.others, make([]any, slot+1-len(s.others))...)
	}
	return &s.others[slot]
}

func decodeOptionalString(p **string, d *decoder, i int) int {
	if d.s[i] != '"' {
		return d.mismatch(i, "a string")
	}
	*p = take(&d.slabs.strings, d)
	return decodeText(*p, d, i)
}

func decodeOptionalInteger(p **int64, d *decoder, i int) int {
	return decodeNew(p, take(&d.slabs.integers, d), d, i, decodeInteger)
}

func decodeOptionalFloat(p **float64, d *decoder, i int) int {
	return decodeNew(p, take(&d.slabs.floats, d), d, i, decodeFloat)
}

func decodeOptionalBool(p **bool, d *decoder, i int) int {
	return decodeNew(p, take(&d.slabs.bools, d), d, i, decodeBool)
}

// decodeNew decodes a scalar into v, and makes p point there unless v cannot
// hold it: the zero value would pass for one that arrived.
func decodeNew[T any](p **T, v *T, d *decoder, i int, elem func(*T, *decoder, int) int) int {
	wrong := d.wrong
	i = elem(v, d, i)
	if d.wrong == wrong {
		*p = v
	}
	return i
}
