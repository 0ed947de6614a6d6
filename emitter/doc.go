package emitter

import (
	docfmt "go/doc/comment"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// textWidth is how wide the text of a comment is, the "// " and the
// indentation left out.
const textWidth = 77

// comment writes a doc comment, one // line a line, and ends behind its last
// line break. An empty doc is an empty statement. indent is in tabs.
func comment(doc plan.Doc, indent int) *jen.Statement {
	text := commentText(doc, textWidth-4*indent)
	if text == "" {
		return jen.Null()
	}
	return raw(text)
}

// commentText renders a doc in the form that gofmt gives doc comments, each
// line with its line break.
func commentText(doc plan.Doc, width int) string {
	d := &docWriter{width: width}
	for _, b := range doc {
		d.block(b)
	}
	if len(d.doc.Content) == 0 {
		return ""
	}
	text := strings.TrimRight(settled(&d.doc), "\n")
	var b strings.Builder
	b.Grow(len(text) + len("// \n")*(2+strings.Count(text, "\n")))
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		b.WriteString("//")
		if line != "" && line[0] != '\t' {
			b.WriteByte(' ')
		}
		if text := strings.TrimLeftFunc(line, unicode.IsSpace); strings.HasPrefix(text, "+build") { // a build constraint, to gofmt
			line = line[:len(line)-len(text)] + "(+build)" + text[len("+build"):]
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// settled prints a doc as gofmt leaves it. What gofmt reads in a printed doc is
// not always what was printed, where that has indented blocks or brackets.
func settled(doc *docfmt.Doc) string {
	text := printed(doc)
	if !strings.Contains(text, "[") && !strings.Contains(text, "\n\t") && !strings.Contains(text, "\n ") {
		return text
	}
	const enough = 4 // one is, as a rule
	for range enough {
		again := printed(new(docfmt.Parser).Parse(text))
		if again == text {
			break
		}
		text = again
	}
	return text
}

// printed prints a doc. Most are a paragraph or two, which a Printer prints as
// they are, in four times as long.
func printed(doc *docfmt.Doc) string {
	var paragraphs []string
	for _, b := range doc.Content {
		p, ok := b.(*docfmt.Paragraph)
		if !ok || len(p.Text) != 1 || len(doc.Links) > 0 {
			return string(new(docfmt.Printer).Comment(doc))
		}
		plain, ok := p.Text[0].(docfmt.Plain)
		if !ok {
			return string(new(docfmt.Printer).Comment(doc))
		}
		paragraphs = append(paragraphs, string(plain))
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

// A docWriter turns blocks into the tree of go/doc/comment.
type docWriter struct {
	doc   docfmt.Doc
	width int
	urls  map[string]string // of the links so far, by their text
}

func (d *docWriter) block(b ir.Block) {
	switch b := b.(type) {
	case *ir.Paragraph:
		if text := d.inline(b.Text, d.width); text != "" {
			d.doc.Content = append(d.doc.Content, paragraph(notHeading(text)))
		}
	case *ir.ListBlock:
		if list := d.list(b); len(list.Items) > 0 {
			d.part()
			d.doc.Content = append(d.doc.Content, list)
		}
	case *ir.CodeBlock:
		if text := dedent(printable(b.Text)); text != "" {
			if first, _, _ := strings.Cut(strings.TrimLeftFunc(text, unicode.IsSpace), " "); isListMarker(first) { // a list, to gofmt
				text = "```\n" + text + "\n```"
			}
			d.part()
			d.doc.Content = append(d.doc.Content, &docfmt.Code{Text: text + "\n"})
		}
	}
}

// part puts a word between two blocks that are indented: gofmt would take the
// second for a part of the first.
func (d *docWriter) part() {
	if len(d.doc.Content) == 0 {
		return
	}
	if _, ok := d.doc.Content[len(d.doc.Content)-1].(*docfmt.Paragraph); !ok {
		d.doc.Content = append(d.doc.Content, paragraph("And:"))
	}
}

// dedent takes off the blank lines around text and the indentation that all of
// its lines share, as gofmt does.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	shared := -1
	for i, line := range lines {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		lines[i] = line
		if blanks := len(line) - len(strings.TrimLeft(line, " ")); line != "" && (shared < 0 || blanks < shared) {
			shared = blanks
		}
	}
	for i, line := range lines {
		lines[i] = line[min(max(shared, 0), len(line)):]
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

func (d *docWriter) list(b *ir.ListBlock) *docfmt.List {
	list := &docfmt.List{}
	for i, item := range b.Items {
		number := ""
		if b.Ordered {
			number = strconv.Itoa(i + 1)
		}
		text := d.inline(item, d.width-4)
		if text == "" {
			continue
		}
		list.Items = append(list.Items, &docfmt.ListItem{
			Number:  number,
			Content: []docfmt.Block{paragraph(joinMarkers(text))},
		})
	}
	return list
}

// glue stands for a blank at which a line must not be broken.
const glue = "\x00"

// inline renders running text, broken into lines.
func (d *docWriter) inline(text []ir.Inline, width int) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case ir.Plain:
			b.WriteString(printable(string(in)))
		case ir.Code:
			b.WriteString("`" + printable(string(in)) + "`")
		case ir.Link:
			b.WriteString(d.link(in))
		}
	}
	return strings.ReplaceAll(wrap(withoutPairs(b.String()), width), glue, " ")
}

// withoutPairs writes as a quotation mark what doc comments take for half of
// one: gofmt turns two quotes, or two backquotes, into a curly one
// (https://go.dev/doc/comment#text), and an empty text would be lost.
func withoutPairs(text string) string {
	if !strings.Contains(text, "''") && !strings.Contains(text, "``") {
		return text
	}
	return pairs.Replace(text)
}

var pairs = strings.NewReplacer("''", `""`, "``", `""`)

func paragraph(text string) *docfmt.Paragraph {
	return &docfmt.Paragraph{Text: []docfmt.Text{docfmt.Plain(text)}}
}

// notHeading ends a paragraph of one line with a full stop where it has no
// punctuation at its end: gofmt would take it for a heading.
func notHeading(text string) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	if strings.Contains(text, "\n") || !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != ')' {
		return text
	}
	return text + "."
}

// link renders a link as [text], defined below the comment, where that can be
// read back; else as its text with the address behind.
func (d *docWriter) link(l ir.Link) string {
	text := withoutPairs(strings.Join(strings.Fields(printable(l.Text)), " "))
	url := strings.NewReplacer("''", "%27%27", "``", "%60%60").Replace(printable(l.URL))
	known, seen := d.urls[text]
	switch {
	case text == "" || text == url:
		return url
	case strings.ContainsAny(text, "[]`") || strings.ContainsAny(url, " \n") || seen && known != url:
		return text + " (" + url + ")"
	case !seen:
		if d.urls == nil {
			d.urls = map[string]string{}
		}
		d.urls[text] = url
		d.doc.Links = append(d.doc.Links, &docfmt.LinkDef{Text: text, URL: url, Used: true})
	}
	return "[" + strings.ReplaceAll(text, " ", glue) + "]"
}
