package support

import "encoding/json"

// unknown keeps a member that the reference does not name.
func (d *decoder) unknown(i int, o *object, properties *map[string]json.RawMessage) int {
	if !isFresh(properties, o.name) {
		return d.duplicate(i, o.name)
	}
	end := d.skip(i)
	if end >= 0 {
		(*properties)[o.name] = d.rawAt(i, end)
	}
	return end
}

// decodeUnknown is unknown for members of a known type.
func decodeUnknown[T any](properties *map[string]T, d *decoder, i int, o *object, elem func(*T, *decoder, int) int) int {
	if !isFresh(properties, o.name) {
		return d.duplicate(i, o.name)
	}
	v := new(T)
	i = elem(v, d, i)
	(*properties)[o.name] = *v
	return i
}

// isFresh reports whether there is no property of that name, and makes sure
// that there is a map for it.
func isFresh[T any](properties *map[string]T, name string) bool {
	if *properties == nil {
		*properties = make(map[string]T)
	}
	_, twice := (*properties)[name]
	return !twice
}
