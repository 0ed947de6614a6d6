// Package consensus compares schemas of one API that were read from pages in
// several languages, and fills what one of them cannot say with what the
// others say.
//
// Every language loses something: TypeScript tells neither integers from
// fractions nor null from absence, Java's pages do not list the members of a
// union, most have no constants. What a language cannot say is no difference.
// What two languages both say, and say differently, is one, and is told with
// both places.
package consensus

import (
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Fact is a kind of thing that pages say.
type Fact int

// The facts.
const (
	Models     Fact = iota + 1 // that there is a model
	Members                    // that an object has a member
	Types                      // what type a member, or what stands for it, has
	Required                   // whether a member must be there
	Null                       // whether a value may be null
	EnumValues                 // which values an enum has
	Variants                   // which types a union has
)

var factTexts = [...]string{
	Models: "models", Members: "members", Types: "type", Required: "required",
	Null: "null", EnumValues: "enum values", Variants: "variants",
}

// String returns the fact's name, such as "enum values".
func (f Fact) String() string {
	if f < Models || int(f) >= len(factTexts) {
		return "unknown"
	}
	return factTexts[f]
}

// A Side is what one schema says, and where. Text is empty where the schema
// lacks the model or the member of which the other one speaks.
type Side struct {
	Text string
	Span source.Span
}

// A Difference is a fact on which two schemas contradict each other.
type Difference struct {
	Fact   Fact
	Model  string // the title in the schema that has the model, A's where both do
	Member string // as printed; empty where the difference is the model's own
	A, B   Side
}

// Compare returns the facts on which a and b differ, in the order of a's
// models, those that only one of them has last. What the language of one of
// them is known not to tell is no difference; what the platforms of the
// languages bring along, such as the envelopes of responses, is not compared.
func Compare(a, b *ir.Schema) []Difference { return compare(a, b).diffs }
