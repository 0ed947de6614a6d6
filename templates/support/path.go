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
	s     string
	pos   int
	stack []frame
}

// A frame is an open object or list.
type frame struct {
	list  bool
	index int    // of the element
	name  string // of the member
	key   bool   // the next string is a name
}

// pathTo walks to offset and returns the pointer of the value there.
func (w *walker) pathTo(offset int) string {
	for w.pos < offset {
		w.step()
	}
	var b strings.Builder
	for _, f := range w.stack {
		switch {
		case f.list:
			b.WriteString("/" + strconv.Itoa(f.index))
		case !f.key:
			b.WriteString("/" + escapePointer(f.name))
		}
	}
	return b.String()
}

// step goes over one token, or one byte of a number or word.
func (w *walker) step() {
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
		w.text(top)
	case top == nil:
	case c == '}' || c == ']':
		w.stack = w.stack[:len(w.stack)-1]
	case c == ',':
		top.index++
		top.key = !top.list
	}
}

// text goes over a string, and takes it for the member's name where one is due.
func (w *walker) text(top *frame) {
	start := w.pos
	for w.pos < len(w.s) && w.s[w.pos] != '"' {
		if w.s[w.pos] == '\\' {
			w.pos++
		}
		w.pos++
	}
	end := min(w.pos, len(w.s))
	w.pos++
	if top == nil || !top.key {
		return
	}
	top.key = false
	top.name = w.s[start:end]
	if strings.IndexByte(top.name, '\\') >= 0 {
		if name, err := strconv.Unquote(`"` + strings.ReplaceAll(top.name, `\/`, "/") + `"`); err == nil {
			top.name = name
		}
	}
}

// escapePointer writes a name as RFC 6901, section 3, asks.
func escapePointer(name string) string {
	if strings.IndexByte(name, '~') >= 0 {
		name = strings.ReplaceAll(name, "~", "~0")
	}
	return strings.ReplaceAll(name, "/", "~1")
}
