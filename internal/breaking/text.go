package breaking

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
)

// Versions says what stands in front of the names of pages, such as "v1.2.0:"
// for pages of a revision. Nothing stands in front of files on the disk.
type Versions struct {
	Old, New string
}

// place returns where a change shows, for people.
func (v Versions) place(c *Change) string {
	prefix := v.New
	if c.New.IsZero() {
		prefix = v.Old
	}
	if c.Span().IsZero() {
		return ""
	}
	return prefix + c.Span().Position().String()
}

// Text shows a report to people, what breaks first:
//
//	docs/card.md:9:4: Go: breaking: Card.Number: string → *string: breaks assignments and reads [field-type-changed]
type Text struct {
	Versions
}

// Render writes r to w.
func (t Text) Render(w io.Writer, r *Report) error {
	var b strings.Builder
	for _, c := range byGravity(r.Changes) {
		line := fmt.Sprintf("%s: %s: %s: %s: %s [%s]", c.Rule.Side, c.Severity(), c.Subject, c.What, c.Effect(), c.Rule.ID)
		if place := t.place(&c); place != "" {
			line = place + ": " + line
		}
		b.WriteString(diag.Printable(line) + "\n")
		if c.Hint != "" {
			b.WriteString("    hint: " + diag.Printable(c.Hint) + "\n")
		}
	}
	b.WriteString(r.Summary() + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// Summary sums a report up in a line: "major: 2 breaking and 3 compatible
// changes of Go, 1 and 0 on the wire".
func (r *Report) Summary() string {
	if len(r.Changes) == 0 {
		return None.String() + ": nothing differs"
	}
	goBreaking, goCompatible := r.Count(Go)
	wireBreaking, wireCompatible := r.Count(Wire)
	summary := fmt.Sprintf("%s: %d breaking and %d compatible changes of Go, %d and %d on the wire",
		r.Verdict(), goBreaking, goCompatible, wireBreaking, wireCompatible)
	if n := r.Allowed(); n > 0 {
		summary += fmt.Sprintf(", %d allowed", n)
	}
	return summary
}

// byGravity returns changes with what breaks first, and what concerns the
// documentation only last.
func byGravity(changes []Change) []Change {
	out := slices.Clone(changes)
	slices.SortStableFunc(out, func(x, y Change) int { return gravity(y) - gravity(x) })
	return out
}

func gravity(c Change) int {
	switch {
	case c.IsBreaking():
		return 3
	case c.Allowed:
		return 2
	case c.Rule.ID != "doc-changed":
		return 1
	}
	return 0
}
