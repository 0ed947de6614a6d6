package parser

import (
	"bytes"
	"strings"
)

// A cell is a range of the page's text, without the blanks around it.
type cell struct{ start, end int }

// empty reports whether nothing stands in c.
func (c cell) empty() bool { return c.start == c.end }

func trimCell(src []byte, start, end int) cell {
	for start < end && isBlank(src[start]) {
		start++
	}
	for end-start >= len(padding) && string(src[end-len(padding):end]) == padding { // most tables are padded
		end -= len(padding)
	}
	for end > start && isBlank(src[end-1]) {
		end--
	}
	return cell{start, end}
}

const padding = "                "

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// splitCells splits a row of a table at the pipes that are not escaped.
func splitCells(src []byte, start, end int) []cell {
	row := trimCell(src, start, end)
	if row.start < row.end && src[row.start] == '|' {
		row.start++
	}
	var cells []cell
	from := row.start
	for i := from; ; i++ {
		next := bytes.IndexByte(src[i:row.end], '|')
		if next < 0 {
			break
		}
		i += next
		if i == from || src[i-1] != '\\' {
			cells = append(cells, trimCell(src, from, i))
			from = i + 1
		}
	}
	if from < row.end || len(cells) == 0 {
		cells = append(cells, trimCell(src, from, row.end))
	}
	return cells
}

// mergeCode puts together cells that a pipe inside a code span has parted.
func mergeCode(src []byte, cells []cell) []cell {
	spans := codeSpans(src, cells[0].start, cells[len(cells)-1].end)
	out := cells[:1:1]
	for _, c := range cells[1:] {
		last := &out[len(out)-1]
		for len(spans) > 0 && spans[0].end <= last.end {
			spans = spans[1:]
		}
		if len(spans) > 0 && spans[0].start < last.end && spans[0].end > c.start {
			last.end = c.end
			continue
		}
		out = append(out, c)
	}
	return out
}

// codeSpans returns the code spans of the text from start to end.
func codeSpans(src []byte, start, end int) []cell {
	var spans []cell
	for at := start; ; {
		next := bytes.IndexByte(src[at:end], '`')
		if next < 0 {
			return spans
		}
		at += next
		k := ticks(src[at:end])
		length := closingTicks(src[at+k:end], k)
		if length < 0 {
			at += k
			continue
		}
		spans = append(spans, cell{at, at + 2*k + length})
		at += 2*k + length
	}
}

// insideCode returns what stands in the code span that is all of c, or c
// itself if it is anything else.
func insideCode(src []byte, c cell) cell {
	text := src[c.start:c.end]
	k := ticks(text)
	if k == 0 || len(text) <= 2*k || closingTicks(text[k:], k) != len(text)-2*k {
		return c
	}
	return trimCell(src, c.start+k, c.end-k)
}

// closingTicks returns where in text exactly n back-quotes stand, or -1.
func closingTicks(text []byte, n int) int {
	for i := 0; i < len(text); i++ {
		if text[i] != '`' {
			continue
		}
		run := ticks(text[i:])
		if run == n {
			return i
		}
		i += run - 1
	}
	return -1
}

// ticks returns how many back-quotes text starts with.
func ticks(text []byte) int { return len(text) - len(bytes.TrimLeft(text, "`")) }

// unescapeCell undoes what a table asks of the text of a cell.
func unescapeCell(text string) string { return strings.ReplaceAll(text, `\|`, "|") }
