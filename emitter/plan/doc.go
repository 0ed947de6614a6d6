package plan

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Doc is a doc comment, block by block.
type Doc []ir.Block

// docOf returns the blocks that show something. What is left of the others is
// an empty comment, or one that begins with a list.
func docOf(d ir.Doc) Doc {
	if !slices.ContainsFunc(d.Blocks, isBlank) {
		return Doc(d.Blocks)
	}
	return slices.DeleteFunc(slices.Clone(Doc(d.Blocks)), isBlank)
}

// isBlank reports whether nothing of b is visible in a comment.
func isBlank(b ir.Block) bool {
	switch b := b.(type) {
	case *ir.Paragraph:
		return !slices.ContainsFunc(b.Text, isVisible)
	case *ir.ListBlock:
		return !slices.ContainsFunc(b.Items, func(item []ir.Inline) bool { return slices.ContainsFunc(item, isVisible) })
	case *ir.CodeBlock:
		return !isVisible(ir.Plain(b.Text))
	}
	return false
}

// isVisible reports whether in holds more than blanks and what comments leave
// out: control characters, and marks that turn the direction of text.
func isVisible(in ir.Inline) bool {
	text := ""
	switch in := in.(type) {
	case ir.Plain:
		text = string(in)
	case ir.Link:
		text = in.Text + in.URL
	case ir.Code: // its quotes show
		return true
	}
	return strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Bidi_Control, r) && r != '\uFEFF'
	})
}

func paragraph(text string) *ir.Paragraph {
	return &ir.Paragraph{Text: []ir.Inline{ir.Plain(text)}}
}

// typeDoc returns the doc comment of a model's type.
func (b *builder) typeDoc(h *ir.Header, name string) Doc {
	doc := lead(introduce(docOf(h.Doc), name), name+", in the words of the reference:")
	if len(doc) == 0 {
		doc = Doc{paragraph(fmt.Sprintf("%s stands in the reference without a description.", name))}
	}
	return b.placed(deprecate(doc, h.Deprecated), h.Span)
}

// placed ends a doc comment with where it is from, such as
// "From docs/cards/models/card.md:14.", if that is wanted.
func (b *builder) placed(doc Doc, span source.Span) Doc {
	if !b.opts.Provenance.On || span.IsZero() {
		return doc
	}
	return append(slices.Clip(doc), paragraph("From "+b.place(span)+"."))
}

// place writes where something is from: "docs/cards/models/card.md:14".
func (b *builder) place(span source.Span) string {
	if span.IsZero() {
		return ""
	}
	p, at := b.opts.Provenance, span.Position()
	name := path.Join(p.As, strings.TrimPrefix(at.Name, p.Docs))
	return fmt.Sprintf("%s:%d", strings.TrimPrefix(name, "/"), at.Line)
}

// places returns where each member of o is from, by its number, if that is
// wanted.
func (b *builder) places(o *ir.Object, order []int) []string {
	if !b.opts.Provenance.On {
		return nil
	}
	places := make([]string, len(order))
	for number, i := range order {
		places[number] = b.place(o.Fields[i].Span)
	}
	return places
}

// lead puts a paragraph before documentation that begins with a list or with
// code: a comment that is indented as a whole is no list to gofmt.
func lead(doc Doc, text string) Doc {
	if len(doc) == 0 {
		return doc
	}
	if _, ok := doc[0].(*ir.Paragraph); ok {
		return doc
	}
	return append(Doc{paragraph(text)}, doc...)
}

func opaqueDoc(doc Doc, name, reason string) Doc {
	note := fmt.Sprintf("%s keeps its JSON as it is: %s.", name, reason)
	return append(slices.Clip(doc), paragraph(note))
}

// fieldDoc returns the doc comment of a field.
func fieldDoc(f *ir.Field, plain bool) Doc {
	doc := slices.Clone(lead(docOf(f.Doc), "In the words of the reference:"))
	if plain {
		doc = append(doc, paragraph(fmt.Sprintf("It is sent as %q.", f.Wire.Name)))
	}
	for _, e := range f.Examples {
		doc = append(doc, exampleDoc(e.Text)...)
	}
	return deprecate(doc, f.Deprecated)
}

// What a comment shows of an example: short ones in a line, longer ones as
// code. What is longer still is left to the tests.
const (
	maxExampleLines = 12
	maxExampleWidth = 100
)

func exampleDoc(text string) Doc {
	text = strings.TrimSpace(text)
	if strings.Contains(text, "\n") && isJSON(text) {
		text = compact(text)
	}
	if text == "" {
		return nil
	}
	if !strings.Contains(text, "\n") && utf8.RuneCountInString(text) <= maxExampleWidth {
		return Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("Example: "), ir.Code(text)}}}
	}
	if isJSON(text) {
		text = indent(text)
	}
	lines := strings.Split(text, "\n")
	if len(lines) > maxExampleLines || slices.ContainsFunc(lines, tooWide) {
		return nil
	}
	return Doc{paragraph("Example:"), &ir.CodeBlock{Text: text}}
}

func tooWide(line string) bool { return utf8.RuneCountInString(line) > maxExampleWidth }

func deprecate(doc Doc, d *ir.Deprecation) Doc {
	if d == nil {
		return doc
	}
	message := d.Message
	if message == "" {
		message = "it may be removed in a future release of the API."
	}
	return append(slices.Clip(doc), paragraph("Deprecated: "+message))
}

// introduce makes the first sentence start with the name that it documents,
// as Go's tools expect, where the sentence allows it: "A bank account." and
// "Defines the request." do, and other sentences stay as they are.
func introduce(doc Doc, name string) Doc {
	if len(doc) == 0 {
		return doc
	}
	first, ok := doc[0].(*ir.Paragraph)
	if !ok || len(first.Text) == 0 {
		return doc
	}
	lead, ok := first.Text[0].(ir.Plain)
	if !ok {
		return doc
	}
	word, rest, _ := strings.Cut(string(lead), " ")
	joined := ""
	switch {
	case slices.Contains(articles, word) && isNounPhrase(rest):
		joined = name + " is " + lowerFirst(word) + " " + rest
	case slices.Contains(openingVerbs, word):
		joined = name + " " + lowerFirst(word) + " " + rest
	default:
		return doc
	}
	out := slices.Clone(doc)
	out[0] = &ir.Paragraph{Text: append([]ir.Inline{ir.Plain(joined)}, first.Text[1:]...)}
	return out
}

var articles = []string{"A", "An", "The"}

// isNounPhrase reports whether what follows an article looks like a name for
// a thing, "bank account of a user", and not like the start of a statement,
// "bank refused the transfer". It looks for the preposition or the full stop
// that comes soon after a noun.
func isNounPhrase(rest string) bool {
	words := strings.Fields(rest)
	for i, word := range words[:min(len(words), 4)] {
		if i > 0 && slices.Contains(prepositions, word) {
			return true
		}
		if strings.HasSuffix(word, ".") {
			return i < 2
		}
	}
	return false
}

var prepositions = strings.Fields(`about as at by containing defining describing
for from in of on representing that to used when where which who whose with within`)

// openingVerbs are the words that descriptions like to begin with and that
// want a subject.
var openingVerbs = strings.Fields(`Allows Configures Contains Controls Defines
Describes Determines Encapsulates Holds Identifies Indicates Lists Models
Provides Represents Returns Sets Shows Specifies Stores Wraps`)

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
