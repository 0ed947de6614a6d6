package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// plainDoc returns what a row says of its field in words: the description, and
// sentences for the columns that the schema has no place for.
func (b *builder) plainDoc(r row, p presence) ir.Doc {
	var doc ir.Doc
	for i, c := range r.all(columnDescription) {
		text := b.page.text(c)
		if i == 0 {
			if !r.table.has(columnRequired) && !r.table.has(columnOptional) {
				_, text = leadingPresence(text)
			}
			_, text = cutDeprecated(text)
		}
		if !blankCell(text) {
			doc.Blocks = append(doc.Blocks, cellDoc(text).Blocks...)
		}
	}
	for i, col := range r.table.columns {
		text := b.page.text(r.cells[i])
		title := b.page.text(r.table.header[i])
		switch {
		case col == columnRequired && p == presenceConditional && strings.Contains(text, " "):
		case col != columnDefault && col != columnConstraints && col != columnFormat, blankCell(text):
			continue
		case col == columnFormat && isType(text): // the type tells it
			continue
		}
		sentence := strings.Trim(title, "*_` ") + ": " + strings.TrimSuffix(text, ".") + "."
		doc.Blocks = append(doc.Blocks, cellDoc(sentence).Blocks...)
	}
	return doc
}

// deprecatedMark is how people begin a text that says something is deprecated,
// up to where the advice begins.
var deprecatedMark = regexp.MustCompile(`(?i)^(?::\s*warning\s*:|⚠\x{fe0f}?)?[\s*_(\[>]*deprecated\b[\s*_)\]]*(?:[.:;,!]|$|[–—-]\s)[\s*_:]*`)

// cutDeprecated parts a text from what it says of a deprecation: after a colon
// or a dash the rest of the sentence, after a full stop nothing more.
func cutDeprecated(text string) (d *ir.Deprecation, rest string) {
	mark := deprecatedMark.FindString(text)
	if mark == "" {
		return nil, text
	}
	rest = text[len(mark):]
	if strings.ContainsAny(mark[strings.Index(strings.ToLower(mark), "deprecated"):], ".!") {
		return &ir.Deprecation{}, rest
	}
	end := len(rest)
	for _, stop := range []string{". ", "<br", "\n"} {
		if i := strings.Index(rest, stop); i >= 0 && i < end {
			end = i
			if stop == ". " {
				end++
			}
		}
	}
	message := cellDoc(rest[:end]).Text()
	return &ir.Deprecation{Message: message}, strings.TrimSpace(rest[end:])
}

// plainDeprecation returns what a row says of the field's deprecation.
func (b *builder) plainDeprecation(r row, n fieldName) *ir.Deprecation {
	if d, _ := cutDeprecated(b.page.text(r.cell(columnDescription))); d != nil {
		return d
	}
	if text := b.page.text(r.cell(columnDeprecated)); !blankCell(text) {
		switch p, ok := presenceOf(text); {
		case !ok:
			return &ir.Deprecation{Message: cellDoc(text).Text()}
		case p != presenceOptional:
			return &ir.Deprecation{}
		}
	}
	if n.struck || n.deprecated {
		return &ir.Deprecation{}
	}
	return nil
}

// cutIntroDeprecation takes what the introduction says of the model's
// deprecation, in a paragraph of its own, out of it.
func (p *page) cutIntroDeprecation() {
	kept := p.intro.Blocks[:0]
	for _, block := range p.intro.Blocks {
		text := ir.Doc{Blocks: []ir.Block{block}}.Text()
		d, rest := cutDeprecated(text)
		if d == nil || p.deprecated != nil {
			kept = append(kept, block)
			continue
		}
		if d.Message == "" {
			d.Message = rest
		}
		p.deprecated = d
	}
	p.intro.Blocks = kept
	if len(kept) == 0 {
		p.intro.Blocks = nil
	}
}

// cutLeadIn takes the sentence off the introduction that leads on to the table
// or the list: "These are its fields:".
func (p *page) cutLeadIn() {
	last := len(p.intro.Blocks) - 1
	if last < 0 {
		return
	}
	par, ok := p.intro.Blocks[last].(*ir.Paragraph)
	if !ok {
		return
	}
	text, ok := par.Text[len(par.Text)-1].(ir.Plain)
	if !ok || !strings.HasSuffix(string(text), ":") {
		return
	}
	for i := len(par.Text) - 1; i >= 0; i-- {
		text, ok := par.Text[i].(ir.Plain)
		if !ok {
			continue
		}
		if end := strings.LastIndex(string(text), ". "); end >= 0 {
			par.Text = append(par.Text[:i:i], text[:end+1])
			return
		}
	}
	p.intro.Blocks = p.intro.Blocks[:last]
	if last == 0 {
		p.intro.Blocks = nil
	}
}
