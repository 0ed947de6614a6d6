// Package gotype reads Go type expressions in which every name has its import
// path in front, such as map[string]github.com/google/uuid.UUID: the form that
// docgen.yaml names types of other packages in.
package gotype

import (
	"strconv"
	"strings"
)

// A Type is a Go type expression: a [*Name], [*Pointer], [*Slice], [*Array] or
// [*Map].
type Type interface {
	// String returns the expression as it is written in docgen.yaml.
	String() string
	isType()
}

var _ = []Type{(*Name)(nil), (*Pointer)(nil), (*Slice)(nil), (*Array)(nil), (*Map)(nil)}

// A Name is a type of another package, or a predeclared one.
type Name struct {
	Path string // the import path; empty for a predeclared type
	Name string
	Args []Type // the type arguments of a generic type
}

// A Pointer is a pointer type.
type Pointer struct{ Elem Type }

// A Slice is a slice type.
type Slice struct{ Elem Type }

// An Array is an array type.
type Array struct {
	Len  int
	Elem Type
}

// A Map is a map type.
type Map struct{ Key, Elem Type }

func (*Name) isType()    {}
func (*Pointer) isType() {}
func (*Slice) isType()   {}
func (*Array) isType()   {}
func (*Map) isType()     {}

// String returns the name with its import path and its arguments.
func (t *Name) String() string {
	text := t.Name
	if t.Path != "" {
		text = t.Path + "." + t.Name
	}
	if len(t.Args) == 0 {
		return text
	}
	args := make([]string, len(t.Args))
	for i, arg := range t.Args {
		args[i] = arg.String()
	}
	return text + "[" + strings.Join(args, ", ") + "]"
}

// String returns the type that is pointed to behind a star.
func (t *Pointer) String() string { return "*" + t.Elem.String() }

// String returns the type of the elements behind brackets.
func (t *Slice) String() string { return "[]" + t.Elem.String() }

// String returns the type of the elements behind the length in brackets.
func (t *Array) String() string { return "[" + strconv.Itoa(t.Len) + "]" + t.Elem.String() }

// String returns map[key]element.
func (t *Map) String() string { return "map[" + t.Key.String() + "]" + t.Elem.String() }

// Imports returns the import paths in t, as often as they stand there.
func Imports(t Type) []string {
	switch t := t.(type) {
	case *Name:
		var paths []string
		if t.Path != "" {
			paths = append(paths, t.Path)
		}
		for _, arg := range t.Args {
			paths = append(paths, Imports(arg)...)
		}
		return paths
	case *Pointer:
		return Imports(t.Elem)
	case *Slice:
		return Imports(t.Elem)
	case *Array:
		return Imports(t.Elem)
	case *Map:
		return append(Imports(t.Key), Imports(t.Elem)...)
	}
	panic("gotype: unknown type")
}

// Label returns the names in t, run together as in an identifier that is not
// exported: "uuidUUID", "listDecimalDecimal". Different types may share one.
func Label(t Type) string {
	words := labelWords(t)
	for i, word := range words[1:] {
		if word[0] >= 'a' && word[0] <= 'z' {
			words[i+1] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, "")
}

func labelWords(t Type) []string {
	switch t := t.(type) {
	case *Name:
		var words []string
		if t.Path != "" {
			words = append(words, PackageName(t.Path))
		}
		words = append(words, t.Name)
		for _, arg := range t.Args {
			words = append(words, labelWords(arg)...)
		}
		return words
	case *Pointer:
		return append([]string{"pointer"}, labelWords(t.Elem)...)
	case *Slice:
		return append([]string{"list"}, labelWords(t.Elem)...)
	case *Array:
		return append([]string{"array" + strconv.Itoa(t.Len)}, labelWords(t.Elem)...)
	case *Map:
		return append(append([]string{"map"}, labelWords(t.Key)...), labelWords(t.Elem)...)
	}
	panic("gotype: unknown type")
}

// PackageName returns a name under which a package can be imported, made from
// its path: "uuid" for "github.com/google/uuid", "yaml" for
// "gopkg.in/yaml.v3", "rand" for "math/rand/v2". What the package calls itself
// may be something else.
func PackageName(path string) string {
	elems := strings.Split(path, "/")
	name := elems[len(elems)-1]
	if len(elems) > 1 && isVersion(name) {
		name = elems[len(elems)-2]
	}
	name = strings.TrimPrefix(strings.ToLower(name), "go-")
	if i := strings.LastIndex(name, ".v"); i > 0 && isVersion(name[i+1:]) {
		name = name[:i]
	}
	name = strings.TrimLeft(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, name), "0123456789")
	if name == "" {
		return "pkg"
	}
	return name
}

// isVersion reports whether an element of a path is a major version: "v2".
func isVersion(elem string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(elem, "v"))
	return err == nil && n > 0 && elem[0] == 'v'
}
