package support

// slabs hand out small values many at a time: one allocation for all. They
// start with as many as a document of its size is likely to need.
type slabs struct {
	size     int
	strings  []string
	integers []int64
	floats   []float64
	bools    []bool
}

const maxSlab = 128

// reset drops what is left over, and sizes the slabs for a document of n bytes.
func (s *slabs) reset(n int) { *s = slabs{size: min(4+n>>8, maxSlab)} }

// take returns a pointer to a value of its own from a slab.
func take[T any](slab *[]T, size *int) *T {
	if len(*slab) == 0 {
		*slab = make([]T, *size)
		*size = min(2**size, maxSlab)
	}
	p := &(*slab)[0]
	*slab = (*slab)[1:]
	return p
}

func decodeOptionalString(p **string, d *decoder, i int) int {
	if d.s[i] != '"' {
		return d.mismatch(i, "a string")
	}
	*p = take(&d.slabs.strings, &d.slabs.size)
	return decodeText(*p, d, i)
}

func decodeOptionalInteger(p **int64, d *decoder, i int) int {
	return decodeNew(p, take(&d.slabs.integers, &d.slabs.size), d, i, decodeInteger)
}

func decodeOptionalFloat(p **float64, d *decoder, i int) int {
	return decodeNew(p, take(&d.slabs.floats, &d.slabs.size), d, i, decodeFloat)
}

func decodeOptionalBool(p **bool, d *decoder, i int) int {
	return decodeNew(p, take(&d.slabs.bools, &d.slabs.size), d, i, decodeBool)
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
