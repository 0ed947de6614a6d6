package parser

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A chapter is a heading of a hand-written page, and the blocks below it up
// to the next heading.
type chapter struct {
	level  int
	text   string // as it reads, without marks
	struck bool
	slug   string
	span   source.Span
	parent *chapter // the nearest heading above it of a lesser level
	nodes  []ast.Node
}

// readChapters parts a page at its headings. What precedes the first heading
// is a chapter without a text.
func readChapters(p *page, doc ast.Node) []*chapter {
	last := &chapter{}
	all := []*chapter{last}
	slugs := map[string]int{}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			last.nodes = append(last.nodes, n)
			continue
		}
		c := newChapter(p, h, slugs)
		for c.parent = last; c.parent != nil && c.parent.level >= c.level; {
			c.parent = c.parent.parent
		}
		if c.parent != nil && c.parent.text == "" {
			c.parent = nil
		}
		all = append(all, c)
		last = c
	}
	return all
}

// ownAnchor is how some site generators let authors name a heading's anchor.
var ownAnchor = regexp.MustCompile(`\s*\{#([\w.-]+)\}$`)

var headingMarks = strings.NewReplacer("`", "", "**", "", "__", "")

func newChapter(p *page, h *ast.Heading, slugs map[string]int) *chapter {
	at := p.nodeCell(h)
	text := strings.Join(strings.Fields(p.text(at)), " ")
	c := &chapter{level: h.Level, span: p.span(at)}
	anchor := ""
	if m := ownAnchor.FindStringSubmatch(text); m != nil {
		anchor, text = m[1], strings.TrimSuffix(text, m[0])
	}
	s := scanner{src: []byte(text), end: len(text)}
	if label, target, ok := s.linkTarget(); ok && target.end+1 == len(text) {
		text = text[label.start:label.end]
	}
	text, c.struck = unwrap(text, "~~")
	c.text = strings.TrimSpace(string(unescape([]byte(headingMarks.Replace(text)))))
	c.slug = slug(c.text)
	if n := slugs[c.slug]; n > 0 {
		slugs[c.slug]++
		c.slug = fmt.Sprintf("%s-%d", c.slug, n)
	} else {
		slugs[c.slug] = 1
	}
	if anchor != "" {
		c.slug = anchor
	}
	return c
}

// slug returns the anchor that GitHub gives a heading: its letters in lower
// case, digits, hyphens and underscores, with hyphens for blanks.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// A subject is what a table is about: the heading that names a model, and the
// name.
type subject struct {
	chapter *chapter // nil when no heading names a model
	name    string
	suffix  string
	role    ir.Role
	values  bool // a heading says that values follow
}

// anchor returns what tells the model from others of its page.
func (s subject) anchor() string {
	if s.suffix == "" {
		return s.chapter.slug
	}
	return s.chapter.slug + "-" + slug(s.suffix)
}

// generic are the headings that name no model but tell what follows of the
// model above.
var generic = map[string]subject{
	"fields": {}, "properties": {}, "attributes": {}, "parameters": {}, "members": {}, "keys": {}, "options": {},
	"settings": {}, "schema": {}, "structure": {}, "object": {}, "definition": {}, "arguments": {}, "body": {},
	"values": {values: true}, "allowed values": {values: true}, "possible values": {values: true},
	"enum": {values: true}, "enum values": {values: true}, "variants": {},
	"request": {suffix: "Request"}, "request body": {suffix: "Request"}, "request fields": {suffix: "Request"},
	"request parameters": {suffix: "Request"}, "body parameters": {suffix: "Request"},
	"response": {suffix: "Response"}, "response body": {suffix: "Response"}, "response fields": {suffix: "Response"},
	"query parameters":        {suffix: "Query Parameters", role: ir.RoleParameters},
	"query string parameters": {suffix: "Query Parameters", role: ir.RoleParameters},
	"path parameters":         {suffix: "Path Parameters", role: ir.RoleParameters},
	"url parameters":          {suffix: "Path Parameters", role: ir.RoleParameters},
	"headers":                 {suffix: "Headers", role: ir.RoleParameters},
	"request headers":         {suffix: "Headers", role: ir.RoleParameters},
	"response headers":        {suffix: "Response Headers", role: ir.RoleParameters},
}

// subject returns what the blocks below c are about. The title of a page
// names a model whatever it says.
func (c *chapter) subject() subject {
	var s subject
	for ; c != nil && c.text != ""; c = c.parent {
		g, isGeneric := generic[strings.ToLower(c.text)]
		if !isGeneric || c.level == 1 {
			s.chapter = c
			s.name = modelName(c.text)
			if s.suffix != "" { // the heading tells what is done: "Create a card"
				s.name = articles.ReplaceAllString(s.name, " ") + " " + s.suffix
			}
			if naming.Fold(s.name) == "" || c.slug == "" {
				return subject{}
			}
			return s
		}
		if s.suffix == "" {
			s.suffix, s.role = g.suffix, g.role
		}
		s.values = s.values || g.values
	}
	return subject{}
}

var (
	numbering   = regexp.MustCompile(`^\d+(?:\.\d+)*\.?\s+`)
	headingLead = regexp.MustCompile(`(?i)^(?:the|an?)\s+`)
	articles    = regexp.MustCompile(`(?i)\s+(?:the|an?)\s+`)
	headingTail = regexp.MustCompile(`(?i)\s+(?:objects?|structure|schema|model|fields|properties|attributes)$`)
)

// modelName returns the name of the model that a heading is about, without
// its number and the words around it: "2.1 The Card object" is about a Card.
func modelName(text string) string {
	name := numbering.ReplaceAllString(text, "")
	name = headingLead.ReplaceAllString(name, "")
	name = headingTail.ReplaceAllString(name, "")
	if strings.TrimSpace(name) == "" {
		return text
	}
	return name
}
