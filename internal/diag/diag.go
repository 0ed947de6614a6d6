// Package diag holds what docgen has to say about the pages that it read: a
// [Diagnostic] has a stable code, a position in the markdown, a message and,
// where there is one, a remedy. Stages append to a [List]; it is sorted once.
//
// A Diagnostic speaks of the documents. A Go error is for docgen itself not
// being able to do its work.
package diag

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/internal/source"
)

// A Severity says what a diagnostic means for the run.
type Severity int

// The severities, from mild to grave. An Error stops the run before anything
// is written; a Warning says that something of the page is missing or guessed
// in the output; a Note tells of a decision.
const (
	Note Severity = iota + 1
	Warning
	Error
)

// String returns "note", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "unknown"
}

// A Code is the stable name of a kind of diagnostic, such as "DG0104". Each
// is listed in the catalogue and has a page in the manual.
type Code string

// A Diagnostic is one finding.
type Diagnostic struct {
	Code    Code
	Span    source.Span // what is underlined; may be zero
	Message string      // one sentence, no full stop
	Help    string      // what to do about it; may be empty
	Related []Related   // other places that matter
}

// Related is a further position with what it has to do with the diagnostic.
type Related struct {
	Span    source.Span
	Message string
}

// Severity returns the severity that the catalogue gives to d's code.
func (d Diagnostic) Severity() Severity { return catalogue[d.Code].Severity }

// A List is a list of diagnostics.
type List []Diagnostic

// Add appends a diagnostic. Its code must be in the catalogue.
func (l *List) Add(d Diagnostic) {
	if _, ok := catalogue[d.Code]; !ok {
		panic("diag: code " + string(d.Code) + " is not in the catalogue")
	}
	*l = append(*l, d)
}

// Sort orders l by file, offset, code and message, and drops exact repeats.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Diagnostic) int {
		switch {
		case a.Span.Before(b.Span):
			return -1
		case b.Span.Before(a.Span):
			return 1
		}
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool {
		return a.Span == b.Span && a.Code == b.Code && a.Message == b.Message
	})
}

// Count returns how many diagnostics of l have severity s.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity() == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether l holds an Error.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }
