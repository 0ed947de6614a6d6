package support

import (
	"math/bits"
	"strings"
)

// A table is what the decoder and the encoder know of a struct. Members are
// numbered in the order of their names.
type table struct {
	name      string
	keys      []string   // `,"name":`, as it is written
	names     []string   // the names, where some key has an escape; else nil
	required  []uint64   // bitmap of the members that must be there
	inferred  []uint64   // bitmap of the names that the reference does not prove
	nulls     string     // for each member what null does: see take
	kinds     string     // for each member its JSON kind: see kindFits
	constants []constant // the members that have a single value
	base      int        // where the table's row in decoder.learned begins
}

// A constant is the only value, as JSON text, that a member may have.
type constant struct {
	member int
	text   string
}

// memberName returns the name of a member.
func (t *table) memberName(member int) string {
	if t.names != nil {
		return t.names[member]
	}
	key := t.keys[member]
	return key[2 : len(key)-2]
}

// find returns the number of the member called name, or -1.
func (t *table) find(name string) int {
	low, high := 0, len(t.keys)
	for low < high {
		middle := int(uint(low+high) >> 1)
		switch at := t.memberName(middle); {
		case at < name:
			low = middle + 1
		case at > name:
			high = middle
		default:
			return middle
		}
	}
	return -1
}

// findFolded returns the number of an inferred member whose name differs from
// name in nothing but ASCII case and separators, or -1. A comma is what parts
// spellings, so a name that holds one is not looked for.
func (t *table) findFolded(name string) int {
	if t.inferred == nil || strings.IndexByte(name, ',') >= 0 {
		return -1
	}
	first := firstLetter(name)
	for word, set := range t.inferred {
		for ; set != 0; set &= set - 1 {
			member := word*64 + bits.TrailingZeros64(set)
			if own := t.memberName(member); firstLetter(own) == first && folds(own, name) {
				return member
			}
		}
	}
	return -1
}

// firstLetter returns the first byte of name that counts in folds, or 0.
func firstLetter(name string) byte {
	for i := range len(name) {
		if !isSeparator(name[i]) {
			return lower(name[i])
		}
	}
	return 0
}

// folds reports whether a and b are equal but for ASCII case, "_", "-" and " ".
func folds(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && isSeparator(a[i]) {
			i++
		}
		for j < len(b) && isSeparator(b[j]) {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if lower(a[i]) != lower(b[j]) {
			return false
		}
		i++
		j++
	}
}

func isSeparator(c byte) bool { return c == '_' || c == '-' || c == ' ' }

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func has(set []uint64, member int) bool {
	return member>>6 < len(set) && set[member>>6]&(1<<(member&63)) != 0
}
