// Package suppress takes diagnostics out of a list that a user has looked at
// and does not want to see again.
package suppress

import (
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Rule says which diagnostics are not wanted.
type Rule struct {
	Code diag.Code
	// At is matched with the selector of the model that a diagnostic is about,
	// or of its member or value, and with its page as seen from the directory of
	// the pages. Empty is everywhere.
	At   closure.Pattern
	Span source.Span // where the rule is stated; may be zero
}

// Apply returns the diagnostics of all that no rule is for. Errors are never
// taken out. Where all holds no error, it says which rules were for nothing:
// an error keeps docgen from finding everything. The docs are the page, or the
// directory of pages, that s was read from.
func Apply(all diag.List, rules []Rule, s *ir.Schema, docs string) diag.List {
	if len(rules) == 0 {
		return all
	}
	places := placesOf(s, docs)
	used := make([]bool, len(rules))
	kept := slices.DeleteFunc(slices.Clone(all), func(d diag.Diagnostic) bool {
		suppressed := false
		for i, r := range rules {
			if r.Code == d.Code && d.Severity() != diag.Error && (r.At.Glob == "" || r.At.Matches(places.subjects(d.Span)...)) {
				used[i] = true
				suppressed = true
			}
		}
		return suppressed
	})
	if all.HasErrors() {
		return kept
	}
	for i, r := range rules {
		if !used[i] {
			kept.Add(r.stray(all, places))
		}
	}
	kept.Sort()
	return kept
}

// stray says of a rule that it is for nothing.
func (r Rule) stray(all diag.List, places places) diag.Diagnostic {
	d := diag.Diagnostic{
		Code: "DG0514", Span: r.Span,
		Message: fmt.Sprintf("there is no %s to suppress", r.Code),
		Help:    "take it out of suppress",
	}
	if r.At.Glob == "" {
		return d
	}
	d.Message += " at " + r.At.Glob
	for _, other := range all {
		if subjects := places.subjects(other.Span); other.Code == r.Code && len(subjects) > 0 {
			d.Help += fmt.Sprintf(", or say where it is, such as at: %s", subjects[0])
			break
		}
	}
	return d
}
