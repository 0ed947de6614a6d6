package support

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
	s := slabOf[T](d, slot)
	list := s.begin()
	for i >= 0 {
		if len(list) == cap(list) {
			list = s.grow(d, list)
		}
		list = list[:len(list)+1]
		i = d.element(elem(&list[len(list)-1], d, i))
		if i >= 0 && d.s[i-1] == ']' {
			*p = s.end(list)
			break
		}
	}
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
