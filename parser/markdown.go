package parser

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads what reference pages are made of. Left out on purpose:
// raw HTML, so that what looks like a tag in a description stays text, and link
// reference definitions, which would swallow a line such as "[x]: y".
var markdown = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	),
	parser.WithParagraphTransformers(util.Prioritized(tableTransformer{}, 200)),
)

// parseMarkdown returns the document that src holds. The parser behind it is
// safe for concurrent use.
func parseMarkdown(src []byte) ast.Node { return markdown.Parse(text.NewReader(src)) }

// A tableNode is a table, as the lines that it stands on. docgen splits the
// lines into cells itself: GFM drops the cells that a row has beyond its
// header, and Speakeasy's pages hold pipes that are not escaped.
type tableNode struct{ ast.BaseBlock }

var kindTable = ast.NewNodeKind("DocgenTable")

// Kind tells tables from other nodes.
func (*tableNode) Kind() ast.NodeKind { return kindTable }

// IsRaw keeps the inline parsers away from the lines.
func (*tableNode) IsRaw() bool { return true }

// Dump writes the node for debugging.
func (n *tableNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// A tableTransformer turns a paragraph that holds a header and a rule line
// into a table, and what stands before the header stays a paragraph.
type tableTransformer struct{}

// Transform implements parser.ParagraphTransformer.
func (tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	rule := findRule(lines, reader.Source())
	if rule < 1 {
		return
	}
	table := &tableNode{}
	table.SetPos(lines.At(rule - 1).Start)
	for i := rule - 1; i < lines.Len(); i++ {
		table.Lines().Append(lines.At(i))
	}
	parent := node.Parent()
	parent.InsertAfter(parent, node, table)
	if rule == 1 {
		parent.RemoveChild(parent, node)
		return
	}
	lines.SetSliced(0, rule-1)
}

// findRule returns the index of the first rule line that follows a line with
// a pipe, or -1.
func findRule(lines *text.Segments, src []byte) int {
	for i := 1; i < lines.Len(); i++ {
		at, before := lines.At(i), lines.At(i-1)
		if isRule(at.Value(src)) && bytes.IndexByte(before.Value(src), '|') >= 0 {
			return i
		}
	}
	return -1
}

// isRule reports whether line is the rule below a table's header.
func isRule(line []byte) bool {
	dash, pipe := false, false
	for _, c := range line {
		switch c {
		case '-':
			dash = true
		case '|':
			pipe = true
		case ' ', '\t', ':', '\r', '\n':
		default:
			return false
		}
	}
	return dash && pipe
}
