package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/internal/source"
)

const (
	indent = "    "
	// maxWidth is how many columns of a source line are shown at the most:
	// rows of tables reach thousands.
	maxWidth = 96
	// context is how many columns stay visible before the span when the line
	// has to be cut.
	context  = 24
	tabWidth = 4
)

// snippet writes the line that span starts on, and a caret line under
// the span. A line that does not fit loses its padding and, if need be, all
// but a window around the span.
func (b *textWriter) snippet(span source.Span) {
	text, from, to := span.Line()
	if strings.TrimSpace(text) == "" {
		return
	}
	cells := split(text)
	if width(cells) > maxWidth {
		cells = squeeze(cells)
	}
	first, last := covered(cells, from, to)
	start, end := window(cells, first)

	var line, under strings.Builder
	if start > 0 {
		line.WriteString("…")
		under.WriteString(" ")
	}
	for i, c := range cells[start:end] {
		line.WriteString(c.text)
		switch at := start + i; {
		case at == first:
			under.WriteString("^" + strings.Repeat("~", max(c.width-1, 0)))
		case at > first && at < last:
			under.WriteString(strings.Repeat("~", c.width))
		default:
			under.WriteString(strings.Repeat(" ", c.width))
		}
	}
	if first == len(cells) {
		under.WriteString("^")
	}
	if end < len(cells) {
		line.WriteString("…")
	}
	b.WriteString(indent + strings.TrimRight(line.String(), " ") + "\n")
	carets := strings.TrimLeft(under.String(), " ")
	blank := under.String()[:under.Len()-len(carets)]
	b.WriteString(indent + blank + b.in(green, strings.TrimRight(carets, " ")) + "\n")
}

// A cell is what takes a place of its own on the screen: a character with the
// marks that combine with it.
type cell struct {
	text    string
	width   int // in columns, 0 to tabWidth
	at, end int // its bytes in the line
}

// split cuts a line into cells. Tabs become blanks.
func split(line string) []cell {
	var cells []cell
	for at := 0; at < len(line); {
		r, size := utf8.DecodeRuneInString(line[at:])
		end := at + size
		switch {
		case r == '\t':
			cells = append(cells, cell{strings.Repeat(" ", tabWidth), tabWidth, at, end})
		case isMark(r) && len(cells) > 0:
			onto := &cells[len(cells)-1]
			onto.text, onto.end = onto.text+string(r), end
		default:
			cells = append(cells, cell{Printable(line[at:end]), columns(r), at, end})
		}
		at = end
	}
	return cells
}

// squeeze makes one blank of many: what pads the columns of a table pushes
// its text out of sight.
func squeeze(cells []cell) []cell {
	kept := cells[:0]
	for _, c := range cells {
		if n := len(kept); n > 0 && c.text == " " && kept[n-1].text == " " {
			kept[n-1].end = c.end
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// covered returns the half-open range of the cells that the bytes from:to
// touch. An empty span touches the cell that it stands before, and none at
// the end of the line.
func covered(cells []cell, from, to int) (first, last int) {
	for first < len(cells) && cells[first].end <= from {
		first++
	}
	last = min(first+1, len(cells))
	for last < len(cells) && cells[last].at < to {
		last++
	}
	return first, last
}

// window returns the range of cells to show: all of them if they fit, else
// some context, the cell first, and as much as fits behind it.
func window(cells []cell, first int) (start, end int) {
	if width(cells) <= maxWidth {
		return 0, len(cells)
	}
	start, end = first, first
	for start > 0 && width(cells[start:first]) < context {
		start--
	}
	for end < len(cells) && width(cells[start:end+1]) <= maxWidth {
		end++
	}
	for start > 0 && width(cells[start-1:end]) <= maxWidth {
		start--
	}
	return start, end
}

func width(cells []cell) int {
	sum := 0
	for _, c := range cells {
		sum += c.width
	}
	return sum
}

// Printable replaces what must not reach a terminal: control characters,
// which could move its cursor, and direction marks, which could reorder what
// it shows.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// isMark reports whether r is drawn onto the character before it.
func isMark(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Variation_Selector) || r == '\u200d'
}

// columns returns how many columns a terminal gives to r.
func columns(r rune) int {
	switch {
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana),
		0x3000 <= r && r <= 0x303e,   // CJK punctuation
		0xff01 <= r && r <= 0xff60,   // full-width forms
		0x1f300 <= r && r <= 0x1faff: // pictographs
		return 2
	case isMark(r):
		return 0
	}
	return 1
}
