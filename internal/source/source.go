// Package source holds the text of documentation pages and the positions in
// it. A [Span] is a pair of byte offsets, cheap enough to hang on every node;
// lines and columns are worked out only when one is shown.
package source

import (
	"bytes"
	"fmt"
	"sort"
	"sync"
	"unicode/utf8"
)

// A File is one page: its name, as diagnostics show it, and its bytes.
// A File is immutable and safe for concurrent use.
type File struct {
	Name    string // slash-separated path, as the user knows it
	Content []byte

	once  sync.Once
	lines []int // offset at which each line starts
}

// NewFile returns a File that takes content over: the caller must not change it.
func NewFile(name string, content []byte) *File {
	return &File{Name: name, Content: content}
}

// A Span is the half-open byte range [Start, End) of File. The zero Span
// stands for "no position".
type Span struct {
	File       *File
	Start, End int
}

// Span returns the span [start, end) of f, both clamped to its content.
func (f *File) Span(start, end int) Span {
	start = min(max(start, 0), len(f.Content))
	end = min(max(end, start), len(f.Content))
	return Span{File: f, Start: start, End: end}
}

// A Position is a place in a file for people: Line and Column count from 1,
// and Column counts code points, not bytes.
type Position struct {
	Name         string
	Line, Column int
}

// String returns "name:line:column", or just the name when there is no line.
func (p Position) String() string {
	if p.Line == 0 {
		return p.Name
	}
	return fmt.Sprintf("%s:%d:%d", p.Name, p.Line, p.Column)
}

// IsZero reports whether s stands for "no position".
func (s Span) IsZero() bool { return s.File == nil }

// Text returns the bytes that s covers, as a string.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return string(s.File.Content[s.Start:s.End])
}

// Position returns where s starts.
func (s Span) Position() Position {
	if s.File == nil {
		return Position{}
	}
	line, start := s.File.lineAt(s.Start)
	return Position{
		Name:   s.File.Name,
		Line:   line,
		Column: 1 + utf8.RuneCount(s.File.Content[start:s.Start]),
	}
}

// Line returns the whole line that s starts on, without its line break, and
// the range of s on that line as byte offsets into the text returned.
func (s Span) Line() (text string, from, to int) {
	if s.File == nil {
		return "", 0, 0
	}
	_, start := s.File.lineAt(s.Start)
	end := start
	for end < len(s.File.Content) && s.File.Content[end] != '\n' {
		end++
	}
	to = min(s.End, end)
	if end > start && s.File.Content[end-1] == '\r' {
		end--
	}
	text = string(s.File.Content[start:end])
	from = min(s.Start-start, len(text))
	return text, from, min(max(to-start, from), len(text))
}

// lineAt returns the number, from 1, of the line that holds offset, and the
// offset at which that line starts.
func (f *File) lineAt(offset int) (line, start int) {
	f.once.Do(func() {
		f.lines = make([]int, 1, 1+bytes.Count(f.Content, []byte("\n")))
		for at := 0; len(f.lines) < cap(f.lines); {
			at += bytes.IndexByte(f.Content[at:], '\n') + 1
			f.lines = append(f.lines, at)
		}
	})
	line = sort.SearchInts(f.lines, offset+1)
	return line, f.lines[line-1]
}

// Before orders spans by file name, then by start and end.
func (s Span) Before(t Span) bool {
	var a, b string
	if s.File != nil {
		a = s.File.Name
	}
	if t.File != nil {
		b = t.File.Name
	}
	switch {
	case a != b:
		return a < b
	case s.Start != t.Start:
		return s.Start < t.Start
	}
	return s.End < t.End
}
