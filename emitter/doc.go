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
	lines := commentLines(doc, textWidth-4*indent)
	if len(lines) == 0 {
		return jen.Null()
	}
	// What begins with slashes jennifer writes as it is.
	return jen.Comment(strings.Join(lines, "\n")).Line()
}

// commentLines renders a doc in the form that gofmt gives doc comments.
func commentLines(doc plan.Doc, width int) []string {
	if len(doc) == 0 {
		return nil
	}
	d := &docWriter{width: width, urls: map[string]string{}}
	for _, b := range doc {
		d.block(b)
	}
	printer := docfmt.Printer{}
	text := strings.TrimRight(string(printer.Comment(&d.doc)), "\n")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimRight(line, " \t")
		switch {
		case line == "":
			lines[i] = "//"
		case line[0] == '\t':
			lines[i] = "//" + line
		case strings.HasPrefix(line, "+build"): // a build constraint, to gofmt
			lines[i] = "// (" + line[:len("+build")] + ")" + line[len("+build"):]
		default:
			lines[i] = "// " + line
		}
	}
	return lines
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
		d.doc.Content = append(d.doc.Content, d.list(b))
	case *ir.CodeBlock:
		if text := dedent(printable(b.Text)); text != "" {
			d.doc.Content = append(d.doc.Content, &docfmt.Code{Text: text + "\n"})
		}
	}
}

// dedent takes off the blank lines around text and the indentation that all of
// its lines share, as gofmt does.
func dedent(text string) string {
	lines := strings.Split(text, "\n")
	shared := -1
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
		if lines[i] == "" {
			continue
		}
		if blanks := len(line) - len(strings.TrimLeft(line, " ")); shared < 0 || blanks < shared {
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
			Content: []docfmt.Block{paragraph(text)},
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
	return strings.ReplaceAll(wrap(pairs.Replace(b.String()), width), glue, " ")
}

// pairs writes as a quotation mark what doc comments take for half of one:
// gofmt turns two quotes, or two backquotes, into a curly one
// (https://go.dev/doc/comment#text), and an empty text would be lost.
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
	text := pairs.Replace(strings.Join(strings.Fields(printable(l.Text)), " "))
	url := strings.NewReplacer("''", "%27%27", "``", "%60%60").Replace(printable(l.URL))
	known, seen := d.urls[text]
	switch {
	case text == "" || text == url:
		return url
	case strings.ContainsAny(text, "[]`") || strings.ContainsAny(url, " \n") || seen && known != url:
		return text + " (" + url + ")"
	case !seen:
		d.urls[text] = url
		d.doc.Links = append(d.doc.Links, &docfmt.LinkDef{Text: text, URL: url, Used: true})
	}
	return "[" + strings.ReplaceAll(text, " ", glue) + "]"
}

// wrap breaks text into lines of at most width code points, where blanks
// allow it. The author's own line breaks stay.
func wrap(text string, width int) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for paragraph := range strings.SplitSeq(text, "\n") {
		length := 0 // of the line so far
		for word := range strings.FieldsSeq(paragraph) {
			n := utf8.RuneCountInString(word)
			switch {
			case length == 0 && b.Len() > 0, length > 0 && length+1+n > width && !isMarker(word):
				b.WriteByte('\n')
				length = 0
			case length > 0:
				b.WriteByte(' ')
				length++
			}
			b.WriteString(word)
			length += n
		}
	}
	return b.String()
}

// isMarker reports whether a word at the start of a line would begin a list or
// a heading there.
func isMarker(word string) bool {
	if strings.ContainsAny(word[:1], "-*+#•[") {
		return true
	}
	digits := strings.TrimLeft(word, "0123456789")
	return digits != word && (digits == "." || digits == ")")
}

// printable makes text fit for a line comment: valid UTF-8 without control
// characters, byte order marks, or marks that turn the direction of text
// (Unicode TR 9), which could make code look like what it is not.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r == '\uFEFF', unicode.Is(unicode.Bidi_Control, r):
			return -1
		case r == '\u2028', r == '\u2029':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}
