package support

import (
	"cmp"
	"slices"
)

// An outlook is what is known of values that were scanned before they are
// decoded: where their lists and objects end, and what unions have chosen. It
// spares each level of a deep value the scan of all levels below.
type outlook struct {
	on      bool // extents are being noted
	extents []extent
	choices map[place]choice
}

// An extent is where a list or an object begins and ends. Extents are noted
// in the order of their beginnings.
type extent struct{ start, end int }

// A place is a value that a union looks at.
type place struct {
	offset int
	union  *union
}

// A choice is the variant that fits best, or -1, and how well it fits.
type choice struct{ variant, fit int }

// maxExtents is how many extents there is room for between documents.
const maxExtents = 1024

func (o *outlook) reset() {
	o.on, o.choices = false, nil
	if o.extents = o.extents[:0]; cap(o.extents) > maxExtents {
		o.extents = nil
	}
}

// begin notes where a list or an object begins, and returns its number.
func (o *outlook) begin(i int) int {
	if !o.on {
		return -1
	}
	o.extents = append(o.extents, extent{start: i})
	return len(o.extents) - 1
}

// finish notes where the list or object with that number ends.
func (o *outlook) finish(number, end int) {
	if number >= 0 {
		o.extents[number].end = end
	}
}

// end returns where the list or object at i ends, or 0 if that is unknown.
func (o *outlook) end(i int) int {
	n := len(o.extents)
	if n == 0 || i > o.extents[n-1].start {
		return 0
	}
	at, known := slices.BinarySearchFunc(o.extents, i, func(e extent, i int) int { return cmp.Compare(e.start, i) })
	if !known {
		return 0
	}
	return o.extents[at].end
}

// lookAhead steps over the value at i like skip, and remembers the extents of
// what is in it.
func (d *decoder) lookAhead(i int) int {
	if d.s[i] != '{' && d.s[i] != '[' || d.ahead.on {
		return d.skip(i)
	}
	if end := d.ahead.end(i); end > 0 {
		return end
	}
	d.ahead.on = true
	end := d.skip(i)
	d.ahead.on = false
	return end
}
