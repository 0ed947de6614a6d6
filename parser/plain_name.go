package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
)

// A fieldName is the name cell of a hand-written table.
type fieldName struct {
	at         cell     // the name without its marks
	path       []string // its parts, of which all but the last are objects that hold it
	indent     int      // how far the name is indented by marks
	presence   presence
	struck     bool
	deprecated bool
	nullable   bool
}

// The marks that people put before a name, or behind it.
var (
	indentMark = regexp.MustCompile(`^(?:&nbsp;|&emsp;|&ensp;|\x{a0}|»|›|↳|└─*|├─*|→)\s*`)
	remarkMark = regexp.MustCompile(`(?i)(?:\s|<br ?/?>|\()[\s(_*\[]*(required|optional|mandatory|deprecated|nullable)[\s)_*\]]*$`)
	catchMark  = regexp.MustCompile(`^(?:\*|\.\.\.|…|<[^<>]+>|\{[^{}]+\}|\[\w+: string\])$`)
	nameList   = regexp.MustCompile("`\\s*(?:,|/|and|or)\\s*`")
)

// readName reads the name cell of r; ok is false when it names no field.
func (b *builder) readName(r row) (n fieldName, ok bool) {
	n.at = r.cell(columnField)
	for m := indentMark.FindString(b.page.text(n.at)); m != ""; m = indentMark.FindString(b.page.text(n.at)) {
		n.at.start += len(m)
		n.indent++
	}
	n.strip(b.page.page)
	text := string(unescape([]byte(b.page.text(n.at))))
	switch {
	case nameList.MatchString(b.page.text(r.cell(columnField))):
		b.diags.Add(diag.Diagnostic{
			Code: "DG0103", Span: b.page.span(r.cell(columnField)),
			Message: "the row names several fields; it is not read",
			Help:    "give each field a row",
		})
		return n, false
	case text == "":
		b.diags.Add(diag.Diagnostic{
			Code: "DG0103", Span: b.page.span(r.line),
			Message: "the row names no field; it is not read",
		})
		return n, false
	}
	n.path = splitPath(text)
	if strings.Contains(text, " ") && !catchMark.MatchString(text) {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0114", Span: b.page.span(n.at),
			Message: "it cannot be told whether this is the field's name in JSON or what people call it; it is taken for its name in JSON",
		})
	}
	return n, true
}

// strip takes all marks off the name.
func (n *fieldName) strip(p *page) {
	for before := (cell{-1, -1}); n.at != before; {
		before = n.at
		n.trim(p)
	}
}

// trim takes the outermost mark off the name.
func (n *fieldName) trim(p *page) {
	text := p.text(n.at)
	if m := remarkMark.FindStringSubmatchIndex(text); m != nil && m[0] > 0 {
		n.remark(strings.ToLower(text[m[2]:m[3]]))
		n.at = trimCell(p.src, n.at.start, n.at.start+m[0])
		return
	}
	if inner := insideCode(p.src, n.at); inner != n.at {
		n.at = inner
		return
	}
	for _, mark := range []string{"~~", "**", "__", "*", "_"} {
		if len(text) > 2*len(mark) && strings.HasPrefix(text, mark) && strings.HasSuffix(text, mark) {
			n.struck = n.struck || mark == "~~"
			n.at = trimCell(p.src, n.at.start+len(mark), n.at.end-len(mark))
			return
		}
	}
	s := scanner{src: p.src, pos: n.at.start, end: n.at.end}
	if label, target, ok := s.linkTarget(); ok && text[0] == '[' && target.end+1 == n.at.end {
		n.at = trimCell(p.src, label.start, label.end)
		return
	}
	for _, m := range presenceMarks {
		rest, ok := strings.CutSuffix(text, m.mark)
		if !ok || rest == "" || strings.HasSuffix(rest, ".") || strings.HasSuffix(rest, "[") {
			continue
		}
		n.presence = m.says
		n.at = trimCell(p.src, n.at.start, n.at.start+len(rest))
		return
	}
}

// presenceMarks stand behind names; the longer ones come first.
var presenceMarks = []struct {
	mark string
	says presence
}{
	{"?", presenceOptional}, {`\*`, presenceRequired}, {"*", presenceRequired},
}

func (n *fieldName) remark(word string) {
	switch word {
	case "required", "mandatory":
		n.presence = presenceRequired
	case "optional":
		n.presence = presenceOptional
	case "deprecated":
		n.deprecated = true
	case "nullable":
		n.nullable = true
	}
}

// splitPath parts a dotted name. The brackets of "items[].sku" stay with
// their part.
func splitPath(name string) []string {
	if catchMark.MatchString(name) {
		return []string{name}
	}
	parts := strings.Split(name, ".")
	for _, part := range parts {
		if strings.Trim(part, "[]*") == "" && part != "*" {
			return []string{name} // a name with a dot at its end, or two in a row
		}
	}
	return parts
}

// isAnyName reports whether a name stands for the members that the page does
// not name.
func isAnyName(name string) bool { return catchMark.MatchString(name) || isCatchAll(name) }
