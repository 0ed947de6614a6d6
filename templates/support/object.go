package support

import (
	"encoding/json"
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
	for word, set := range t.inferred {
		for ; set != 0; set &= set - 1 {
			member := word*64 + bits.TrailingZeros64(set)
			if folds(t.memberName(member), name) {
				return member
			}
		}
	}
	return -1
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

// end is the member that comes after the last.
const end = -1

// An object is an object that is being read: which member is next, and which
// were seen. The decoder predicts members: in documents of one API, what
// followed a member once mostly follows it again.
type object struct {
	table     *table
	member    int // the next one; len(table.keys) for a name that is no member's
	name      string
	start     int // of the object
	row       int // in decoder.learned: of the member before, or of the start
	seen      uint64
	nulls     uint64
	wide      *wideBits // of the members from the 65th on
	late      []lateMember
	lateNext  int
	closed    int // the index behind the object, once its end was read
	spellings string
}

// wideBits are what seen and nulls are for the members that they have no bits
// for.
type wideBits struct{ seen, nulls []uint64 }

// A lateMember is a member under a name that may stand for an inferred one. It
// is decoded once it is known that no exact name follows.
type lateMember struct {
	member int
	name   string
	value  int // its index
}

// open begins to read the object at i.
func (d *decoder) open(i int, o *object, t *table) int {
	o.start, o.member = i, end
	if d.s[i] != '{' {
		return d.mismatch(i, "an object")
	}
	o.table = t
	if !d.enter(i) {
		return -1
	}
	o.row = t.base
	if last := t.base + len(t.keys) + 2; last > len(d.learned) {
		d.learned = append(d.learned, make([]uint16, last-len(d.learned))...)
	}
	if len(t.keys) > 64 {
		words := len(t.keys) / 64
		o.wide = &wideBits{make([]uint64, words), make([]uint64, words)}
	}
	i++
	if p := int(d.learned[o.row]); p != 0 {
		if key := t.keys[p-1][1:]; strings.HasPrefix(d.s[i:], key) {
			return d.take(i+len(key), o, p-1)
		}
	}
	i = space(d.s, i)
	if d.s[i] == '}' {
		o.closed = i + 1
		return i + 1
	}
	return d.named(i, o)
}

// next goes on to the next member, behind the value that ends at i.
func (d *decoder) next(i int, o *object) int {
	if i < 0 {
		o.member = end
		return i
	}
	if o.closed > 0 {
		return d.replay(o)
	}
	if p := int(d.learned[o.row]); p != 0 {
		if key := o.table.keys[p-1]; strings.HasPrefix(d.s[i:], key) {
			return d.take(i+len(key), o, p-1)
		}
	}
	i = space(d.s, i)
	switch d.s[i] {
	case ',':
		return d.named(space(d.s, i+1), o)
	case '}':
		o.closed = i + 1
		return d.replay(o)
	}
	o.member = end
	return d.fail(i, "a comma or a closing brace should stand here")
}

// named reads the name at i and what belongs to it.
func (d *decoder) named(i int, o *object) int {
	o.member = end
	if d.s[i] != '"' {
		return d.fail(i, "a member name should stand here")
	}
	at := i
	name, i := d.text(i)
	if i < 0 {
		return i
	}
	if i = d.colon(i); i < 0 {
		return i
	}
	t := o.table
	if member := t.find(name); member >= 0 {
		d.learned[o.row] = uint16(member + 1)
		return d.take(i, o, member)
	}
	o.row = t.base + len(t.keys) + 1
	if member := t.findFolded(name); member >= 0 {
		if o.isLate(name) {
			return d.duplicate(at, name)
		}
		o.late = append(o.late, lateMember{member, name, i})
		return d.next(d.skip(i), o)
	}
	o.member, o.name = len(t.keys), name
	return i
}

func (o *object) isLate(name string) bool {
	for _, l := range o.late {
		if l.name == name {
			return true
		}
	}
	return false
}

// take accepts a member whose value is at i or behind white space there. A
// null goes no further, unless the member's own decoder is to see it.
func (d *decoder) take(i int, o *object, member int) int {
	o.row = o.table.base + member + 1
	if !o.see(member) {
		o.member = end
		return d.duplicate(i, o.table.memberName(member))
	}
	i = space(d.s, i)
	if d.s[i] != 'n' || o.table.nulls[member] == 'v' {
		o.member = member
		return i
	}
	if !isWord(d.s, i, "null") {
		o.member = end
		return d.fail(i, "no JSON value")
	}
	switch o.table.nulls[member] {
	case 'r':
		o.setNull(member)
	case '-':
		d.violate(i, ErrNull, "")
	}
	return d.next(i+len("null"), o)
}

// see marks a member as seen, and reports whether it had not been.
func (o *object) see(member int) bool {
	set := &o.seen
	if member >= 64 {
		set = &o.wide.seen[member>>6-1]
	}
	bit := uint64(1) << (member & 63)
	fresh := *set&bit == 0
	*set |= bit
	return fresh
}

func (o *object) setNull(member int) {
	if member >= 64 {
		o.wide.nulls[member>>6-1] |= 1 << (member & 63)
		return
	}
	o.nulls |= 1 << member
}

// replay goes through the late members, now that all exact names are known.
func (d *decoder) replay(o *object) int {
	for o.lateNext < len(o.late) {
		l := o.late[o.lateNext]
		o.lateNext++
		if o.isSeen(l.member) {
			o.member, o.name = len(o.table.keys), l.name
			return l.value
		}
		if o.spellings != "" {
			o.spellings += ","
		}
		o.spellings += l.name
		return d.take(l.value, o, l.member)
	}
	o.member = end
	return o.closed
}

func (o *object) isSeen(member int) bool {
	if member >= 64 {
		return o.wide.seen[member>>6-1]&(1<<(member&63)) != 0
	}
	return o.seen&(1<<member) != 0
}

// close ends the object: required members that are missing are violations,
// and what is to be remembered is handed over, to nil for nowhere.
func (d *decoder) close(i int, o *object, nulls *NullSet, spellings *Spellings) int {
	if i < 0 || o.table == nil {
		return i
	}
	d.depth--
	d.checkRequired(o)
	if nulls != nil {
		*nulls = NullSet(o.nulls)
	}
	if spellings != nil {
		*spellings = Spellings(o.spellings)
	}
	return i
}

// closeWide is close for a struct of more than 64 members.
func (d *decoder) closeWide(i int, o *object, nulls []NullSet, spellings *Spellings) int {
	i = d.close(i, o, &nulls[0], spellings)
	if i >= 0 && o.wide != nil {
		for word, set := range o.wide.nulls {
			if word+1 < len(nulls) {
				nulls[word+1] = NullSet(set)
			}
		}
	}
	return i
}

func (d *decoder) checkRequired(o *object) {
	for word, set := range o.table.required {
		seen := o.seen
		if word > 0 {
			seen = o.wide.seen[word-1]
		}
		for missing := set &^ seen; missing != 0; missing &= missing - 1 {
			member := word*64 + bits.TrailingZeros64(missing)
			d.found = append(d.found, violation{offset: o.start, member: o.table.memberName(member), sentinel: ErrRequired})
		}
	}
}

// unknown keeps a member that the reference does not name.
func (d *decoder) unknown(i int, o *object, properties *map[string]json.RawMessage) int {
	return decodeUnknown(properties, d, i, o, decodeRaw)
}

// decodeUnknown is unknown for members of a known type.
func decodeUnknown[T any](properties *map[string]T, d *decoder, i int, o *object, elem func(*T, *decoder, int) int) int {
	name := o.name
	if *properties == nil {
		*properties = make(map[string]T)
	} else if _, twice := (*properties)[name]; twice {
		return d.duplicate(i, name)
	}
	var v T
	i = elem(&v, d, i)
	(*properties)[name] = v
	return i
}
