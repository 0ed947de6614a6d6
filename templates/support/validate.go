package support

import (
	"fmt"
	"strconv"
)

// A validator gathers violations, and knows the pointer of the value at hand.
type validator struct {
	path  []byte
	depth int
	full  bool // there is no need to go on
	found ValidationError
}

// A checked is a pointer to a generated type that validates itself.
type checked interface {
	validate(v *validator)
}

// validate returns what is to be said of a value, or nil.
func validate(m checked) error {
	v := new(validator)
	m.validate(v)
	return v.err()
}

// err returns what was found as a ValidationError, or nil.
func (v *validator) err() error {
	if len(v.found) == 0 {
		return nil
	}
	return v.found
}

func (v *validator) report(sentinel error, text string) {
	if len(v.found) < maxFound {
		v.found = append(v.found, newFieldError(string(v.path), sentinel, text))
	}
	v.full = v.full || len(v.found) == maxFound
}

// enter goes down to a member. The result takes leave back up.
func (v *validator) enter(name string) int {
	mark := len(v.path)
	v.path = append(v.path, '/')
	v.path = append(v.path, escapePointer(name)...)
	v.count()
	return mark
}

// enterElement goes down to an element of a list.
func (v *validator) enterElement(i int) int {
	mark := len(v.path)
	v.path = append(v.path, '/')
	v.path = strconv.AppendInt(v.path, int64(i), 10)
	v.count()
	return mark
}

// count counts a level of nesting. A value that holds itself ends here.
func (v *validator) count() {
	if v.depth++; v.depth > maxDepth && !v.full {
		v.report(errDeep, "")
		v.full = true
	}
}

func (v *validator) leave(mark int) {
	v.path = v.path[:mark]
	v.depth--
}

// required reports a required member that is not set.
func (v *validator) required(name string, ok bool) {
	if !ok {
		mark := v.enter(name)
		v.report(ErrRequired, "")
		v.leave(mark)
	}
}

// constant reports a member that is not what it must be.
func (v *validator) constant(name string, ok bool, want string) {
	if !ok {
		mark := v.enter(name)
		v.is(false, want)
		v.leave(mark)
	}
}

// is reports an element that is not what it must be.
func (v *validator) is(ok bool, want string) {
	if !ok {
		v.report(ErrConst, "want "+want)
	}
}

// enum reports a value that the reference does not name.
func (v *validator) enum(got string) { v.report(ErrEnum, strconv.Quote(got)) }

// variant reports a union without a value, or with JSON that fits no variant.
func (v *validator) variant() { v.report(ErrVariant, "") }

// formatNumber writes the value of an enum of numbers.
func formatNumber[T ~int64 | ~float64](n T) string { return fmt.Sprint(n) }

// value validates a member, if it is there.
func (v *validator) value(name string, present bool, x checked) {
	if present {
		mark := v.enter(name)
		if !v.full {
			x.validate(v)
		}
		v.leave(mark)
	}
}

// values validates the n elements of a list.
func (v *validator) values(name string, n int, at func(int) checked) {
	mark := v.enter(name)
	for i := 0; i < n && !v.full; i++ {
		elem := v.enterElement(i)
		at(i).validate(v)
		v.leave(elem)
	}
	v.leave(mark)
}

func validateMember[T any](v *validator, name string, p *T, elem func(*T, *validator)) {
	mark := v.enter(name)
	if !v.full {
		elem(p, v)
	}
	v.leave(mark)
}

func validateOptional[T any](v *validator, name string, p *T, elem func(*T, *validator)) {
	if p != nil {
		validateMember(v, name, p, elem)
	}
}

func validateNullable[T any](v *validator, name string, n *Nullable[T], elem func(*T, *validator)) {
	if n.state == present {
		validateMember(v, name, &n.value, elem)
	}
}

func validateList[T any](v *validator, name string, list []T, elem func(*T, *validator)) {
	validateMember(v, name, &list, func(p *[]T, v *validator) { validateElements(p, v, elem) })
}

func validateMap[T any](v *validator, name string, m map[string]T, elem func(*T, *validator)) {
	validateMember(v, name, &m, func(p *map[string]T, v *validator) { validateEntries(p, v, elem) })
}

func validateElements[T any](p *[]T, v *validator, elem func(*T, *validator)) {
	for i := 0; i < len(*p) && !v.full; i++ {
		mark := v.enterElement(i)
		elem(&(*p)[i], v)
		v.leave(mark)
	}
}

func validateEntries[T any](p *map[string]T, v *validator, elem func(*T, *validator)) {
	value := new(T)
	for _, name := range sortedNames(nil, *p) {
		*value = (*p)[name]
		validateMember(v, name, value, elem)
	}
}

func validatePointer[T any](p **T, v *validator, elem func(*T, *validator)) {
	if *p != nil && !v.full {
		elem(*p, v)
	}
}
