package support

// decodeList decodes a list. It is compiled for each type of elements, so what
// need not know the type is in other functions.
//
// What is between a list's length and its capacity is zero.
func decodeList[T any](p *[]T, d *decoder, i, slot int, elem func(*T, *decoder, int) int) int {
	i, some := d.openList(i)
	if !some {
		if i >= 0 && d.s[i-1] == ']' {
			*p = []T{}
		}
		return i
	}
	kept := d.slabs.slot(slot)
	s, ok := (*kept).(*slab[T])
	if !ok {
		s = new(slab[T])
		*kept = s
	}
	list := s.free[:0]
	s.free = nil
	s.tally.lists++
	for i >= 0 {
		if len(list) == cap(list) {
			list = append(make([]T, 0, s.tally.want(d, s, max(2*len(list), 2))), list...)
		}
		list = list[:len(list)+1]
		i = d.element(elem(&list[len(list)-1], d, i))
		if i >= 0 && d.s[i-1] == ']' {
			s.tally.lists--
			s.tally.used += len(list)
			if rest := list[len(list):cap(list)]; len(rest) > len(s.free) {
				s.free = rest
			}
			*p = list[:len(list):len(list)]
			break
		}
	}
	return i
}

// openList begins to read the list at i, and reports whether it has elements.
func (d *decoder) openList(i int) (int, bool) {
	if d.s[i] != '[' {
		return d.mismatch(i, "a list"), false
	}
	if !d.enter(i) {
		return -1, false
	}
	i = space(d.s, i+1)
	if d.s[i] == ']' {
		d.depth--
		return i + 1, false
	}
	return i, true
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
