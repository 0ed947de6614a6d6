package parser

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A dialect is how the pages of one generator are written for one language.
type dialect interface {
	// name is what [Options] and the schema call the dialect.
	name() string
	// parseType reads the type in c. After an error the type is of no use.
	parseType(r *resolver, c cell) (typeExpr, *typeError)
	// null says whether a field of type e may be null.
	null(e typeExpr, required bool) ir.Null
	// contradicts reports whether type and Required column cannot both be right.
	contradicts(e typeExpr, required bool) bool
	// isCatchAll reports whether a field's name stands for the members that
	// the page does not name.
	isCatchAll(name string) bool
}

var dialects = []dialect{python2024, python2026}

// lookupDialect returns the dialect that bears name; "" is none.
func lookupDialect(name string) (dialect, error) {
	var known []string
	for _, d := range dialects {
		if d.name() == name {
			return d, nil
		}
		known = append(known, d.name())
	}
	if name == "" {
		return nil, nil
	}
	return nil, fmt.Errorf("unknown dialect %q; known are %s", name, strings.Join(known, ", "))
}

// Evidence is how many of a page's type cells speak for a dialect.
type evidence struct {
	python  int // cells that only Python pages hold
	later   int // marks of the later Python generation
	foreign int // cells that Python pages never hold
	example source.Span
}

// add adds what another page's types say.
func (e *evidence) add(other evidence) {
	e.python += other.python
	e.later += other.later
	e.foreign += other.foreign
	if e.example.IsZero() {
		e.example = other.example
	}
}

var (
	pythonMarks  = [][]byte{[]byte("*str*"), []byte("Optional["), []byte("Dict["), []byte("List["), []byte("Nullable["), []byte("*bool*"), []byte("python.org")}
	laterMarks   = [][]byte{[]byte("Nullable["), []byte("Literal["), []byte("httpx")}
	foreignMarks = [][]byte{
		[]byte("*string*"), []byte("`string`"), []byte("**string*"), []byte("*number*"), []byte("*boolean*"),
		[]byte("*String*"), []byte("*mixed*"), []byte("*object*"), []byte("*long*"), []byte("::"), []byte("\\<"),
		[]byte("map[string]"), []byte("array<"), []byte("Record<"), []byte("List<"), []byte("Dictionary<"),
		[]byte("pkg.go.dev"), []byte("php.net"), []byte("oracle.com"), []byte("learn.microsoft.com"), []byte("mozilla.org"),
	}
)

// evidenceOf weighs the types of p's fields.
func evidenceOf(p *page, k kind) evidence {
	var e evidence
	if k == kindUnion {
		e.later++
	}
	t := p.firstTable(sectionFields)
	if k != kindObject || t == nil {
		return e
	}
	for _, line := range t.rows {
		at := secondCell(p.src, line)
		text := p.src[at.start:at.end]
		if containsAny(text, laterMarks) {
			e.later++
		}
		switch {
		case containsAny(text, pythonMarks):
			e.python++
		case containsAny(text, foreignMarks):
			if e.foreign == 0 {
				e.example = p.span(at)
			}
			e.foreign++
		}
	}
	return e
}

// secondCell returns the cell where field tables have the type. It leaves the
// rest of the row, which is most of it, alone.
func secondCell(src []byte, row cell) cell {
	line := src[row.start:row.end]
	first := bytes.IndexByte(bytes.TrimPrefix(line, []byte("|")), '|')
	if first < 0 {
		return cell{row.end, row.end}
	}
	start := row.end - len(line) + first + 1
	if bytes.HasPrefix(line, []byte("|")) {
		start++
	}
	end := bytes.IndexByte(src[start:row.end], '|')
	if end < 0 {
		return trimCell(src, start, row.end)
	}
	return trimCell(src, start, start+end)
}

func containsAny(text []byte, marks [][]byte) bool {
	for _, m := range marks {
		if bytes.Contains(text, m) {
			return true
		}
	}
	return false
}

// detect returns the dialect that e speaks for, or nil when it speaks for
// none that docgen reads. Without any evidence the earlier generation is the
// careful choice, because it claims to know less.
func (e evidence) detect() dialect {
	switch {
	case e.foreign > e.python:
		return nil
	case e.later > 0:
		return python2026
	}
	return python2024
}
