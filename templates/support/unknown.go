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

// strangers are names that were looked for in a table and not found: objects
// of one document tend to have the same ones.
type strangers struct {
	list [8]stranger
	next int // where the next one goes, in turn
}

type stranger struct {
	table *table
	name  string
}

func (s *strangers) has(t *table, name string) bool {
	for i := range s.list {
		if s.list[i].table == t && s.list[i].name == name {
			return true
		}
	}
	return false
}

func (s *strangers) reset() {
	if s.list[0].table != nil {
		*s = strangers{}
	}
}

func (s *strangers) add(t *table, name string) {
	s.list[s.next] = stranger{t, name}
	s.next = (s.next + 1) % len(s.list)
}
