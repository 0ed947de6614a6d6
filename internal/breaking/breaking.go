// Package breaking compares two versions of an API: the Go that its pages
// become, by the plans of the two packages, and the JSON that travels, by the
// two schemas. Each difference is a [Change] by a [Rule] that says whom it
// breaks.
package breaking

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// An API is one version: what its pages say, and the Go that this becomes.
type API struct {
	Schema  *ir.Schema
	Package *plan.Package
	Names   map[ir.ID]string // the Go names of the models
	Root    string           // what the names of the pages begin with
}

// A Change is one difference between two versions.
type Change struct {
	Rule    Rule
	Bump    Bump   // what it asks for; Major is for what breaks
	For     Party  // of a change on the wire: whom it breaks
	Subject string // what differs: a Go name such as "Card.Number", or "components/card.number"
	What    string // how: "string → *string", "removed"
	Hint    string // what may be behind it; may be empty
	Allowed bool   // it was accepted beforehand, and counts for nothing
	Old     source.Span
	New     source.Span // zero for what is gone
}

// IsBreaking reports whether the change breaks someone, who has not accepted it.
func (c *Change) IsBreaking() bool { return c.Bump == Major && !c.Allowed }

// Severity says whether the change breaks something, and whom: "breaking",
// "breaking for readers", "allowed" or "compatible".
func (c *Change) Severity() string {
	switch {
	case c.Allowed:
		return "allowed"
	case c.For != 0:
		return "breaking for " + c.For.String()
	case c.Bump == Major:
		return "breaking"
	}
	return "compatible"
}

// Effect says what the change does, as the end of a sentence.
func (c *Change) Effect() string {
	switch {
	case c.Rule.Breaks == 0 || c.For != 0:
		return c.Rule.Effect
	case c.Rule.Breaks == Readers:
		return "clients only send it"
	}
	return "clients only receive it"
}

// Span returns where the change shows: on the new page or, for what is gone,
// on the old one.
func (c *Change) Span() source.Span {
	if c.New.IsZero() {
		return c.Old
	}
	return c.New
}

// A Report lists the differences between two versions, in the order of the
// pages.
type Report struct {
	Changes []Change
}

// Verdict returns what the version of the generated module needs.
func (r *Report) Verdict() Bump {
	verdict := None
	for _, c := range r.Changes {
		if !c.Allowed {
			verdict = max(verdict, c.Bump)
		}
	}
	return verdict
}

// Count returns how many changes of a side break something, and how many do
// not. Those that are allowed do not count.
func (r *Report) Count(s Side) (breaking, compatible int) {
	for i := range r.Changes {
		switch c := &r.Changes[i]; {
		case c.Rule.Side != s || c.Allowed:
		case c.IsBreaking():
			breaking++
		default:
			compatible++
		}
	}
	return breaking, compatible
}

// Allowed returns how many changes were accepted.
func (r *Report) Allowed() int {
	n := 0
	for _, c := range r.Changes {
		if c.Allowed {
			n++
		}
	}
	return n
}

// Allow accepts the changes by the rules of the IDs. It returns the IDs by
// which nothing breaks, in their order.
func (r *Report) Allow(ids []string) (idle []string) {
	used := map[string]bool{}
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Bump == Major && slices.Contains(ids, c.Rule.ID) {
			c.Allowed = true
			used[c.Rule.ID] = true
		}
	}
	for _, id := range ids {
		if !used[id] {
			idle = append(idle, id)
		}
	}
	return idle
}

// Compare returns what differs between the version old and the version new.
func Compare(old, new API) *Report {
	c := &comparison{old: sideOf(old), new: sideOf(new)}
	c.pairModels()
	c.compareDecls()
	c.compareModels()
	slices.SortStableFunc(c.changes, c.order)
	return &Report{Changes: c.changes}
}

// A comparison is the state of one call of Compare.
type comparison struct {
	old, new *side
	renamed  map[ir.ID]ir.ID // old to new, for models that seem to have another name
	changes  []Change
}

// add notes a change by the rule id. Whom it breaks is up to the rule.
func (c *comparison) add(id, subject, what string, old, new source.Span) *Change {
	rule, ok := Lookup(id)
	if !ok {
		panic("breaking: no rule is called " + id)
	}
	c.changes = append(c.changes, Change{Rule: rule, Bump: rule.Bump, Subject: subject, What: what, Old: old, New: new})
	return &c.changes[len(c.changes)-1]
}

// order puts changes in the order of the pages, whatever the directories that
// the two versions lie in.
func (c *comparison) order(x, y Change) int {
	px, py := c.page(&x), c.page(&y)
	return cmp.Or(
		cmp.Compare(px, py), cmp.Compare(x.Span().Start, y.Span().Start),
		cmp.Compare(x.Rule.Side, y.Rule.Side), cmp.Compare(x.Subject, y.Subject),
		cmp.Compare(x.Rule.ID, y.Rule.ID), cmp.Compare(x.What, y.What),
	)
}

// page returns the page of a change, without the directory of its version.
func (c *comparison) page(x *Change) string {
	span, root := x.Span(), c.new.Root
	if x.New.IsZero() {
		root = c.old.Root
	}
	if span.IsZero() {
		return ""
	}
	return strings.TrimPrefix(span.File.Name, root)
}
