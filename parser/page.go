package parser

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A page is one file, taken apart: its title, what introduces it, and its
// sections. Nothing in it is interpreted yet.
type page struct {
	file  *source.File
	src   []byte // the file's text, at the file's offsets
	diags diag.List

	title      string
	titleSpan  source.Span
	struck     bool        // the title is struck through: ~~Title~~
	preamble   source.Span // what stands before the title
	intro      ir.Doc
	deprecated *ir.Deprecation // what a quotation in the intro says
	sections   []section
	texts      []ir.Text         // fenced JSON, and code spans of pages without a model
	doc        ast.Node          // nil once the page is read
	cellDocs   map[string]ir.Doc // of the texts that were read; nil where nothing remembers the page
	refused    diag.List         // why the page is left out, whatever it may hold
	built      *built            // what a builder made of it; nil where nothing remembers that
}

// A sectionKind is one of the headings with a meaning.
type sectionKind string

// The sections of model pages.
const (
	sectionFields   sectionKind = "fields"
	sectionValues   sectionKind = "values"
	sectionTypes    sectionKind = "supported types"
	sectionUsage    sectionKind = "example usage"
	sectionDiscrims sectionKind = "union discrimination"
	sectionPatterns sectionKind = "consumption patterns"
)

var sectionKinds = map[sectionKind]bool{
	sectionFields: true, sectionValues: true, sectionTypes: true, sectionUsage: true, sectionDiscrims: true,
	sectionPatterns: true,
}

// A section is what stands below a heading with a meaning.
type section struct {
	kind   sectionKind
	span   source.Span // the heading
	blocks []block
}

// A block is a [heading], [bullets], [fence], [prose] or [*table].
type block interface{ at() source.Span }

type heading struct {
	level int
	text  cell // the code span that it consists of, or all its text
	span  source.Span
}

type bullets struct {
	items []cell // each the code span that it consists of, or all its text
	span  source.Span
}

type fence struct {
	lang  string
	text  string
	start int // where text stands in the page
	span  source.Span
}

type prose struct{ span source.Span }

func (b heading) at() source.Span { return b.span }
func (b bullets) at() source.Span { return b.span }
func (b fence) at() source.Span   { return b.span }
func (b prose) at() source.Span   { return b.span }
func (t *table) at() source.Span  { return t.page.span(t.header[0]) }

// readPage takes f apart.
func readPage(f *source.File) *page {
	p := &page{file: f}
	p.src, p.diags = readable(f)
	p.src, p.refused = manageable(f, p.src)
	doc := parseMarkdown(p.src)
	var intro []ast.Node
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, isHeading := n.(*ast.Heading)
		kind := p.sectionKind(h)
		switch {
		case isHeading && h.Level == 1 && p.titleSpan.IsZero():
			p.readTitle(h)
		case p.titleSpan.IsZero():
			if p.preamble.IsZero() {
				p.preamble = p.nodeSpan(n)
			}
		case kind != "":
			p.sections = append(p.sections, section{kind: kind, span: p.nodeSpan(n)})
		case len(p.sections) == 0:
			intro = append(intro, n)
		default:
			last := &p.sections[len(p.sections)-1]
			last.blocks = append(last.blocks, p.block(n))
		}
		if code, ok := n.(*ast.FencedCodeBlock); ok {
			p.readJSON(code)
		}
	}
	p.readIntro(intro)
	p.doc = doc
	return p
}

// sectionKind returns the meaning of a second-level heading, or "".
func (p *page) sectionKind(h *ast.Heading) sectionKind {
	if h == nil || h.Level != 2 {
		return ""
	}
	kind := sectionKind(strings.ToLower(p.text(p.nodeCell(h))))
	if !sectionKinds[kind] {
		return ""
	}
	return kind
}

func (p *page) readTitle(h *ast.Heading) {
	c := p.nodeCell(h)
	p.titleSpan = p.span(c)
	title := strings.Join(strings.Fields(p.text(c)), " ")
	if inner, ok := unwrap(title, "~~"); ok {
		title, p.struck = inner, true
	}
	if inner, ok := unwrap(title, "`"); ok {
		title = inner
	}
	p.title = string(unescape([]byte(title)))
}

// readIntro reads the blocks below the title as the model's documentation.
func (p *page) readIntro(nodes []ast.Node) {
	r := docReader{src: p.src, softBreak: " "}
	for _, n := range nodes {
		blocks := r.block(n)
		if _, quoted := n.(*ast.Blockquote); quoted {
			blocks, p.deprecated = cutDeprecation(blocks, p.deprecated)
		}
		p.intro.Blocks = append(p.intro.Blocks, blocks...)
	}
}

// block turns a node of a section into what docgen knows of it.
func (p *page) block(n ast.Node) block {
	switch n := n.(type) {
	case *ast.Heading:
		return heading{level: n.Level, text: p.codeCell(n), span: p.nodeSpan(n)}
	case *ast.FencedCodeBlock:
		return p.fence(n)
	case *tableNode:
		var lines []cell
		for i := range n.Lines().Len() {
			at := n.Lines().At(i)
			lines = append(lines, trimCell(p.src, at.Start, at.Stop))
		}
		return newTable(p, lines)
	case *ast.List:
		b := bullets{span: p.nodeSpan(n)}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			b.items = append(b.items, p.codeCell(item.FirstChild()))
		}
		return b
	}
	return prose{span: p.nodeSpan(n)}
}

func (p *page) fence(n *ast.FencedCodeBlock) fence {
	f := fence{lang: string(n.Language(p.src)), span: p.nodeSpan(n)}
	if lines := n.Lines(); lines.Len() > 0 {
		f.start = lines.At(0).Start
		f.text = string(p.src[f.start:lines.At(lines.Len()-1).Stop])
	}
	return f
}

// codeCell returns the text of the only code span of n, or all text of n when
// n holds anything else.
func (p *page) codeCell(n ast.Node) cell {
	if n == nil {
		return cell{}
	}
	return insideCode(p.src, p.nodeCell(n))
}

// nodeCell returns the range of n's text, which is empty for a node without.
func (p *page) nodeCell(n ast.Node) cell {
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines.Len() > 0 {
			return trimCell(p.src, lines.At(0).Start, lines.At(lines.Len()-1).Stop)
		}
		if c := n.FirstChild(); c != nil {
			return p.nodeCell(c)
		}
	}
	at := max(n.Pos(), 0)
	return cell{at, at}
}

func (p *page) nodeSpan(n ast.Node) source.Span { return p.span(p.nodeCell(n)) }

// text returns what stands in c.
func (p *page) text(c cell) string { return string(p.src[c.start:c.end]) }

// span returns c as a place in the file.
func (p *page) span(c cell) source.Span { return p.file.Span(c.start, c.end) }

// section returns the first section of kind, or nil.
func (p *page) section(kind sectionKind) *section {
	for i := range p.sections {
		if p.sections[i].kind == kind {
			return &p.sections[i]
		}
	}
	return nil
}

// unwrap returns what stands between marks.
func unwrap(text, mark string) (string, bool) {
	inner, ok := strings.CutPrefix(text, mark)
	if !ok {
		return text, false
	}
	inner, ok = strings.CutSuffix(inner, mark)
	if !ok {
		return text, false
	}
	return strings.TrimSpace(inner), true
}
