package support

// lateMembers are the members of an object under names that may stand for
// inferred ones. They are decoded once it is known which exact names there
// are.
type lateMembers struct {
	list      []lateMember
	done      int // how many of them were decoded
	names     map[string]bool
	spellings string // the names that did stand for a member
}

// A lateMember is one of them.
type lateMember struct {
	member int
	name   string
	value  int // its index
}

// postpone steps over a late member.
func (d *decoder) postpone(o *object, m lateMember) int {
	if o.late == nil {
		o.late = &lateMembers{names: map[string]bool{}}
	}
	if o.late.names[m.name] {
		return d.duplicate(m.value, m.name)
	}
	o.late.names[m.name] = true
	o.late.list = append(o.late.list, m)
	o.member = none
	return d.lookAhead(m.value)
}

// replay goes through the late members of an object that was read to its end.
// The first one that may stand for a member does, if the member is not there
// under its exact name; the others are unknown.
func (d *decoder) replay(o *object) int {
	for o.late != nil && o.late.done < len(o.late.list) {
		m := o.late.list[o.late.done]
		o.late.done++
		if o.isSeen(m.member) {
			o.member, o.name = len(o.table.keys), m.name
			return m.value
		}
		if o.late.spellings != "" {
			o.late.spellings += ","
		}
		o.late.spellings += m.name
		if i := d.take(m.value, o, m.member); o.member != none {
			return i
		}
	}
	o.member = end
	return o.closed
}
