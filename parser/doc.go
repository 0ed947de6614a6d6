package parser

import (
	"bytes"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"github.com/docgen-go/docgen/ir"
)

// A docReader turns markdown into documentation.
type docReader struct {
	src []byte
	// softBreak is what a line break inside a paragraph stands for: a blank
	// in a page, a line break where the author's own breaks were written <br/>.
	softBreak string
}

var (
	breaks     = strings.NewReplacer("<br/>", "\n", "<br>", "\n", "<br />", "\n")
	lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ")
)

// withBreaks breaks lines where text says so.
func withBreaks(text string) string {
	if !strings.Contains(text, "<br") {
		return text
	}
	return breaks.Replace(text)
}

// cellDoc reads the documentation in a table cell. A cell is markdown on one
// line, with its line breaks written <br/> and its pipes escaped; undoing that
// gives paragraphs, lists and code blocks their form back.
func cellDoc(cell string) ir.Doc {
	cell = strings.TrimSpace(cell)
	if cell == "" || cell == "N/A" {
		return ir.Doc{}
	}
	if isPlain(cell) {
		return ir.Doc{Blocks: []ir.Block{&ir.Paragraph{Text: []ir.Inline{ir.Plain(cell)}}}}
	}
	src := []byte(withBreaks(unescapeCell(cell)))
	r := docReader{src: src, softBreak: "\n"}
	return ir.Doc{Blocks: r.blocks(parseMarkdown(src).FirstChild())}
}

// cellDoc is the function of that name, of which a page that is remembered keeps
// the results.
func (p *page) cellDoc(text string) ir.Doc {
	if p.cellDocs == nil {
		return cellDoc(text)
	}
	doc, ok := p.cellDocs[text]
	if !ok {
		doc = cellDoc(text)
		p.cellDocs[text] = doc
	}
	return doc
}

// isPlain reports whether text is one paragraph without any markup, as most
// descriptions are.
func isPlain(text string) bool {
	if strings.ContainsAny(text, "`*_[]<>\\&~|!\t") {
		return false
	}
	c := text[0]
	return c != '#' && c != '-' && c != '+' && c != '=' && (c < '0' || c > '9')
}

// blocks reads node and what follows it.
func (r *docReader) blocks(node ast.Node) []ir.Block {
	var out []ir.Block
	for ; node != nil; node = node.NextSibling() {
		out = append(out, r.block(node)...)
	}
	return out
}

func (r *docReader) block(node ast.Node) []ir.Block {
	switch n := node.(type) {
	case *ast.List:
		list := &ir.ListBlock{Ordered: n.IsOrdered()}
		r.items(list, n)
		if len(list.Items) == 0 {
			return nil
		}
		return []ir.Block{list}
	case *ast.FencedCodeBlock:
		return code(string(n.Lines().Value(r.src)))
	case *ast.CodeBlock:
		return indented(n.Lines().Value(r.src))
	case *tableNode:
		return code(r.table(n))
	case *ast.Blockquote:
		return r.blocks(n.FirstChild())
	case *ast.ThematicBreak:
		return nil
	}
	if text := r.inlines(node); len(text) > 0 {
		return []ir.Block{&ir.Paragraph{Text: text}}
	}
	return nil
}

func code(text string) []ir.Block {
	text = strings.TrimRight(text, " \t\r\n")
	if text == "" {
		return nil
	}
	return []ir.Block{&ir.CodeBlock{Text: text}}
}

// indented reads text that stands four blanks to the right. Markdown takes it
// for code, but a list there was only meant to be indented.
func indented(text []byte) []ir.Block {
	r := docReader{src: text, softBreak: " "}
	doc := parseMarkdown(text)
	if _, isList := doc.FirstChild().(*ast.List); isList {
		return r.blocks(doc.FirstChild())
	}
	return code(string(text))
}

// items adds the items of n, and those of lists inside them, to list.
func (r *docReader) items(list *ir.ListBlock, n *ast.List) {
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		var text []ir.Inline
		var nested []*ast.List
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if inner, ok := c.(*ast.List); ok {
				nested = append(nested, inner)
				continue
			}
			for _, b := range r.block(c) {
				text = join(text, b)
			}
		}
		if len(text) > 0 {
			list.Items = append(list.Items, text)
		}
		for _, inner := range nested {
			r.items(list, inner)
		}
	}
}

// join adds a further block of a list item to the item's text.
func join(text []ir.Inline, b ir.Block) []ir.Inline {
	if len(text) > 0 {
		text = append(text, ir.Plain("\n"))
	}
	switch b := b.(type) {
	case *ir.Paragraph:
		text = append(text, b.Text...)
	case *ir.CodeBlock:
		text = append(text, ir.Plain(b.Text))
	case *ir.ListBlock: // of a quotation
		for _, item := range b.Items {
			text = append(append(text, ir.Plain("\n")), item...)
		}
	}
	return text
}

// table returns the lines of a table that is documentation, without padding.
func (r *docReader) table(n *tableNode) string {
	var lines []string
	for i := range n.Lines().Len() {
		var cells []string
		for _, c := range splitCells(r.src, n.Lines().At(i).Start, n.Lines().At(i).Stop) {
			text := strings.ReplaceAll(string(r.src[c.start:c.end]), `\|`, "|")
			if i == 1 {
				text = "---"
			}
			cells = append(cells, text)
		}
		lines = append(lines, "| "+strings.Join(cells, " | ")+" |")
	}
	return strings.Join(lines, "\n")
}

// inlines reads the text inside node.
func (r *docReader) inlines(node ast.Node) []ir.Inline {
	var w inlineWriter
	r.write(&w, node)
	return w.done()
}

func (r *docReader) write(w *inlineWriter, node ast.Node) {
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			w.plain(r.text(c))
			if c.HardLineBreak() {
				w.plain("\n")
			} else if c.SoftLineBreak() {
				w.plain(r.softBreak)
			}
		case *ast.CodeSpan:
			w.add(ir.Code(r.codeText(c)))
		case *ast.AutoLink:
			w.link(string(c.Label(r.src)), string(c.URL(r.src)))
		case *ast.Link:
			label := docReader{src: r.src, softBreak: " "}
			text := (ir.Doc{Blocks: []ir.Block{&ir.Paragraph{Text: label.inlines(c)}}}).Text()
			w.link(strings.ReplaceAll(text, "`", ""), string(unescape(c.Destination)))
		default:
			r.write(w, c)
		}
	}
}

func (r *docReader) text(t *ast.Text) string {
	value := t.Value(r.src)
	if bytes.ContainsAny(value, `\&`) {
		value = unescape(value)
	}
	return withBreaks(string(value))
}

func unescape(text []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text)))
}

// codeText returns the text of a code span. Line breaks in one are blanks.
func (r *docReader) codeText(span *ast.CodeSpan) string {
	var b strings.Builder
	for c := span.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Value(r.src))
		}
	}
	text := b.String()
	if strings.Contains(text, "\n") {
		text = lineBreaks.Replace(text)
	}
	return strings.TrimSpace(text)
}

// An inlineWriter collects text, putting neighbouring plain text together.
type inlineWriter struct{ out []ir.Inline }

func (w *inlineWriter) plain(text string) {
	if text == "" {
		return
	}
	if n := len(w.out); n > 0 {
		if last, ok := w.out[n-1].(ir.Plain); ok {
			w.out[n-1] = last + ir.Plain(text)
			return
		}
	}
	w.out = append(w.out, ir.Plain(text))
}

func (w *inlineWriter) add(in ir.Inline) { w.out = append(w.out, in) }

// link adds a link that leads out of the pages; any other is plain text.
func (w *inlineWriter) link(text, target string) {
	u, err := url.Parse(target)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
		w.plain(text)
		return
	}
	w.add(ir.Link{Text: text, URL: target})
}

// done returns what was collected, without white space around it.
func (w *inlineWriter) done() []ir.Inline {
	out := w.out
	for len(out) > 0 {
		first, ok := out[0].(ir.Plain)
		if !ok {
			break
		}
		if out[0] = ir.Plain(strings.TrimLeft(string(first), " \t\r\n")); out[0] != ir.Plain("") {
			break
		}
		out = out[1:]
	}
	for len(out) > 0 {
		last, ok := out[len(out)-1].(ir.Plain)
		if !ok {
			break
		}
		if out[len(out)-1] = ir.Plain(strings.TrimRight(string(last), " \t\r\n")); out[len(out)-1] != ir.Plain("") {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}
