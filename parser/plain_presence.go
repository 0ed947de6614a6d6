package parser

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
)

// A presence is what a page says of whether a member must be there.
type presence int

// The presences.
const (
	presenceUnsaid presence = iota
	presenceOptional
	presenceRequired
	presenceConditional // required under a condition, which makes it optional
)

// presences are the words in columns that are answered with yes or no.
var presences = map[string]presence{
	"": presenceOptional, "-": presenceOptional, "–": presenceOptional, "—": presenceOptional,
	"no": presenceOptional, "n": presenceOptional, "false": presenceOptional, "optional": presenceOptional,
	"✗": presenceOptional, "✘": presenceOptional, "❌": presenceOptional, ":x:": presenceOptional,
	"✕": presenceOptional, "n/a": presenceOptional, markOptional: presenceOptional,
	"yes": presenceRequired, "y": presenceRequired, "true": presenceRequired, "required": presenceRequired,
	"mandatory": presenceRequired, "always": presenceRequired, "x": presenceRequired, "✓": presenceRequired,
	"✔": presenceRequired, "✅": presenceRequired, "☑": presenceRequired, "*": presenceRequired,
	":white_check_mark:": presenceRequired, markRequired: presenceRequired,
	"conditional": presenceConditional, "conditionally": presenceConditional, "sometimes": presenceConditional,
	"depends": presenceConditional,
}

// conditionWord begins what restricts a yes or a no.
var conditionWord = regexp.MustCompile(`^[\s,;:(–—-]*(?:if|when|unless|for|only|with|without|on)\b`)

// presenceOf reads the cell of a column that is answered with yes or no. ok
// is false for an answer that is neither.
func presenceOf(text string) (p presence, ok bool) {
	text = strings.ToLower(strings.ReplaceAll(text, "\ufe0f", ""))
	if p, ok := presences[strings.TrimSpace(text)]; ok {
		return p, true
	}
	text = strings.Trim(unescapeMarks.Replace(text), "*_`()[] .")
	if p, ok := presences[text]; ok && text != "" {
		return p, true
	}
	if conditionWord.MatchString(text) {
		return presenceConditional, true
	}
	end := strings.IndexAny(text, " ,;:(<")
	if end <= 0 {
		return presenceUnsaid, false
	}
	_, ok = presences[text[:end]]
	return presenceConditional, ok && conditionWord.MatchString(text[end:])
}

var unescapeMarks = strings.NewReplacer(`\*`, "*", `\_`, "_")

// presence returns what r says of whether its field must be there: what the
// name bears, then the columns, then the type, then the first word of the
// description.
func (b *builder) presence(r row, n fieldName, t plainType, description string) presence {
	columnSays := b.columnPresence(r)
	if n.presence != presenceUnsaid && columnSays != presenceUnsaid && n.presence != columnSays {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0108", Span: b.page.span(r.cell(columnField)),
			Message: "the mark at the name and the column do not agree whether the field is required; it is taken for optional",
		})
		return presenceOptional
	}
	for _, p := range []presence{n.presence, columnSays, t.presence} {
		if p != presenceUnsaid {
			return p
		}
	}
	if p, _ := leadingPresence(description); p != presenceUnsaid || r.table.has(columnRequired) || r.table.has(columnOptional) {
		return p
	}
	return b.page.tree.unmarked
}

// unmarkedPresence returns what the absence of a mark at a name says in
// tables without a column for it: the pages mark either the names of optional
// fields, or those of required ones. Pages that mark both, or none, say nothing
// by it.
func unmarkedPresence(models []*modelPage) presence {
	marks := map[presence]bool{}
	for _, m := range models {
		for _, t := range m.plain.tables {
			if t.has(columnRequired) || t.has(columnOptional) {
				continue
			}
			for _, line := range t.rows {
				if cells := splitCells(m.src, line.start, line.end); len(cells) == len(t.columns) {
					n := fieldName{at: cells[t.column(columnField)]}
					n.strip(m.page)
					marks[n.presence] = true
				}
			}
		}
	}
	switch {
	case marks[presenceOptional] && !marks[presenceRequired]:
		return presenceRequired
	case marks[presenceRequired] && !marks[presenceOptional]:
		return presenceOptional
	}
	return presenceUnsaid
}

// columnPresence reads the columns Required and Optional.
func (b *builder) columnPresence(r row) presence {
	c, inverted := columnRequired, false
	if !r.table.has(c) {
		c, inverted = columnOptional, true
	}
	if !r.table.has(c) || r.short {
		return presenceUnsaid
	}
	text := b.page.text(r.cell(c))
	p, ok := presenceOf(text)
	switch {
	case !ok:
		b.diags.Add(diag.Diagnostic{
			Code: "DG0108", Span: b.page.span(r.cell(c)),
			Message: fmt.Sprintf("%q does not tell whether the field is required; it is taken for optional", text),
			Help:    "write yes or no",
		})
		return presenceOptional
	case p == presenceConditional:
		b.diags.Add(diag.Diagnostic{
			Code: "DG0114", Span: b.page.span(r.cell(c)),
			Message: "it cannot be told when the field is required; it is taken for optional",
		})
	case inverted && !saysItself(text):
		return map[presence]presence{presenceOptional: presenceRequired, presenceRequired: presenceOptional}[p]
	}
	return p
}

// saysItself reports whether text is an answer that needs no question:
// "required" in a column Optional is not inverted.
func saysItself(text string) bool {
	switch strings.ToLower(strings.Trim(text, "*_`() ")) {
	case "required", "optional", "mandatory":
		return true
	}
	return false
}

// leading matches a first word that tells whether a field is required.
var leading = regexp.MustCompile(`(?i)^[*_(\[]*(required|optional|mandatory)(?:[*_)\]]*[.:;]+[*_)\]]*|[*_)\]]+|$|\s+[–—-])(?:\s|<br ?/?>|$)`)

// leadingPresence reads the first word of a description, and returns the rest.
func leadingPresence(text string) (p presence, rest string) {
	m := leading.FindStringSubmatchIndex(text)
	if m == nil {
		return presenceUnsaid, text
	}
	p = presenceRequired
	if strings.EqualFold(text[m[2]:m[3]], "optional") {
		p = presenceOptional
	}
	return p, strings.TrimSpace(text[m[1]:])
}
