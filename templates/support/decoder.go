package support

import (
	"encoding/json"
	"sync"
)

// maxDepth is how deep lists and objects may be nested, in both directions.
const maxDepth = 10000

// A decoder reads one document. Its functions take the index of a value and
// return the index behind it, or -1 when the text is not JSON.
type decoder struct {
	s         string // the document and its padding
	n         int    // the length of the document
	depth     int
	broken    *SyntaxError
	wrong     int // how many violations there are
	found     []violation
	raw       []byte // of which raw values are parts; the rest of it is free
	slabs     slabs
	learned   []uint16 // for each type, which member followed which: see object
	ahead     outlook
	strangers strangers
}

var decoders = sync.Pool{New: func() any { return new(decoder) }}

// newDecoder returns a decoder for data, of which it makes a copy.
func newDecoder(data []byte) *decoder {
	d := decoders.Get().(*decoder)
	d.s, d.n = padded(data), len(data)
	return d
}

// A decodable is a pointer to a generated type that decodes itself.
type decodable interface {
	decode(d *decoder, i int) int
}

// unmarshal decodes a document. What every model does alike stands here, where
// it is compiled once.
func unmarshal(data []byte, m decodable) error {
	d := newDecoder(data)
	return d.finish(m.decode(d, d.start()))
}

// start returns the index of the document's value.
func (d *decoder) start() int { return space(d.s, 0) }

// finish ends a document whose value ends at i, and gives the decoder back.
func (d *decoder) finish(i int) error {
	if i >= 0 {
		if i = space(d.s, i); i != d.n {
			d.fail(i, "something stands behind the value")
		}
	}
	err, n := d.err(), d.n
	d.s, d.n, d.depth, d.broken, d.wrong, d.found, d.raw = "", 0, 0, nil, 0, nil, nil
	d.slabs.release(n)
	d.ahead.reset()
	d.strangers.reset()
	decoders.Put(d)
	return err
}

// err returns what was found: text that is not JSON, else violations.
func (d *decoder) err() error {
	switch {
	case d.broken != nil:
		w := walker{s: d.s[:d.n]}
		d.broken.Path = w.pathTo(d.broken.Offset)
		return d.broken
	case len(d.found) > 0:
		return located(d.s[:d.n], d.found)
	}
	return nil
}

// fail stops the decoder: the text is not JSON at i.
func (d *decoder) fail(i int, message string) int {
	if d.broken == nil {
		if i >= d.n {
			i, message = d.n, "the text ends too early"
		}
		d.broken = &SyntaxError{Offset: i, Message: message}
	}
	return -1
}

// duplicate stops the decoder: the value at i is the second of its name.
func (d *decoder) duplicate(i int, name string) int {
	message := "the member " + string(encodeName(name)) + " stands there twice"
	d.broken = &SyntaxError{Offset: i, Message: message, Err: ErrDuplicate}
	return -1
}

// violate notes a violation of the value at i, and goes on.
func (d *decoder) violate(i int, sentinel error, text string) {
	d.note(violation{offset: i, sentinel: sentinel, text: text})
}

func (d *decoder) note(v violation) {
	if d.wrong++; d.wrong <= maxFound {
		d.found = append(d.found, v)
	}
}

// mismatch notes that the value at i is not what is wanted, and steps over it.
func (d *decoder) mismatch(i int, wanted string) int {
	end := d.skip(i)
	switch {
	case end < 0:
	case d.s[i] == 'n':
		d.violate(i, ErrNull, "")
	default:
		d.violate(i, ErrKind, "want "+wanted+", not "+kindName(d.s[i]))
	}
	return end
}

func kindName(c byte) string {
	switch c {
	case '"':
		return "a string"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a boolean"
	}
	return "a number"
}

// minRaw is how many bytes are set aside at least for raw values.
const minRaw = 512

// rawAt returns the bytes of the value from i to j. The raw values of a
// document share a few allocations: one of an eighth of its size and, where
// that does not suffice, larger ones.
func (d *decoder) rawAt(i, j int) json.RawMessage {
	if cap(d.raw)-len(d.raw) < j-i {
		d.raw = make([]byte, 0, max(j-i, 2*cap(d.raw), d.n/8, minRaw))
	}
	start := len(d.raw)
	d.raw = append(d.raw, d.s[i:j]...)
	return json.RawMessage(d.raw[start:len(d.raw):len(d.raw)])
}

// enter counts a level of nesting.
func (d *decoder) enter(i int) bool {
	if d.depth++; d.depth > maxDepth {
		d.fail(i, "nested too deep")
		return false
	}
	return true
}

// skip checks the value at i and steps over it.
func (d *decoder) skip(i int) int {
	s := d.s
	switch s[i] {
	case '"':
		j := plainEnd(s, i+1)
		if s[j] == '"' {
			return j + 1
		}
		_, j = d.hardText(i+1, j)
		return j
	case '{', '[':
		return d.skipNested(i)
	case 't':
		if isWord(s, i, "true") {
			return i + 4
		}
	case 'f':
		if isWord(s, i, "false") {
			return i + 5
		}
	case 'n':
		if isWord(s, i, "null") {
			return i + 4
		}
	default:
		if j := numberEnd(s, i); j >= 0 {
			return j
		}
	}
	return d.fail(i, "no JSON value")
}

// skipNested is skip for an object or a list.
func (d *decoder) skipNested(i int) int {
	if !d.enter(i) {
		return -1
	}
	number := d.ahead.begin(i)
	end := -1
	if d.s[i] == '{' {
		end = d.skipMembers(space(d.s, i+1))
	} else {
		end = d.skipElements(space(d.s, i+1))
	}
	d.ahead.finish(number, end)
	d.depth--
	return end
}

func (d *decoder) skipMembers(i int) int {
	if d.s[i] == '}' {
		return i + 1
	}
	for {
		if d.s[i] != '"' {
			return d.fail(i, "a member name should stand here")
		}
		if i = d.skip(i); i < 0 {
			return i
		}
		if i = d.colon(i); i < 0 {
			return i
		}
		if i = d.skip(i); i < 0 {
			return i
		}
		switch i = space(d.s, i); d.s[i] {
		case ',':
			i = space(d.s, i+1)
		case '}':
			return i + 1
		default:
			return d.fail(i, "a comma or a closing brace should stand here")
		}
	}
}

// colon steps from the end of a name to the value.
func (d *decoder) colon(i int) int {
	i = space(d.s, i)
	if d.s[i] != ':' {
		return d.fail(i, "a colon should stand here")
	}
	return space(d.s, i+1)
}

func (d *decoder) skipElements(i int) int {
	if d.s[i] == ']' {
		return i + 1
	}
	for {
		if i = d.skip(i); i < 0 {
			return i
		}
		switch i = space(d.s, i); d.s[i] {
		case ',':
			i = space(d.s, i+1)
		case ']':
			return i + 1
		default:
			return d.fail(i, "a comma or a closing bracket should stand here")
		}
	}
}
