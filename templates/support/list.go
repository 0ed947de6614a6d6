package support

// A spares holds empty lists of one type, in which elements are gathered until
// their number is known.
type spares[T any] struct{ lists [][]T }

const (
	maxSpares   = 16   // how many lists are kept: one for each level of nesting
	maxSpareCap = 1024 // how many elements a list that is kept has room for
)

// take returns an empty list.
func (s *spares[T]) take() []T {
	n := len(s.lists)
	if n == 0 {
		return nil
	}
	list := s.lists[n-1]
	s.lists = s.lists[:n-1]
	return list
}

// give hands a list back.
func (s *spares[T]) give(list []T) {
	if len(s.lists) < maxSpares && cap(list) <= maxSpareCap {
		clear(list)
		s.lists = append(s.lists, list[:0])
	}
}

// sparesOf returns the spares for elements of type T.
func sparesOf[T any](d *decoder, slot int) *spares[T] {
	if slot >= len(d.spares) {
		d.spares = append(d.spares, make([]any, slot+1-len(d.spares))...)
	}
	s, ok := d.spares[slot].(*spares[T])
	if !ok {
		s = new(spares[T])
		d.spares[slot] = s
	}
	return s
}

// decodeList decodes a list.
func decodeList[T any](p *[]T, d *decoder, i, slot int, elem func(*T, *decoder, int) int) int {
	if d.s[i] != '[' {
		return d.mismatch(i, "a list")
	}
	if !d.enter(i) {
		return -1
	}
	i = space(d.s, i+1)
	if d.s[i] == ']' {
		d.depth--
		*p = []T{}
		return i + 1
	}
	spares := sparesOf[T](d, slot)
	list := spares.take()
	var zero T
	for i >= 0 {
		list = append(list, zero)
		i = d.element(elem(&list[len(list)-1], d, i))
		if i >= 0 && d.s[i-1] == ']' {
			*p = append(make([]T, 0, len(list)), list...)
			break
		}
	}
	spares.give(list)
	return i
}

// element goes on behind an element that ends at i: to the next one, or
// behind the list's closing bracket.
func (d *decoder) element(i int) int {
	if i < 0 {
		return i
	}
	switch i = space(d.s, i); d.s[i] {
	case ',':
		return space(d.s, i+1)
	case ']':
		d.depth--
		return i + 1
	}
	return d.fail(i, "a comma or a closing bracket should stand here")
}

// decodeMap decodes an object whose names are data.
func decodeMap[T any](p *map[string]T, d *decoder, i int, elem func(*T, *decoder, int) int) int {
	if d.s[i] != '{' {
		return d.mismatch(i, "an object")
	}
	if !d.enter(i) {
		return -1
	}
	m := make(map[string]T)
	*p = m
	var zero T
	v := new(T)
	i = space(d.s, i+1)
	if d.s[i] == '}' {
		d.depth--
		return i + 1
	}
	for {
		if d.s[i] != '"' {
			return d.fail(i, "a member name should stand here")
		}
		var name string
		if name, i = d.text(i); i < 0 {
			return i
		}
		if i = d.colon(i); i < 0 {
			return i
		}
		if _, twice := m[name]; twice {
			return d.duplicate(i, name)
		}
		*v = zero
		if i = elem(v, d, i); i < 0 {
			return i
		}
		m[name] = *v
		switch i = space(d.s, i); d.s[i] {
		case ',':
			i = space(d.s, i+1)
		case '}':
			d.depth--
			return i + 1
		default:
			return d.fail(i, "a comma or a closing brace should stand here")
		}
	}
}
