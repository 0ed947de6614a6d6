package support

import "slices"

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
	kindDecimal // a number, or a string with one
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

// choose returns the number of the variant that the value at i is, or -1 for
// none. The value is looked at, never decoded in trial.
func (d *decoder) choose(i int, u *union) int {
	if d.isBroken(i) {
		return -1 // whoever keeps the raw value says what is wrong with it
	}
	if c, ok := d.ahead.choices[place{i, u}]; ok {
		return c.variant
	}
	return d.best(i, u).variant
}

// isBroken reports whether the value at i is not JSON, and leaves no trace.
func (d *decoder) isBroken(i int) bool {
	broken, depth := d.broken, d.depth
	end := d.lookAhead(i)
	d.broken, d.depth = broken, depth
	return end < 0
}

// best returns the variant that fits the value at i best.
func (d *decoder) best(i int, u *union) choice {
	if u.discriminator != "" && d.s[i] == '{' {
		if text, ok := d.memberText(i, u.discriminator); ok {
			return u.discriminated(text)
		}
	}
	c := choice{variant: -1}
	for n := range u.variants {
		if fit := d.fits(i, &u.variants[n]); fit > c.fit {
			c = choice{n, fit}
		}
	}
	return c
}

// bestNested is best for a union within another. What it finds is remembered:
// the nested union itself will ask for it, and so will those in between.
func (d *decoder) bestNested(i int, u *union) choice {
	if d.s[i] != '{' && d.s[i] != '[' {
		return d.best(i, u)
	}
	at := place{i, u}
	c, ok := d.ahead.choices[at]
	if !ok {
		c = d.best(i, u)
		if d.ahead.choices == nil {
			d.ahead.choices = map[place]choice{}
		}
		d.ahead.choices[at] = c
	}
	return c
}

// discriminated returns the variant for a value of the discriminator.
func (u *union) discriminated(text string) choice {
	for n := range u.variants {
		if slices.Contains(u.variants[n].values, text) {
			return choice{n, fitDiscriminated}
		}
	}
	return choice{variant: -1}
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
		end := d.lookAhead(value)
		if !f(name, value, end) {
			return
		}
		if i = space(d.s, end); d.s[i] == ',' {
			i = space(d.s, i+1)
		}
	}
}
