package support

import "slices"

// How well a value fits a shape. An object that has all it must have beats any
// other fit, and one that has more of the known members beats one with fewer.
// What a discriminator says of a nested union beats that.
const (
	fitNone   = 0
	fitLoose  = 1 // a value that the variant may hold, though not as documented
	fitQuoted = 2 // a number in a string, which may be but text
	fitKind   = 3
	fitExact  = 8
	fitObject = 1 << 28

	fitDiscriminated = 1 << 29
)

// fits returns how well the value at i fits a shape.
func (d *decoder) fits(i int, s *shape) int {
	switch {
	case s.union != nil:
		return d.bestNested(i, s.union).fit
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
	case kindDecimal:
		return d.fitsDecimal(i)
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

// kindFits reports whether the value at i, which is known to be JSON, is of
// kind k. An integer is one that Go can hold.
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
		return isNumber(s[i])
	case kindDecimal:
		return isNumber(s[i]) || s[i] == '"'
	case kindInteger:
		if !isNumber(s[i]) {
			return false
		}
		_, err := parseInteger(s[i:numberEnd(s, i)])
		return err == nil
	}
	return true
}

func isNumber(c byte) bool { return c == '-' || isDigit(c) }

func (d *decoder) fitsValue(i int, s *shape) int {
	text := d.plainText(i, d.skip(i))
	switch {
	case text == s.constant:
		return fitExact + 1
	case s.constant != "":
		return fitNone
	case slices.Contains(s.enum, text):
		return fitExact
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

func (d *decoder) fitsDecimal(i int) int {
	if d.s[i] != '"' {
		return fitKind
	}
	if text, _ := d.text(i); isNumberText(text) {
		return fitQuoted
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
		if i = space(d.s, d.lookAhead(i)); d.s[i] == ',' {
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
	var few [2]uint64
	seen := few[:]
	if len(t.keys) > 64*len(few) {
		seen = make([]uint64, (len(t.keys)+63)/64)
	}
	known, differs := 0, false
	d.eachMember(i, func(name string, value, end int) bool {
		member := t.find(name)
		if member < 0 {
			member = t.findFolded(name)
		}
		if member < 0 {
			return true
		}
		differs = t.hasConstant(member) && t.differs(member, d.plainText(value, end))
		if d.memberFits(value, t, member) {
			seen[member>>6] |= 1 << (member & 63)
			known++
		}
		return !differs
	})
	if differs {
		return fitNone
	}
	for word, set := range t.required {
		if set&^seen[word] != 0 {
			return fitNone
		}
	}
	return fitObject + known
}

// hasConstant reports whether a member has a single value.
func (t *table) hasConstant(member int) bool {
	return slices.ContainsFunc(t.constants, func(c constant) bool { return c.member == member })
}

// differs reports whether a member has another value than its single one.
func (t *table) differs(member int, text string) bool {
	return text != "null" && !slices.Contains(t.constants, constant{member, text})
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
	case 'd':
		return kindDecimal
	case 'b':
		return kindBoolean
	case 'a':
		return kindArray
	case 'o':
		return kindObject
	}
	return kindAny
}
