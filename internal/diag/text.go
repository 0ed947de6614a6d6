package diag

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// Text shows diagnostics to people:
//
//	docs/card.md:14:12: warning: the type is not understood [DG0201]
//	    | `id` | *Strin* | :heavy_check_mark: | The card. |
//	             ^~~~~~~
//	    help: …
//
// The zero Text shows all of a list.
type Text struct {
	// Limit is how many diagnostics are shown in full; those beyond are
	// counted by code. The gravest come first then. 0 is no limit.
	Limit int
}

// Render writes l to w, in the order of l.
func (t Text) Render(w io.Writer, l List) error {
	shown, rest := t.choose(l)
	var b strings.Builder
	for _, d := range shown {
		writeDiagnostic(&b, d)
	}
	writeRest(&b, rest)
	_, err := io.WriteString(w, b.String())
	return err
}

// choose parts l into what is shown in full and what is counted.
func (t Text) choose(l List) (shown, rest List) {
	if t.Limit <= 0 || len(l) <= t.Limit {
		return l, nil
	}
	inOrder := slices.Clone(l)
	slices.SortStableFunc(inOrder, func(a, b Diagnostic) int { return int(b.Severity() - a.Severity()) })
	return inOrder[:t.Limit], inOrder[t.Limit:]
}

func writeDiagnostic(b *strings.Builder, d Diagnostic) {
	writeFinding(b, d.Span, d.Severity().String(), fmt.Sprintf("%s [%s]", d.Message, d.Code))
	if d.Help != "" {
		fmt.Fprintf(b, "%shelp: %s\n", indent, Printable(d.Help))
	}
	for _, r := range d.Related {
		writeFinding(b, r.Span, "related", r.Message)
	}
}

// writeFinding writes "position: label: message" and the source line.
func writeFinding(b *strings.Builder, span source.Span, label, message string) {
	if !span.IsZero() {
		fmt.Fprintf(b, "%s: ", Printable(span.Position().String()))
	}
	fmt.Fprintf(b, "%s: %s\n", label, Printable(message))
	writeSnippet(b, span)
}

// writeRest counts what is not shown, the most frequent code first.
func writeRest(b *strings.Builder, rest List) {
	if len(rest) == 0 {
		return
	}
	counts := map[Code]int{}
	var codes []Code
	for _, d := range rest {
		if counts[d.Code]++; counts[d.Code] == 1 {
			codes = append(codes, d.Code)
		}
	}
	slices.SortFunc(codes, func(x, y Code) int {
		if counts[x] != counts[y] {
			return counts[y] - counts[x]
		}
		return strings.Compare(string(x), string(y))
	})
	fmt.Fprintf(b, "and %d more:\n", len(rest))
	for _, c := range codes {
		fmt.Fprintf(b, "%6d  %s  %s\n", counts[c], c, catalogue[c].Title)
	}
}

// Summary counts l by severity, such as "2 errors, 1 warning". It is empty
// for an empty list.
func (l List) Summary() string {
	var parts []string
	for _, s := range []Severity{Error, Warning, Note} {
		switch n := l.Count(s); n {
		case 0:
		case 1:
			parts = append(parts, "1 "+s.String())
		default:
			parts = append(parts, fmt.Sprintf("%d %ss", n, s))
		}
	}
	return strings.Join(parts, ", ")
}
