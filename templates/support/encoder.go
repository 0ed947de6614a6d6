package support

import (
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
	last  propertyNames
}

var encoders = sync.Pool{New: func() any { return new(encoder) }}

// maxKept is the size in bytes of the largest buffer that is kept.
const maxKept = 1 << 20

// newEncoder returns an encoder. Inlined, it would stand in each model's
// MarshalJSON, and cost the compiler more than the call costs here.
//
//go:noinline
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

// appendTo encodes v into dst.
func appendTo(dst []byte, v model) ([]byte, error) {
	e := newEncoder()
	return e.finishAppend(dst, v.encode(dst, e))
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
	if e.last.table != nil {
		e.last = propertyNames{}
	}
	encoders.Put(e)
}

func (e *encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// enter counts a level of nesting. Once it or anything else has failed, no
// function follows a reference any more: the value may hold itself. It is not
// inlined for the reason that newEncoder is not.
//
//go:noinline
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
	start     int // where the object begins in the buffer
	nulls     NullSet
	wide      []NullSet // the nulls of a struct of more than 64 members
	spellings Spellings
}

// open begins an object whose text is to start at start. Each member brings
// its comma; the first one's is where close puts the brace.
func (w *objectWriter) open(e *encoder, t *table, start int, nulls NullSet, spellings Spellings) {
	e.enter()
	w.e, w.table, w.start, w.nulls, w.spellings = e, t, start, nulls, spellings
}

// openWide is open for a struct of more than 64 members.
func (w *objectWriter) openWide(e *encoder, t *table, start int, nulls []NullSet, spellings Spellings) {
	w.open(e, t, start, 0, spellings)
	w.wide = nulls
}

// key appends the name of a member, as it arrived where that is remembered.
func (w *objectWriter) key(b []byte, member int) []byte {
	if w.spellings != "" {
		return w.spelledKey(b, member)
	}
	return append(b, w.table.keys[member]...)
}

func (w *objectWriter) spelledKey(b []byte, member int) []byte {
	name, ok := w.spellings.of(w.table, member)
	if !ok {
		return append(b, w.table.keys[member]...)
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

func (w *objectWriter) end(b []byte) []byte {
	w.e.depth--
	if len(b) == w.start {
		return append(b, '{', '}')
	}
	b[w.start] = '{'
	return append(b, '}')
}
