package parser

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/ir"
)

// A typeExpr is a type as a page writes it: the type of the values, and the
// wrapper around it that says that there may be none.
type typeExpr struct {
	typ      ir.Type
	optional bool // there may be none: Optional, T.nilable, a pointer
	nullable bool // it may be null: Nullable, JsonNullable, a member "null"
	several  bool // it is a union that is written in place
	loose    bool // it ends in a kind of element, as "list of X" does, and another may follow
}

// wrapped reports whether e wears a wrapper of any kind.
func (e typeExpr) wrapped() bool { return e.optional || e.nullable }

// bare reports whether the dialects never put a wrapper around e, so that its
// absence says nothing: lists, maps and times are printed bare.
func (e typeExpr) bare() bool {
	switch e.typ.(type) {
	case *ir.List, *ir.Map, *ir.Time:
		return true
	}
	return false
}

// maxTypeDepth limits how deep types nest, and with it the recursion of all
// who read them. Pages nest three deep.
const maxTypeDepth = 50

// nesting returns how deep t nests. Marks behind a type, as in "X[][]", nest
// types without recursion.
func nesting(t ir.Type) int {
	deepest := 0
	switch t := t.(type) {
	case *ir.List:
		deepest = 1 + nesting(t.Elem)
	case *ir.Map:
		deepest = 1 + nesting(t.Elem)
	case *ir.OneOf:
		for _, v := range t.Variants {
			deepest = max(deepest, nesting(v.Type))
		}
	}
	return deepest
}

// A typeError says where a type stops making sense, and why.
type typeError struct {
	at      int // offset in the page
	message string
}

// A scanner reads the text of a type, which is the range [pos, end) of src.
// Grammars of types are written on top of it, by recursive descent.
type scanner struct {
	src   []byte
	pos   int
	end   int
	depth int
	err   *typeError // the first error; nothing is read after it
}

// fail records an error at offset at, unless there is one already.
func (s *scanner) fail(at int, format string, args ...any) {
	if s.err == nil {
		s.err = &typeError{at: at, message: fmt.Sprintf(format, args...)}
	}
}

// peek returns the next byte that is not a blank, or 0 at the end. Backslashes
// before punctuation belong to markdown, not to the type, and are skipped.
func (s *scanner) peek() byte {
	for s.pos < s.end && isBlank(s.src[s.pos]) {
		s.pos++
	}
	after := s.pos
	for after < s.end && s.src[after] == '\\' {
		after++
	}
	if after > s.pos && after < s.end && strings.IndexByte("<>|*_[]`\"", s.src[after]) >= 0 {
		s.pos = after
	}
	if s.pos >= s.end || s.err != nil {
		return 0
	}
	return s.src[s.pos]
}

// accept skips c if it comes next.
func (s *scanner) accept(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.pos++
	return true
}

// expect skips c, which must come next.
func (s *scanner) expect(c byte) {
	if !s.accept(c) {
		s.fail(s.pos, "expected %q, found %s", string(c), s.found())
	}
}

// found describes what comes next.
func (s *scanner) found() string {
	if s.peek() == 0 {
		return "the end of the type"
	}
	r, _ := utf8.DecodeRune(s.src[s.pos:s.end])
	return fmt.Sprintf("%q", string(r))
}

// word reads a name, whose parts may be joined by dots or by one of joints. It
// returns "" when none comes next.
func (s *scanner) word(joints string) string {
	var b strings.Builder
	for s.peek() != 0 {
		r, size := utf8.DecodeRune(s.src[s.pos:s.end])
		if r != '_' && r != '.' && !strings.ContainsRune(joints, r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		b.WriteRune(r)
		s.pos += size
		if s.pos < s.end && isBlank(s.src[s.pos]) {
			break
		}
	}
	return b.String()
}

// enter goes one level deeper, and reports whether that is still allowed.
func (s *scanner) enter() bool {
	s.depth++
	if s.depth > maxTypeDepth {
		s.fail(s.pos, "the type nests more than %d deep", maxTypeDepth)
	}
	return s.err == nil
}

func (s *scanner) leave() { s.depth-- }

// checkNesting fails where e nests so deep that nothing may be around it.
func (s *scanner) checkNesting(e typeExpr) {
	if nesting(e.typ) >= maxTypeDepth {
		s.fail(s.pos, "the type nests more than %d deep", maxTypeDepth)
	}
}

// linkTarget returns the target of the link whose label starts at the "[" at
// pos, and the ranges of both; ok is false if that is no link.
func (s *scanner) linkTarget() (label, target cell, ok bool) {
	open := 0
	for i := s.pos; i < s.end; i++ {
		switch s.src[i] {
		case '"':
			if j := bytes.IndexByte(s.src[i+1:s.end], '"'); j >= 0 {
				i += j + 1
			}
		case '[':
			open++
		case ']':
			open--
		}
		if open == 0 {
			label = cell{s.pos + 1, i}
			break
		}
	}
	if label.end == 0 || label.end+1 >= s.end || s.src[label.end+1] != '(' {
		return label, target, false
	}
	start := label.end + 2
	open = 1
	for i := start; i < s.end; i++ {
		switch s.src[i] {
		case '(':
			open++
		case ')':
			open--
		}
		if open == 0 {
			return label, cell{start, i}, true
		}
	}
	return label, target, false
}
