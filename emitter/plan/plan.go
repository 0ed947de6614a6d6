// Package plan decides what Go will be: from the schema that says what the
// API says, it builds a [Package] in which every name is chosen and every
// type decided, so that emitting it cannot fail.
package plan

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// A Package is a Go package, ready to be written.
type Package struct {
	Name  string
	Files []File // in the order of their names
	// Imports are the import paths of the types that the user has chosen, in order.
	Imports []string
	// Names are the names of the types that stand for models.
	Names  map[ir.ID]string
	Layout Layout
	Tests  []Test // in the order of their types
	// LeftOut counts what the pages hold that is transport, not JSON.
	LeftOut LeftOut
	// Ptr is true where users need a function for pointers to values, which Go
	// has since 1.26 in its new.
	Ptr bool
	// Streamed are the types that get methods for package encoding/json/v2.
	Streamed []string
	// Lossy is true where the options allow that something of a document is
	// lost between decoding and encoding it.
	Lossy bool
}

// LeftOut counts what is not emitted because it never travels as JSON.
type LeftOut struct {
	Envelopes int // response envelopes, as whole models
	Members   int // transport members of other models
}

// String says what is left out: "2 response envelopes, 1 transport member".
func (l LeftOut) String() string {
	var parts []string
	count := func(n int, what string) {
		switch n {
		case 0:
		case 1:
			parts = append(parts, "1 "+what)
		default:
			parts = append(parts, strconv.Itoa(n)+" "+what+"s")
		}
	}
	count(l.Envelopes, "response envelope")
	count(l.Members, "transport member")
	return strings.Join(parts, ", ")
}

// A File is one Go file.
type File struct {
	Name  string // such as "credit_session.go"
	Decls []Decl
}

// A Decl is a declaration with its methods: a [*Struct], [*Enum], [*Union],
// [*Alias] or [*Opaque].
type Decl interface {
	// TypeName returns the name of the type that is declared.
	TypeName() string
	isDecl()
}

// A Struct is an object of the API.
type Struct struct {
	Name   string
	Doc    Doc
	Fields []Field // in page order
	// Members holds the indexes of Fields in the order of their JSON names,
	// which numbers the members.
	Members    []int
	Additional *Additional // nil where unknown members are skipped
	Hidden     []Tag       // of the fields that are no members
	Getters    []Getter    // in the order of Fields
	Lenient    bool        // missing required members are no violations when decoding
	NullsDoc   Doc         // of the field that remembers nulls
	NullWords  int         // how many NullSets it takes to remember nulls; 0 for none
	Spellings  bool        // whether spellings of member names are remembered
	Traced     bool        // violations tell where the reference states the rule
	Places     []string    // for that: where it describes each member, by number
	// Plain is true for parameters, which have no JSON form and no methods.
	Plain bool
	Table Table
}

// Additional says what becomes of the members that the page does not name.
type Additional struct {
	Elem Type // the type of each
	Doc  Doc
}

// A Table is what the decoder and the encoder share about a struct. Its
// slices and strings go by member number.
type Table struct {
	Keys      []string // JSON texts `,"name":`
	Names     []string // the names, when a key holds an escape; else nil
	Required  []uint64 // bitmap
	Inferred  []uint64 // bitmap
	Nulls     string   // what null does, a byte for each member
	Kinds     string   // the JSON kind of each member; only for variants of unions
	Constants []Constant
}

// A Constant is a member that has a single value.
type Constant struct {
	Member int
	Value  ir.Value
}

// A Field is a field of a struct.
type Field struct {
	Name   string
	Doc    Doc
	Type   Type
	Tag    string // the json tag; empty for none
	Docgen string // a tag with the JSON name, where a json tag cannot say it
	Tags   []Tag  // beside these, in the order of their keys
	Wire   string // the JSON name
	Member int
	Decode Step
	Encode Step
	Checks []Check
}

// A Step is how a field is decoded or encoded.
type Step struct {
	Form     Form
	Func     string // of the support code; empty for Direct
	ByRef    bool   // whether the field is passed by its address
	Elem     Type   // whose function is passed on; nil for none
	Base     string // for Converted: the type that Elem is made of
	Constant ir.Value
}

// A Form is the form of the call that a step makes.
type Form int

// The forms. Models are not passed to generic functions, which would be
// compiled for each of them.
const (
	Direct    Form = iota // the function that carries a value of Elem
	Call                  // Func, with the field and the function for Elem
	Converted             // Func decodes a pointer to Base, which is converted to one to Elem
	Model                 // the field is a pointer to a model
	Models                // the field is a list of models
)

// An Enum is a set of named values.
type Enum struct {
	Name   string
	Doc    Doc
	Of     Type // the underlying type
	Consts []Const
	Values string // the name of the function that lists the values
	Open   bool   // unknown values are not violations
}

// A Const is a value of an enum.
type Const struct {
	Name  string
	Doc   Doc
	Value ir.Value
}

// A Union is a value of one of several types.
type Union struct {
	Name      string
	Doc       Doc
	Interface string // the sealed interface of the variants
	Marker    string // its method
	Unknown   string // the variant for what fits none of the others
	Variants  []Variant
	Shape     UnionShape
	Traced    bool // violations tell where the reference states the rule
}

// A Variant is a type that a union can hold.
type Variant struct {
	Type    Type // what is decoded: a model, or the wrapper
	Pointer bool // the interface holds a pointer to it
	Wraps   Type // the type that the wrapper is declared over; nil for a model
	Doc     Doc  // of the wrapper
}

// An Alias is another name for a type.
type Alias struct {
	Name string
	Doc  Doc
	Of   Type
}

// An Opaque is a type of which nothing is known; it keeps its JSON.
type Opaque struct {
	Name string
	Doc  Doc
}

// TypeName returns the name of the struct.
func (d *Struct) TypeName() string { return d.Name }

// TypeName returns the name of the enum's type.
func (d *Enum) TypeName() string { return d.Name }

// TypeName returns the name of the union's struct.
func (d *Union) TypeName() string { return d.Name }

// TypeName returns the alias.
func (d *Alias) TypeName() string { return d.Name }

// TypeName returns the name of the opaque type.
func (d *Opaque) TypeName() string { return d.Name }

func (*Struct) isDecl() {}
func (*Enum) isDecl()   {}
func (*Union) isDecl()  {}
func (*Alias) isDecl()  {}
func (*Opaque) isDecl() {}

// A Layout numbers what the pooled decoder keeps for the package's types.
type Layout struct {
	Predictions []Slot // one for each struct that decodes; sized in entries
	Slabs       []Slot // one for each type of elements of lists; sized 1
}

// A Slot is a named constant and how many numbers it takes.
type Slot struct {
	Name string
	Size int
}

// A Test is the test of one type.
type Test struct {
	Type    string
	Example string // JSON text, a whole value of the type; empty for none
}
