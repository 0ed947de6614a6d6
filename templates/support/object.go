package support

import (
	"math/bits"
	"strings"
)

// What an object's member can be beside the number of one.
const (
	end  = -1 // there is no other member
	none = -2 // the member needs no decoding, the next one is due
)

// An object is an object that is being read: which member is next, and which
// were seen. The decoder predicts members: in documents of one API, what
// followed a member once mostly follows it again.
type object struct {
	table  *table
	member int // the next one; len(table.keys) for a name that is no member's
	name   string
	start  int // of the object
	row    int // in decoder.learned: of the member before, or of the start
	closed int // the index behind the object, once its end was read
	seen   uint64
	nulls  uint64
	wide   *wideBits // of the members from the 65th on
	late   *lateMembers
}

// wideBits are what seen and nulls are for the members that they have no bits
// for.
type wideBits struct{ seen, nulls []uint64 }

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
	if p := int(d.learned[o.row]); p != 0 && strings.HasPrefix(d.s[i:], t.keys[p-1][1:]) {
		i = d.take(i+len(t.keys[p-1])-1, o, p-1)
	} else if i = space(d.s, i); d.s[i] == '}' {
		o.closed = i + 1
		return i + 1
	} else {
		i = d.named(i, o)
	}
	if o.member == none {
		return d.next(i, o)
	}
	return i
}

// next goes on to the next member, behind the value that ends at i.
func (d *decoder) next(i int, o *object) int {
	for i >= 0 && o.closed == 0 {
		if p := int(d.learned[o.row]); p != 0 && strings.HasPrefix(d.s[i:], o.table.keys[p-1]) {
			i = d.take(i+len(o.table.keys[p-1]), o, p-1)
		} else {
			i = d.separated(i, o)
		}
		if o.member != none {
			return i
		}
	}
	if i >= 0 {
		return d.replay(o)
	}
	o.member = end
	return i
}

// separated reads what parts a value from the next one, and the name of that.
func (d *decoder) separated(i int, o *object) int {
	i = space(d.s, i)
	switch d.s[i] {
	case ',':
		return d.named(space(d.s, i+1), o)
	case '}':
		o.member = none
		o.closed = i + 1
		return i
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
	name, i := d.text(i)
	if i < 0 {
		return i
	}
	if i = d.colon(i); i < 0 {
		return i
	}
	t := o.table
	if !d.strangers.has(t, name) {
		if member := t.find(name); member >= 0 {
			d.learned[o.row] = uint16(member + 1)
			return d.take(i, o, member)
		}
		if member := t.findFolded(name); member >= 0 {
			o.row = t.base + len(t.keys) + 1
			return d.postpone(o, lateMember{member, name, i})
		}
		d.strangers.add(t, name)
	}
	o.row = t.base + len(t.keys) + 1
	o.member, o.name = len(t.keys), name
	return i
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
	o.member = none
	return i + len("null")
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
	if spellings != nil && o.late != nil {
		*spellings = Spellings(o.late.spellings)
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
			d.note(violation{offset: o.start, member: o.table.memberName(member), sentinel: ErrRequired})
		}
	}
}
