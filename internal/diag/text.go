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
	// Color sets what matters off with the sequences of ECMA-48, as terminals
	// understand them.
	Color bool
}

// Render writes l to w, in the order of l.
func (t Text) Render(w io.Writer, l List) error {
	shown, rest := t.choose(l)
	b := textWriter{color: t.Color}
	for _, d := range shown {
		b.diagnostic(d)
	}
	writeRest(&b.Builder, rest)
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

// A textWriter writes diagnostics, coloured or not.
type textWriter struct {
	strings.Builder
	color bool
}

// The colours, as parameters of "select graphic rendition".
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "1;36"
	green  = "1;32"
)

// Place shows a place to people: its position, and the line with a caret under
// what is meant.
func Place(span source.Span) string {
	if span.IsZero() {
		return ""
	}
	var b textWriter
	fmt.Fprintln(&b, Printable(span.Position().String()))
	b.snippet(span)
	return b.String()
}

// in returns text in a colour.
func (b *textWriter) in(color, text string) string {
	if !b.color || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

func (b *textWriter) diagnostic(d Diagnostic) {
	b.finding(d.Span, d.Severity().String(), fmt.Sprintf("%s [%s]", d.Message, d.Code))
	if d.Help != "" {
		fmt.Fprintf(b, "%s%s %s\n", indent, b.in(green, "help:"), Printable(d.Help))
	}
	for _, r := range d.Related {
		b.finding(r.Span, "related", r.Message)
	}
}

// finding writes "position: label: message" and the source line.
func (b *textWriter) finding(span source.Span, label, message string) {
	if !span.IsZero() {
		fmt.Fprintf(b, "%s ", b.in(bold, Printable(span.Position().String())+":"))
	}
	color := map[string]string{Error.String(): red, Warning.String(): yellow}[label]
	if color == "" {
		color = cyan
	}
	fmt.Fprintf(b, "%s %s\n", b.in(color, label+":"), Printable(message))
	b.snippet(span)
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
