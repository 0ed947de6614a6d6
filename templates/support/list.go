package support

// maxScratch is how many elements a scratch list may hold between documents.
const maxScratch = 1024

// decodeList decodes a list. Its elements are gathered in scratch space, which
// lists of one type share, and copied when their number is known. The list at
// hand owns the end of the scratch space; an element that holds such lists
// itself uses what lies behind.
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
	scratch := scratchOf[T](d, slot)
	base := len(*scratch)
	for {
		var v T
		if i = elem(&v, d, i); i < 0 {
			break
		}
		*scratch = append(*scratch, v)
		if i = space(d.s, i); d.s[i] == ',' {
			i = space(d.s, i+1)
			continue
		}
		if d.s[i] != ']' {
			i = d.fail(i, "a comma or a closing bracket should stand here")
			break
		}
		d.depth--
		*p = append(make([]T, 0, len(*scratch)-base), (*scratch)[base:]...)
		i++
		break
	}
	clear((*scratch)[base:])
	*scratch = (*scratch)[:base]
	if cap(*scratch) > maxScratch && base == 0 {
		*scratch = nil
	}
	return i
}

// scratchOf returns the scratch space for elements of type T.
func scratchOf[T any](d *decoder, slot int) *[]T {
	if slot >= len(d.scratch) {
		d.scratch = append(d.scratch, make([]any, slot+1-len(d.scratch))...)
	}
	scratch, ok := d.scratch[slot].(*[]T)
	if !ok {
		scratch = new([]T)
		d.scratch[slot] = scratch
	}
	return scratch
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
	i = space(d.s, i+1)
	if d.s[i] == '}' {
		d.depth--
		return i + 1
	}
	for {
		if d.s[i] != '"' {
			return d.fail(i, "a member name should stand here")
		}
		at := i
		var name string
		if name, i = d.text(i); i < 0 {
			return i
		}
		if _, twice := m[name]; twice {
			return d.duplicate(at, name)
		}
		if i = d.colon(i); i < 0 {
			return i
		}
		var v T
		if i = elem(&v, d, i); i < 0 {
			return i
		}
		m[name] = v
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
