package gotype

import (
	"fmt"
	"go/token"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Error says what is wrong with an expression.
type Error struct {
	Offset  int // in bytes, of what is wrong
	Message string
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

// Parse reads a type expression. The grammar is the one of Go types, but for
// names, and without what JSON cannot hold:
//
//	Type = "*" Type | "[" [ Length ] "]" Type | "map" "[" Type "]" Type | Name
//	Name = Predeclared | Path "." Identifier [ "[" Type { "," Type } "]" ]
//
// Every error is an [*Error].
func Parse(text string) (Type, error) {
	p := &parser{text: text}
	t := p.typ()
	p.space()
	if p.err == nil && p.at < len(text) {
		p.fail(p.at, "%q should not stand behind the type", text[p.at:])
	}
	if p.err != nil {
		return nil, p.err
	}
	return t, nil
}

// A parser reads an expression from left to right and keeps the first error.
type parser struct {
	text  string
	at    int
	depth int
	err   error
}

// maxDepth is how deep types nest at most.
const maxDepth = 50

func (p *parser) fail(at int, format string, args ...any) {
	if p.err == nil {
		p.err = &Error{Offset: at, Message: fmt.Sprintf(format, args...)}
	}
	p.at = len(p.text)
}

func (p *parser) space() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\t') {
		p.at++
	}
}

// accept steps over a mark, if that is next.
func (p *parser) accept(mark string) bool {
	p.space()
	if !strings.HasPrefix(p.text[p.at:], mark) {
		return false
	}
	p.at += len(mark)
	return true
}

// expect steps over a mark that must be next.
func (p *parser) expect(mark, where string) {
	if !p.accept(mark) {
		p.fail(p.at, "%q should stand %s", mark, where)
	}
}

func (p *parser) typ() Type {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.at, "types nest at most %d deep here", maxDepth)
	}
	defer func() { p.depth-- }()
	switch {
	case p.err != nil:
		return nil
	case p.accept("*"):
		return &Pointer{Elem: p.typ()}
	case p.accept("["):
		return p.list()
	}
	return p.name()
}

// list reads what follows the opening bracket of []T or [4]T.
func (p *parser) list() Type {
	if p.accept("]") {
		return &Slice{Elem: p.typ()}
	}
	p.space()
	start := p.at
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		p.at++
	}
	n, err := strconv.ParseInt(p.text[start:p.at], 10, 32)
	if err != nil || n > math.MaxInt16 {
		p.fail(start, "a length up to %d, or nothing, should stand between the brackets", math.MaxInt16)
	}
	p.expect("]", "behind the length")
	return &Array{Len: int(n), Elem: p.typ()}
}

// name reads a name, or a map type.
func (p *parser) name() Type {
	p.space()
	start := p.at
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_./-~+", r) {
			break
		}
		p.at += size
	}
	word := p.text[start:p.at]
	if word == "map" {
		p.expect("[", "behind map")
		m := &Map{Key: p.key()}
		p.expect("]", "behind the type of the keys")
		m.Elem = p.typ()
		return m
	}
	t := p.named(word, start)
	if t.Path != "" && p.accept("[") {
		t.Args = p.args()
	}
	return t
}

// key reads the type of a map's keys.
func (p *parser) key() Type {
	p.space()
	start := p.at
	t := p.typ()
	switch t.(type) {
	case *Slice, *Map:
		p.fail(start, "%s cannot be the keys of a map", t)
	}
	return t
}

func (p *parser) args() []Type {
	args := []Type{p.typ()}
	for p.err == nil && p.accept(",") {
		args = append(args, p.typ())
	}
	p.expect("]", "behind the type arguments")
	return args
}

// predeclared are the types of the language that JSON has values for.
var predeclared = strings.Fields(`any bool byte float32 float64 int int8 int16 int32 int64
	rune string uint uint8 uint16 uint32 uint64`)

// named returns the type that a word names, which begins at start.
func (p *parser) named(word string, start int) *Name {
	dot := strings.LastIndexByte(word, '.')
	t := &Name{Path: word[:max(dot, 0)], Name: word[dot+1:]}
	switch {
	case word == "":
		p.fail(start, "a type should stand here, such as time.Time or []string")
	case slices.Contains(predeclared, word):
	case word == "interface" || word == "struct" || word == "func" || word == "chan":
		p.fail(start, "%s types cannot stand here; write the name of a type", word)
	case dot < 0:
		p.fail(start, "%q is no predeclared type that JSON can hold; a type of a package is written with its import path, such as time.Time", word)
	case !token.IsExported(t.Name) || !token.IsIdentifier(t.Name):
		p.fail(start+dot+1, "%q is no name of an exported type", t.Name)
	default:
		p.checkPath(t.Path, start)
	}
	return t
}

// checkPath reports an import path that the go command would not take.
func (p *parser) checkPath(path string, start int) {
	for _, elem := range strings.Split(path, "/") {
		switch {
		case elem == "":
			p.fail(start, "the import path %q has an empty element", path)
		case strings.HasPrefix(elem, "."), strings.HasSuffix(elem, "."):
			p.fail(start, "the import path %q is relative, or an element ends in a dot", path)
		case strings.HasPrefix(elem, "-"), strings.ContainsFunc(elem, func(r rune) bool { return r >= utf8.RuneSelf }):
			p.fail(start, "the import path %q has an element that the go command does not take", path)
		}
	}
}
