package ir

import "strings"

// A Doc is a piece of documentation: a list of blocks. The zero Doc is "none".
type Doc struct {
	Blocks []Block
}

// IsZero reports whether there is no documentation.
func (d Doc) IsZero() bool { return len(d.Blocks) == 0 }

// A Block is a [*Paragraph], [*ListBlock] or [*CodeBlock].
type Block interface{ isBlock() }

// A Paragraph is running text.
type Paragraph struct {
	Text []Inline
}

// A ListBlock is a bullet list, or a numbered one.
type ListBlock struct {
	Ordered bool
	Items   [][]Inline // nested lists are flattened, in order
}

// A CodeBlock is preformatted text: code, or a table that is not a field table.
type CodeBlock struct {
	Text string // without the last line break
}

func (*Paragraph) isBlock() {}
func (*ListBlock) isBlock() {}
func (*CodeBlock) isBlock() {}

// An Inline is a [Plain], [Code] or [Link].
type Inline interface{ isInline() }

// Plain is text. It holds no line breaks other than those that the author
// asked for.
type Plain string

// Code is a code span, without its back-quotes.
type Code string

// A Link is text that leads to URL. URL is absolute; links between pages
// become Plain.
type Link struct {
	Text string
	URL  string
}

func (Plain) isInline() {}
func (Code) isInline()  {}
func (Link) isInline()  {}

// Text returns the documentation as plain text, a blank line between blocks.
func (d Doc) Text() string {
	var parts []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *Paragraph:
			parts = append(parts, inlineText(b.Text))
		case *ListBlock:
			var items []string
			for _, item := range b.Items {
				items = append(items, "- "+inlineText(item))
			}
			parts = append(parts, strings.Join(items, "\n"))
		case *CodeBlock:
			parts = append(parts, b.Text)
		}
	}
	return strings.Join(parts, "\n\n")
}

func inlineText(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case Plain:
			b.WriteString(string(in))
		case Code:
			b.WriteString("`" + string(in) + "`")
		case Link:
			b.WriteString(in.Text)
		}
	}
	return b.String()
}
