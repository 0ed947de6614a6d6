package support

// A union is what tells the variants of a union apart.
type union struct {
	discriminator string // the JSON name of the member that does; "" for none
	variants      []shape
}

// A shape is what the JSON of a variant looks like.
type shape struct {
	kinds    kind
	table    *table   // of an object with known members
	elem     *shape   // of a list, or of an object whose names are data
	union    *union   // of a nested union; then nothing else is set
	format   format   // of a string
	enum     []string // the JSON texts of the values that are known
	constant string   // the JSON text of the only value
	values   []string // the JSON texts of the discriminator's values
}

type kind uint8

// The kinds of JSON value. Every integer is a number too.
const (
	kindAny kind = iota
	kindString
	kindInteger
	kindNumber
	kindBoolean
	kindArray
	kindObject
)

type format uint8

const (
	formatNone format = iota
	formatDateTime
	formatDate
	formatTime // a date or a date-time
)

// How well a value fits a shape. An object that has all it must have beats any
// other fit, and one that has more of the known members beats one with fewer.
const (
	fitNone   = 0
	fitLoose  = 1 // a value that the variant may hold, though not as documented
	fitKind   = 2
	fitExact  = 8
	fitObject = 1 << 30
)

// choose returns the number of the variant that the value at i is, or -1 for
// none. The value is looked at, never decoded in trial.
func (d *decoder) choose(i int, u *union) int {
	if d.skipped(i) < 0 {
		return -1 // whoever keeps the raw value says what is wrong with it
	}
	chosen, _ := d.best(i, u)
	return chosen
}

// skipped steps over the value at i like skip, without leaving a trace.
func (d *decoder) skipped(i int) int {
	broken, depth := d.broken, d.depth
	end := d.skip(i)
	d.broken, d.depth = broken, depth
	return end
}

// best returns the variant that fits the value at i best, and how well.
func (d *decoder) best(i int, u *union) (chosen, fit int) {
	if u.discriminator != "" && d.s[i] == '{' {
		if text, ok := d.memberText(i, u.discriminator); ok {
			return u.discriminated(text)
		}
	}
	chosen = -1
	for n := range u.variants {
		if f := d.fits(i, &u.variants[n]); f > fit {
			chosen, fit = n, f
		}
	}
	return chosen, fit
}

// discriminated returns the variant for a value of the discriminator.
func (u *union) discriminated(text string) (chosen, fit int) {
	for n := range u.variants {
		for _, value := range u.variants[n].values {
			if value == text {
				return n, fitObject
			}
		}
	}
	return -1, fitNone
}

// memberText returns the JSON text of a member of the object at i, with
// strings in their plainest form.
func (d *decoder) memberText(i int, name string) (text string, ok bool) {
	d.eachMember(i, func(member string, value, end int) bool {
		if ok = member == name; ok {
			text = d.plainText(value, end)
		}
		return !ok
	})
	return text, ok
}

func (d *decoder) plainText(i, end int) string {
	if d.s[i] == '"' {
		text, _ := d.text(i)
		return string(encodeName(text))
	}
	return d.s[i:end]
}

// eachMember calls f for the members of the object at i, which is known to be
// JSON, until it returns false.
func (d *decoder) eachMember(i int, f func(name string, value, end int) bool) {
	i = space(d.s, i+1)
	for d.s[i] != '}' {
		name, j := d.text(i)
		value := d.colon(j)
		end := d.skip(value)
		if !f(name, value, end) {
			return
		}
		if i = space(d.s, end); d.s[i] == ',' {
			i = space(d.s, i+1)
		}
	}
}

// fits returns how well the value at i fits a shape.
func (d *decoder) fits(i int, s *shape) int {
	switch {
	case s.union != nil:
		_, fit := d.best(i, s.union)
		return fit
	case s.kinds == kindAny:
		return fitLoose
	case !kindFits(d.s, i, s.kinds):
		return fitNone
	case s.constant != "" || len(s.enum) > 0:
		return d.fitsValue(i, s)
	}
	switch s.kinds {
	case kindString:
		return d.fitsFormat(i, s.format)
	case kindInteger, kindBoolean:
		return fitExact
	case kindArray:
		return d.fitsList(i, s.elem)
	case kindObject:
		if s.table != nil {
			return d.fitsObject(i, s.table)
		}
		return d.fitsMap(i, s.elem)
	}
	return fitKind
}

// kindFits reports whether the value at i is of kind k.
func kindFits(s string, i int, k kind) bool {
	switch k {
	case kindString:
		return s[i] == '"'
	case kindBoolean:
		return s[i] == 't' || s[i] == 'f'
	case kindArray:
		return s[i] == '['
	case kindObject:
		return s[i] == '{'
	case kindNumber:
		end, _ := numberEnd(s, i)
		return end > 0
	case kindInteger:
		end, integer := numberEnd(s, i)
		if end > 0 && !integer {
			_, integer = wholeNumber(s[i:end])
		}
		return end > 0 && integer
	}
	return true
}

func (d *decoder) fitsValue(i int, s *shape) int {
	text := d.plainText(i, d.skip(i))
	if s.constant != "" {
		if text == s.constant {
			return fitExact + 1
		}
		return fitNone
	}
	for _, value := range s.enum {
		if text == value {
			return fitExact
		}
	}
	return fitLoose
}

func (d *decoder) fitsFormat(i int, f format) int {
	if f == formatNone {
		return fitKind
	}
	text, _ := d.text(i)
	if f != formatDate && isDateTime(text) || f != formatDateTime && isDate(text) {
		return fitExact
	}
	return fitLoose
}

// fitsList returns how well the worst element fits.
func (d *decoder) fitsList(i int, elem *shape) int {
	fit := fitExact
	i = space(d.s, i+1)
	for d.s[i] != ']' {
		if elem != nil && d.s[i] != 'n' {
			fit = min(fit, d.fits(i, elem))
		}
		if i = space(d.s, d.skip(i)); d.s[i] == ',' {
			i = space(d.s, i+1)
		}
	}
	return fit
}

// fitsMap returns how well the worst value fits, which is never as well as an
// object of known members does.
func (d *decoder) fitsMap(i int, elem *shape) int {
	fit := fitKind
	if elem == nil {
		return fit
	}
	d.eachMember(i, func(_ string, value, _ int) bool {
		if d.s[value] != 'n' {
			fit = min(fit, d.fits(value, elem))
		}
		return fit != fitNone
	})
	return fit
}

// fitsObject counts the members that t knows. An object that lacks a required
// member, or has another constant, does not fit.
func (d *decoder) fitsObject(i int, t *table) int {
	seen := make([]uint64, (len(t.keys)+63)/64)
	known, other, differs := 0, 0, false
	d.eachMember(i, func(name string, value, end int) bool {
		member := t.find(name)
		if member < 0 {
			member = t.findFolded(name)
		}
		if member < 0 {
			other++
			return true
		}
		differs = differs || t.differs(member, d.plainText(value, end))
		if !d.memberFits(value, t, member) {
			other++
			return true
		}
		seen[member>>6] |= 1 << (member & 63)
		known++
		return true
	})
	for word, set := range t.required {
		if set&^seen[word] != 0 {
			return fitNone
		}
	}
	if differs {
		return fitNone
	}
	return fitObject + 1024*min(known, 1<<16) - min(other, 1023)
}

// differs reports whether a member has another constant.
func (t *table) differs(member int, text string) bool {
	for _, c := range t.constants {
		if c.member == member && c.text != text && text != "null" {
			return true
		}
	}
	return false
}

// memberFits reports whether the value at i is of the member's kind.
func (d *decoder) memberFits(i int, t *table, member int) bool {
	if d.s[i] == 'n' {
		return t.nulls[member] != '-'
	}
	if member >= len(t.kinds) {
		return true
	}
	return kindFits(d.s, i, kindOf(t.kinds[member]))
}

func kindOf(c byte) kind {
	switch c {
	case 's':
		return kindString
	case 'i':
		return kindInteger
	case 'n':
		return kindNumber
	case 'b':
		return kindBoolean
	case 'a':
		return kindArray
	case 'o':
		return kindObject
	}
	return kindAny
}
