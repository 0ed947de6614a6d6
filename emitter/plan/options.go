package plan

import (
	"slices"

	"github.com/docgen-go/docgen/internal/gotype"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// Options are the choices that a plan leaves to the user. The zero value of
// each is the default.
type Options struct {
	Package string // the name of the Go package
	// Names are the names of models where others than those that are planned
	// have a say in them, as TypeNames returns them; else nil.
	Names       map[ir.ID]string
	Renames     []Rename
	Initialisms naming.Initialisms
	Types       []TypeRule // Go types in place of docgen's own
	// Properties says what becomes of members that the reference does not name.
	Properties Properties
	// Enums says whether values that the reference does not name are violations.
	Enums Enums
	// Lenient makes a missing required member no error when decoding.
	Lenient bool
	// Optional says what optional members are.
	Optional Optional
	// NullPointers makes members that may be absent or null pointers, too; a
	// null is remembered beside them.
	NullPointers bool
	// ExactNumbers keeps numbers as they are written.
	ExactNumbers bool
	Tags         []TagRule // struct tags beside the json tag
	// Getters gives structs methods that return their fields, and that may be
	// called on nil.
	Getters bool
	Split   Split // says which declarations share a file
	// Target is the minor version of the Go that the package is for: 26 for Go
	// 1.26. What is lower than 24 counts as 24.
	Target int
	// Envelopes makes models of the response envelopes, too.
	Envelopes bool
	// Provenance ends doc comments with where in the pages they are from.
	Provenance Provenance
	// Memory, if it is not nil, spares what has not changed since the last call.
	Memory *Memory
}

// Provenance says how places in the pages are written.
type Provenance struct {
	On   bool
	Docs string // what the names of pages begin with
	As   string // what is written instead: a path that is the same in every checkout
}

// Properties says which structs have a field for the members that the
// reference does not name.
type Properties int

// The choices.
const (
	PropertiesAlways   Properties = iota // all of them
	PropertiesDeclared                   // those whose page has a row for such members
	PropertiesNone                       // none: such members are skipped
)

// Enums says whether Validate reports values that the reference does not name.
type Enums int

// The choices.
const (
	EnumsDocumented Enums = iota // unless the reference says that values may be added
	EnumsClosed                  // always
	EnumsOpen                    // never
)

// imports returns the import paths of the types that the options name, in order.
func (o Options) imports() []string {
	var paths []string
	for _, r := range o.Types {
		paths = append(paths, gotype.Imports(r.Type)...)
	}
	if o.Optional.Wrapper != nil {
		paths = append(paths, gotype.Imports(o.Optional.Wrapper)...)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// Split says which declarations share a file.
type Split int

// The choices.
const (
	SplitModel  Split = iota // a file for each model
	SplitPage                // a file for each page
	SplitSingle              // one file for all
)

// Optional says what an optional member of type T is: a *T by default.
type Optional struct {
	// Zero makes it a T whose zero value is the absent one.
	Zero bool
	// Wrapper is a generic type of one parameter, such as Option, that it is an
	// instance of; the zero value of that is the absent one. Nil for none.
	Wrapper *gotype.Name
}

// isLossy reports whether something of a document may get lost between
// decoding and encoding it, because of the options.
func (o Options) isLossy() bool {
	return len(o.Types) > 0 || o.Properties != PropertiesAlways || o.Lenient || o.byValue()
}

// byValue reports whether optional members are no pointers.
func (o Options) byValue() bool { return o.Optional.Zero || o.Optional.Wrapper != nil }

// The Go versions that a target is compared with.
const (
	firstNew    = 26 // new takes a value
	firstStream = 27 // package encoding/json/v2 is there
)

// streamed returns the types that have an AppendJSON.
func streamed(decls []Decl) []string {
	var names []string
	for _, d := range decls {
		switch d := d.(type) {
		case *Struct:
			if !d.Plain {
				names = append(names, d.Name)
			}
		case *Union:
			names = append(names, d.Name)
		}
	}
	return names
}
