package support

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// A property is a member that the reference does not name.
type property struct {
	name  string
	value json.RawMessage
}

// close ends the object, with the members that the reference does not name, in
// the order of their names.
func (w *objectWriter) close(b []byte, properties map[string]json.RawMessage) []byte {
	if len(properties) > 0 && w.e.err == nil {
		if more, ok := w.closeAlike(b, properties); ok {
			return w.end(more)
		}
		var few [8]property
		list := few[:0]
		for name, value := range properties {
			list = append(list, property{name, value})
		}
		sortProperties(list)
		for i := range list {
			b = encodeRaw(&list[i].value, w.propertyName(b, list[i].name), w.e)
		}
		w.remember(list)
	}
	return w.end(b)
}

// propertyNames are the names of the properties of an object, in order. None
// of them collides. Objects of one document tend to have the same ones.
type propertyNames struct {
	table *table // of the object; nil for none
	names [8]string
	count int
}

// remember keeps the names of an object's properties, unless spellings have a
// say in what collides.
func (w *objectWriter) remember(list []property) {
	last := &w.e.last
	if len(list) > len(last.names) || w.spellings != "" || w.e.err != nil {
		return
	}
	last.table, last.count = w.table, len(list)
	for i := range list {
		last.names[i] = list[i].name
	}
}

// closeAlike appends properties that have the names of those before. ok is
// false if they have not.
func (w *objectWriter) closeAlike(b []byte, properties map[string]json.RawMessage) (_ []byte, ok bool) {
	last := &w.e.last
	if last.table != w.table || last.count != len(properties) || w.spellings != "" {
		return nil, false
	}
	for _, name := range last.names[:last.count] {
		value, ok := properties[name]
		if !ok {
			return nil, false
		}
		b = appendText(append(b, ','), name, w.e)
		b = encodeRaw(&value, append(b, ':'), w.e)
	}
	return b, true
}

// sortProperties sorts properties by name. There are few as a rule, for which
// insertion is fastest.
func sortProperties(list []property) {
	const few = 12
	if len(list) > few {
		slices.SortFunc(list, func(a, b property) int { return strings.Compare(a.name, b.name) })
		return
	}
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j].name < list[j-1].name; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// closeWith is close for members of a known type.
func closeWith[T any](b []byte, w *objectWriter, properties map[string]T, elem func(*T, []byte, *encoder) []byte) []byte {
	if len(properties) > 0 && w.e.err == nil {
		v := new(T)
		for _, name := range sortedNames(nil, properties) {
			*v = properties[name]
			b = elem(v, w.propertyName(b, name), w.e)
		}
	}
	return w.end(b)
}

// propertyName appends the name of a member that the reference does not name.
func (w *objectWriter) propertyName(b []byte, name string) []byte {
	if w.collides(name) {
		w.e.fail(fmt.Errorf("%s: %w: %q", w.table.name, ErrCollision, name))
	}
	b = append(b, ',')
	b = appendText(b, name, w.e)
	return append(b, ':')
}

// collides reports whether name is that of a member, as the reference has it
// or as it arrived.
func (w *objectWriter) collides(name string) bool {
	if w.table.find(name) >= 0 {
		return true
	}
	if w.spellings == "" {
		return false
	}
	member := w.table.findFolded(name)
	if member < 0 {
		return false
	}
	spelling, ok := w.spellings.of(w.table, member)
	return ok && spelling == name
}

func sortedNames[T any](names []string, m map[string]T) []string {
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
