package breaking

import "slices"

// A Side is what a rule is about.
type Side int

// The sides. A change of the pages can show on both, by different rules.
const (
	Go   Side = iota // the generated package, for those who compile against it
	Wire             // the JSON, for those who exchange it
)

// String returns "Go" or "wire".
func (s Side) String() string {
	if s == Go {
		return "Go"
	}
	return "wire"
}

// A Bump is the part of a version that a change asks to be raised, as
// https://semver.org has it.
type Bump int

// The bumps, from mild to grave. Major is for what breaks.
const (
	None Bump = iota
	Patch
	Minor
	Major
)

// String returns "none", "patch", "minor" or "major".
func (b Bump) String() string { return [...]string{"none", "patch", "minor", "major"}[b] }

// A Party is a set of those who exchange a model's JSON.
type Party uint8

// The parties, from the client's point of view.
const (
	Readers Party = 1 << iota // receive it in responses
	Writers                   // send it in requests
)

// String names the parties: "nobody", "readers", "writers" or "readers and writers".
func (p Party) String() string {
	return [...]string{"nobody", "readers", "writers", "readers and writers"}[p]
}

// A Rule is a kind of change. Its ID is stable.
type Rule struct {
	ID     string
	Side   Side
	Bump   Bump   // of a rule of Go; of one of the wire, that for whom it breaks nothing
	Breaks Party  // whom a change on the wire breaks
	Effect string // what the change does, as the end of a sentence
}

// Severity says for whom a rule breaks what.
func (r Rule) Severity() string {
	switch {
	case r.Side == Wire && r.Breaks != 0:
		return "breaking for " + r.Breaks.String()
	case r.Bump == Major:
		return "breaking"
	}
	return "compatible"
}

// Rules returns all rules: those of Go first, each side in the order of the manual.
func Rules() []Rule { return slices.Clone(rules) }

// Lookup returns the rule of an ID.
func Lookup(id string) (Rule, bool) {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}

var rules = slices.Concat(goRules, wireRules)

var goRules = []Rule{
	{"type-removed", Go, Major, 0, "code that names it no longer compiles"},
	{"type-added", Go, Minor, 0, "nothing used it before"},
	{"type-kind-changed", Go, Major, 0, "code that uses what the old kind offered no longer compiles"},
	{"field-removed", Go, Major, 0, "code that sets or reads it no longer compiles"},
	{"field-added", Go, Minor, 0, "only literals without field names no longer compile"},
	{"field-type-changed", Go, Major, 0, "breaks assignments and reads"},
	{"memory-removed", Go, Major, 0, "code that asks what was null, or how names were spelled, no longer compiles"},
	{"memory-added", Go, Minor, 0, "the struct remembers more of what arrived"},
	{"memory-type-changed", Go, Major, 0, "code that copies it to a variable of the old type no longer compiles; SetNull and IsNull stay"},
	{"struct-not-comparable", Go, Major, 0, "== and use as the key of a map no longer compile"},
	{"methods-removed", Go, Major, 0, "calls no longer compile"},
	{"methods-added", Go, Minor, 0, "nothing called them before"},
	{"constant-removed", Go, Major, 0, "code that names it no longer compiles"},
	{"constant-added", Go, Minor, 0, "a switch over all values lacks it"},
	{"constant-value-changed", Go, Major, 0, "what was stored or compared under the old value no longer fits"},
	{"enum-type-changed", Go, Major, 0, "conversions and untyped constants no longer compile"},
	{"function-removed", Go, Major, 0, "calls no longer compile"},
	{"variant-removed", Go, Major, 0, "assignments to the union and cases of type switches no longer compile"},
	{"variant-added", Go, Minor, 0, "what was held as unknown JSON has a type; a type switch lacks it"},
	{"variant-type-changed", Go, Major, 0, "values and cases of the old type no longer compile"},
	{"alias-changed", Go, Major, 0, "code that knows what the alias stands for no longer compiles"},
	{"deprecated", Go, Minor, 0, "linters point to its uses"},
	{"undeprecated", Go, Minor, 0, "linters are silent about its uses"},
	{"doc-changed", Go, Patch, 0, "only the comment differs"},
}

var wireRules = []Rule{
	{"model-removed", Wire, Patch, Readers | Writers, "clients that exchange it get or send something else"},
	{"model-added", Wire, Patch, 0, "old clients do not know of it"},
	{"model-renamed", Wire, Patch, 0, "the JSON is the same"},
	{"model-kind-changed", Wire, Patch, Readers | Writers, "the JSON is of another form"},
	{"model-opaque", Wire, Patch, 0, "the pages no longer tell what it is; the JSON may be the same"},
	{"model-known", Wire, Patch, 0, "the pages tell what it is; the JSON may be the same"},
	{"member-removed", Wire, Patch, Readers | Writers, "old clients may rely on it, or send what is not known any more"},
	{"member-added", Wire, Patch, 0, "old clients keep it as an unknown member, and need not send it"},
	{"required-member-added", Wire, Patch, Writers, "old clients do not send it"},
	{"member-renamed", Wire, Patch, Readers | Writers, "old clients send and look for the old name"},
	{"member-optional", Wire, Patch, Readers, "old clients that rely on it may see it missing"},
	{"member-required", Wire, Patch, Writers, "old clients may not send it"},
	{"null-allowed", Wire, Patch, Readers, "old clients may see a null that they do not expect"},
	{"null-refused", Wire, Patch, Writers, "old clients may send a null"},
	{"null-uncertain", Wire, Patch, 0, "what is known of null differs, and nothing contradicts it"},
	{"json-type-changed", Wire, Patch, Readers | Writers, "old clients send and expect other JSON"},
	{"json-type-widened", Wire, Patch, Readers, "old clients may see values that they do not expect"},
	{"json-type-narrowed", Wire, Patch, Writers, "old clients may send values that are not taken any more"},
	{"literal-changed", Wire, Patch, Readers | Writers, "old clients send and expect the old constant"},
	{"additional-added", Wire, Patch, 0, "members without a name on the page may arrive; old clients keep them"},
	{"additional-removed", Wire, Patch, Writers, "old clients may send members that the page does not name"},
	{"value-removed", Wire, Patch, Writers, "old clients may send it"},
	{"value-added", Wire, Patch, 0, "old clients keep it, and Validate reports it unless the enum is open"},
	{"value-changed", Wire, Patch, Readers | Writers, "old clients send and expect the old value"},
	{"enum-kind-changed", Wire, Patch, Readers | Writers, "old clients send and expect values of the other kind"},
	{"enum-opened", Wire, Patch, 0, "old clients keep values that they do not know, and Validate reports them"},
	{"enum-closed", Wire, Patch, Writers, "old clients may send values that the page does not list"},
	{"alternative-removed", Wire, Patch, Writers, "old clients may send it"},
	{"alternative-added", Wire, Patch, 0, "old clients keep it as unknown JSON"},
	{"discriminator-changed", Wire, Patch, Readers | Writers, "old clients tell the alternatives apart by the old member"},
	{"discriminator-value-changed", Wire, Patch, Readers | Writers, "old clients take it for another alternative"},
	{"discriminator-found", Wire, Patch, 0, "the pages show how to tell the alternatives apart"},
	{"discriminator-lost", Wire, Patch, 0, "the alternatives are told apart by their members"},
}
