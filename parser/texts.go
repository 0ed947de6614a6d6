package parser

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/docgen-go/docgen/ir"
)

// holdsJSON are the languages of fenced blocks that may show what goes over
// the wire: JSON itself, and command lines.
var holdsJSON = map[string]bool{
	"json": true, "jsonc": true, "bash": true, "sh": true, "shell": true, "console": true, "curl": true, "http": true,
}

// readJSON takes in a fenced block that may show JSON.
func (p *page) readJSON(n *ast.FencedCodeBlock) {
	if holdsJSON[string(n.Language(p.src))] {
		f := p.fence(n)
		p.texts = append(p.texts, ir.Text{JSON: true, Text: f.text, Span: f.span})
	}
}

// readCode takes in the code spans of the page's prose. The pages of models
// need none of it: their prose is part of the schema.
func (p *page) readCode() {
	for n := p.doc.FirstChild(); n != nil; n = n.NextSibling() {
		p.codeBelow(n)
	}
}

func (p *page) codeBelow(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		span, isCode := c.(*ast.CodeSpan)
		if !isCode {
			p.codeBelow(c)
			continue
		}
		if text, ok := span.FirstChild().(*ast.Text); ok {
			at := cell{text.Segment.Start, text.Segment.Stop}
			p.texts = append(p.texts, ir.Text{Text: p.text(at), Span: p.span(at)})
		}
	}
}

// collectTexts gives each tree what pages hold beside its models: those of its
// models, and those that lie in the directory of the tree or above.
func (r *reading) collectTexts() {
	isModel := make(map[*page]bool, len(r.models))
	for _, m := range r.models {
		isModel[m.page] = true
		for _, t := range m.texts {
			if t.JSON {
				t.Page = m.id
				m.tree.schema.Texts = append(m.tree.schema.Texts, t)
			}
		}
	}
	for _, f := range r.pages {
		if isModel[f.page] || len(f.texts) == 0 {
			continue
		}
		if t := r.treeOf(f.file.Name); t != nil {
			t.schema.Texts = append(t.schema.Texts, f.texts...)
		}
	}
}

// treeOf returns the tree that a page beside the models belongs to: the one
// whose directory is nearest, and the main one for what lies above them all.
func (r *reading) treeOf(file string) *tree {
	var best *tree
	for _, t := range r.trees {
		if strings.HasPrefix(file, t.parent) && (best == nil || len(t.parent) > len(best.parent)) {
			best = t
		}
	}
	if best == nil && len(r.trees) > 0 {
		return r.trees[0]
	}
	return best
}
