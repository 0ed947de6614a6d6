package support

// A slab hands out values of one type from an allocation for many.
type slab[T any] struct {
	tally
	free []T // zero values that are nobody's
}

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
func (s *slab[T]) take(d *decoder) *T {
	if len(s.free) == 0 {
		s.free = make([]T, s.want(d, s, 1))
	}
	p := &s.free[0]
	s.free = s.free[1:]
	s.used++
	return p
}

// begin returns an empty list with what room there is.
func (s *slab[T]) begin() []T {
	list := s.free[:0]
	s.free = nil
	s.lists++
	return list
}

// grow returns list with room for another element. What is between a list's
// length and its capacity is zero.
func (s *slab[T]) grow(d *decoder, list []T) []T {
	return append(make([]T, 0, s.want(d, s, max(2*len(list), 2))), list...)
}

// end returns the list, and keeps the room that it leaves.
func (s *slab[T]) end(list []T) []T {
	s.lists--
	s.used += len(list)
	if rest := list[len(list):cap(list)]; len(rest) > len(s.free) {
		s.free = rest
	}
	return list[:len(list):len(list)]
}

// release lets go of everything at the end of a document of n bytes.
func (s *slab[T]) release(n int) { *s = slab[T]{tally: tally{before: s.used, size: n}} }

// A releaser is a slab.
type releaser interface{ release(n int) }

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

// slabOf returns the slab for values of type T, whose slot is given.
func slabOf[T any](d *decoder, slot int) *slab[T] {
	if slot >= len(d.slabs.others) {
		d.slabs.others = append(d.slabs.others, make([]any, slot+1-len(d.slabs.others))...)
	}
	s, ok := d.slabs.others[slot].(*slab[T])
	if !ok {
		s = new(slab[T])
		d.slabs.others[slot] = s
	}
	return s
}

func decodeOptionalString(p **string, d *decoder, i int) int {
	if d.s[i] != '"' {
		return d.mismatch(i, "a string")
	}
	*p = d.slabs.strings.take(d)
	return decodeText(*p, d, i)
}

func decodeOptionalInteger(p **int64, d *decoder, i int) int {
	return decodeNew(p, d.slabs.integers.take(d), d, i, decodeInteger)
}

func decodeOptionalFloat(p **float64, d *decoder, i int) int {
	return decodeNew(p, d.slabs.floats.take(d), d, i, decodeFloat)
}

func decodeOptionalBool(p **bool, d *decoder, i int) int {
	return decodeNew(p, d.slabs.bools.take(d), d, i, decodeBool)
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
