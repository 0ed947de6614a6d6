package support

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// An encoder is what the encode functions share. They append to a buffer, and
// the first thing that cannot be encoded is noted here.
type encoder struct {
	err   error
	depth int
	buf   []byte // kept between calls, empty
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

// maxKept is the size in bytes of the largest buffer that is kept.
const maxKept = 1 << 20

// newEncoder returns an encoder.
func newEncoder() *encoder { return encoders.Get().(*encoder) }

// finish gives the encoder back. It returns a copy of b, which was begun in
// the encoder's own buffer.
func (e *encoder) finish(b []byte) ([]byte, error) {
	err := e.err
	var out []byte
	if err == nil {
		out = slices.Clone(b)
	}
	e.buf = nil
	if cap(b) <= maxKept {
		e.buf = b[:0]
	}
	e.release()
	return out, err
}

// finishAppend gives the encoder back. It returns b, or dst when something
// could not be encoded.
func (e *encoder) finishAppend(dst, b []byte) ([]byte, error) {
	err := e.err
	e.release()
	if err != nil {
		return dst, err
	}
	return b, nil
}

func (e *encoder) release() {
	e.err, e.depth = nil, 0
	encoders.Put(e)
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// enter counts a level of nesting. Once it or anything else has failed, no
// function follows a reference any more: the value may hold itself.
func (e *encoder) enter() bool {
	if e.depth++; e.depth > maxDepth {
		e.fail(errDeep)
	}
	return e.err == nil
}

// An objectWriter writes the members of one struct.
type objectWriter struct {
	e         *encoder
	table     *table
	keys      []string // the table's
	start     int      // where the object begins in the buffer
	nulls     NullSet
	wide      []NullSet // the nulls of a struct of more than 64 members
	spellings Spellings
}

// open begins an object. Each member brings its comma; the first one's is
// where close puts the brace.
func (e *encoder) open(b []byte, t *table, nulls NullSet, spellings Spellings) ([]byte, objectWriter) {
	e.enter()
	return b, objectWriter{e: e, table: t, keys: t.keys, start: len(b), nulls: nulls, spellings: spellings}
}

// openWide is open for a struct of more than 64 members.
func (e *encoder) openWide(b []byte, t *table, nulls []NullSet, spellings Spellings) ([]byte, objectWriter) {
	b, w := e.open(b, t, 0, spellings)
	w.wide = nulls
	return b, w
}

// key appends the name of a member, as it arrived where that is remembered.
func (w *objectWriter) key(b []byte, member int) []byte {
	if w.spellings != "" {
		return w.spelledKey(b, member)
	}
	return append(b, w.keys[member]...)
}

func (w *objectWriter) spelledKey(b []byte, member int) []byte {
	name, ok := w.spellings.of(w.table, member)
	if !ok {
		return append(b, w.keys[member]...)
	}
	b = append(b, ',')
	b = appendText(b, name, w.e)
	return append(b, ':')
}

// of returns the remembered spelling of a member's name: the first that the
// decoder would take for the member.
func (s Spellings) of(t *table, member int) (string, bool) {
	for rest := string(s); rest != "" && has(t.inferred, member); {
		var spelling string
		spelling, rest, _ = strings.Cut(rest, ",")
		if folds(spelling, t.memberName(member)) && t.find(spelling) < 0 && t.findFolded(spelling) == member {
			return spelling, true
		}
	}
	return "", false
}

// isNull reports whether a null is remembered for a member.
func (w *objectWriter) isNull(member int) bool {
	if w.wide != nil {
		return w.wide[member>>6].has(member & 63)
	}
	return w.nulls != 0 && w.nulls.has(member)
}

// missing writes a member without a value: nothing, or the null that is
// remembered.
func (w *objectWriter) missing(b []byte, member int) []byte {
	if w.isNull(member) {
		return append(w.key(b, member), "null"...)
	}
	return b
}

// A property is a member that the reference does not name.
type property struct {
	name  string
	value json.RawMessage
}

// close ends the object, with the members that the reference does not name, in
// the order of their names.
func (w *objectWriter) close(b []byte, properties map[string]json.RawMessage) []byte {
	if len(properties) > 0 && w.e.err == nil {
		var few [8]property
		list := few[:0]
		for name, value := range properties {
			list = append(list, property{name, value})
		}
		sortProperties(list)
		for i := range list {
			b = encodeRaw(&list[i].value, w.propertyName(b, list[i].name), w.e)
		}
	}
	return w.end(b)
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

func (w *objectWriter) end(b []byte) []byte {
	w.e.depth--
	if len(b) == w.start {
		return append(b, '{', '}')
	}
	b[w.start] = '{'
	return append(b, '}')
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
