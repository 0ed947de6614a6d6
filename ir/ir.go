// Package ir is docgen's language-neutral schema: what an API's reference
// says, whatever language it was written for. The parser builds it; the plan
// and the exporters read it. It holds no Go, no markdown nodes and no
// configuration.
package ir

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// A Schema is everything that a set of reference pages says.
type Schema struct {
	// Trees holds the sets of pages that the models come from, in the order
	// of their directories.
	Trees []*Tree
	// Models holds the models in the order of their IDs.
	Models []Model
	// Skipped lists the pages that hold no model, in the order of their paths.
	Skipped []Skipped
}

// Dialect names the grammars that the pages were read with, such as
// "speakeasy-python-2024", each once.
func (s *Schema) Dialect() string {
	var names []string
	for _, t := range s.Trees {
		if !slices.Contains(names, t.Dialect) {
			names = append(names, t.Dialect)
		}
	}
	return strings.Join(names, ", ")
}

// Skipped is a page that holds no model, and why docgen thinks so.
type Skipped struct {
	File   string
	Reason string
}

// An ID is a model's identity: the page that it stands on. Titles repeat
// across namespaces and are never an identity.
type ID struct {
	Namespace string // slash-separated, such as "components"; empty for flat trees
	Name      string // the page's file name without its extension
}

// String returns "namespace/name", or the name alone in a flat tree.
func (id ID) String() string {
	if id.Namespace == "" {
		return id.Name
	}
	return id.Namespace + "/" + id.Name
}

// Compare orders IDs by namespace, then by name.
func (id ID) Compare(other ID) int {
	return cmp.Or(cmp.Compare(id.Namespace, other.Namespace), cmp.Compare(id.Name, other.Name))
}

// A Model is one named type of the API: an [*Object], [*Enum], [*Union],
// [*Alias] or [*Opaque].
type Model interface {
	// Head returns what all kinds of model have.
	Head() *Header
	isModel()
}

var _ = []Model{(*Object)(nil), (*Enum)(nil), (*Union)(nil), (*Alias)(nil), (*Opaque)(nil)}

// Header is what all kinds of model have.
type Header struct {
	ID         ID
	Title      string // as the page prints it
	Role       Role
	Tree       *Tree // nil only in schemas that no pages stand behind
	Doc        Doc
	Deprecated *Deprecation // nil when it is not deprecated
	Span       source.Span  // the page's title
}

// Head returns h itself; it makes the kinds that embed a Header models.
func (h *Header) Head() *Header { return h }

func (*Header) isModel() {}

// A Role says what part a model plays in the API.
type Role int

// The roles.
const (
	RoleModel      Role = iota // a body, or part of one
	RoleError                  // an error body, or part of one
	RoleParameters             // path, query and header parameters of an operation
	RoleEnvelope               // an SDK's wrapping of a response: transport, not JSON
)

// Deprecation says that something is on its way out.
type Deprecation struct {
	Message string // what to do instead; may be empty
}

// An Object is a JSON object with named members.
type Object struct {
	Header
	Fields []Field // in page order, without the catch-all row
	// Additional is the type of the members that the page does not name, or
	// nil when the page has no catch-all row.
	Additional Type
}

// A Field is a member of an object.
type Field struct {
	Name       string // as the page prints it, without marks
	Wire       Wire
	Type       Type
	Required   bool
	Null       Null
	Doc        Doc
	Deprecated *Deprecation
	Examples   []Example
	Span       source.Span // the name's cell
}

// A Wire is the name of a member in JSON text, and how well it is known.
type Wire struct {
	Name     string
	Evidence Evidence
	Why      string // what speaks for the name, for people; may be empty
}

// Evidence says how well a JSON name is known.
type Evidence int

// The grades of evidence.
const (
	Inferred  Evidence = iota // converted from the printed name by the tree's style
	Confirmed                 // seen as such in the pages
	Guessed                   // converted, and evidence speaks for another name too
)

// Null says whether a value may be null.
type Null int

// The answers. Most dialects cannot show null on some or all types; what they
// cannot show is unknown, not "no".
const (
	NullUnknown Null = iota
	NullNo
	NullYes
)

// An Example is an example value from a page, as its text.
type Example struct {
	Text string // JSON, or the bare text of a string
	Span source.Span
}

// An Enum is a set of values of one JSON kind.
type Enum struct {
	Header
	Of     Type // Prim String, Int64 or Float64
	Values []EnumValue
	Open   bool // the page says that values may be added
}

// An EnumValue is one value of an enum.
type EnumValue struct {
	Name  string // as the page prints it; empty where it names only values
	Value Value
	Doc   Doc
	Span  source.Span
}

// A Union is a value of one of several types.
type Union struct {
	Header
	Variants      []Variant
	Discriminator *Discriminator // nil when none is known
}

// A Variant is one of the types of a union.
type Variant struct {
	Name string // as the page prints it
	Type Type
	Span source.Span
}

// A Discriminator is the member whose value tells the variants of a union
// apart. Few pages state it; elsewhere it is inferred from what the variants
// allow the member to be.
type Discriminator struct {
	Member   string             // JSON name
	Values   []DiscriminatorKey // in variant order
	Evidence string             // why docgen thinks so, for people
	Stated   *Statement         // nil for one that is inferred
}

// A DiscriminatorKey ties a value of the discriminator to a variant.
type DiscriminatorKey struct {
	Value   Value
	Variant int // index into the variants of the union
}

// A Statement is what a page calls a discriminator, and where.
type Statement struct {
	Name string // of the member, as the page prints it
	Span source.Span
}

// An Alias is another name for a type.
type Alias struct {
	Header
	Of Type
}

// An Opaque is a model of which nothing but the name is known.
type Opaque struct {
	Header
	Reason string // for people: why nothing is known
}
