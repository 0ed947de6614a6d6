package support

import (
	"slices"
	"strconv"
	"strings"
)

// A violation is a violation before its pointer is known: decoding notes the
// offset alone, which costs nothing while all is well.
type violation struct {
	offset   int    // where the value begins
	member   string // the member of the object there that is missing
	sentinel error
	text     string
}

// located turns what was found in a document into errors with pointers, by
// one walk over the document.
func located(s string, found []violation) ValidationError {
	slices.SortStableFunc(found, func(a, b violation) int { return a.offset - b.offset })
	w := walker{s: s}
	out := make(ValidationError, len(found))
	for i, v := range found {
		path := w.pathTo(v.offset)
		if v.sentinel == ErrRequired {
			path += "/" + escapePointer(v.member)
		}
		out[i] = newFieldError(path, v.sentinel, v.text)
	}
	return out
}

// A walker goes through a document and knows where it is. It trusts that the
// text is JSON as far as it walks.
type walker struct {
	s     string // without padding
	pos   int
	stack []frame
}

// A frame is an open object or list.
type frame struct {
	list  bool
	index int    // of the element
	name  string // of the member, as JSON text
	key   bool   // the next string is a name
}

// pathTo walks to offset and returns the pointer of the value there.
func (w *walker) pathTo(offset int) string {
	for w.pos < offset {
		w.step(offset)
	}
	var b strings.Builder
	for _, f := range w.stack {
		switch {
		case f.list:
			b.WriteString("/" + strconv.Itoa(f.index))
		case !f.key:
			b.WriteString("/" + escapePointer(plainName(f.name)))
		}
	}
	return b.String()
}

// step goes over one token, or one byte of a number or word.
func (w *walker) step(limit int) {
	c := w.s[w.pos]
	w.pos++
	var top *frame
	if len(w.stack) > 0 {
		top = &w.stack[len(w.stack)-1]
	}
	switch {
	case c == '{':
		w.stack = append(w.stack, frame{key: true})
	case c == '[':
		w.stack = append(w.stack, frame{list: true})
	case c == '"':
		w.text(top, limit)
	case top == nil:
	case c == '}' || c == ']':
		w.stack = w.stack[:len(w.stack)-1]
	case c == ',':
		top.index++
		top.key = !top.list
	}
}

// text goes over a string, and takes it for the member's name where one is
// due. A string that does not end before limit is the one that is broken.
func (w *walker) text(top *frame, limit int) {
	start := w.pos - 1
	for w.pos < limit && w.s[w.pos] != '"' {
		if w.s[w.pos] == '\\' {
			w.pos++
		}
		w.pos++
	}
	if w.pos >= limit {
		return
	}
	w.pos++
	if top != nil && top.key {
		top.key, top.name = false, w.s[start:w.pos]
	}
}

// plainName returns the name that a string stands for.
func plainName(text string) string {
	d := decoder{s: text + padding, n: len(text)}
	name, _ := d.text(0)
	return name
}

// escapePointer writes a name as RFC 6901, section 3, asks.
func escapePointer(name string) string {
	if strings.IndexByte(name, '~') >= 0 {
		name = strings.ReplaceAll(name, "~", "~0")
	}
	return strings.ReplaceAll(name, "/", "~1")
}
