package breaking

import (
	"reflect"
	"strings"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// compareDecls compares the two packages, declaration by declaration. What the
// support code declares stays with the types that use it, and is not compared.
func (c *comparison) compareDecls() {
	for _, name := range c.old.names {
		old := c.old.decls[name]
		if now := c.new.decls[name]; now != nil {
			c.compareDecl(name, old, now)
			continue
		}
		removed := c.add("type-removed", name, kindOf(old)+" removed", c.old.span(name), source.Span{})
		removed.Hint = c.renameHint(name)
	}
	for _, name := range c.new.names {
		if c.old.decls[name] == nil {
			c.add("type-added", name, kindOf(c.new.decls[name])+" added", source.Span{}, c.new.span(name))
		}
	}
}

// renameHint says which type a type that is gone may have become.
func (c *comparison) renameHint(name string) string {
	m := c.old.byName[name]
	if m == nil {
		return ""
	}
	id := m.Head().ID
	if to, ok := c.renamed[id]; ok {
		id = to
	}
	if to := c.new.Names[id]; to != "" && c.new.decls[to] != nil {
		return "it may be " + to + " instead: " + c.whyRenamed(m)
	}
	return ""
}

// whyRenamed says what speaks for a model having another name.
func (c *comparison) whyRenamed(m ir.Model) string {
	if _, guessed := c.renamed[m.Head().ID]; guessed {
		return "that has the same parts"
	}
	return "that stands on the same page"
}

func (c *comparison) compareDecl(name string, old, now plan.Decl) {
	if kindOf(old) != kindOf(now) {
		c.add("type-kind-changed", name, arrow(kindOf(old), kindOf(now)), c.old.span(name), c.new.span(name))
		return
	}
	switch old := old.(type) {
	case *plan.Struct:
		now := now.(*plan.Struct)
		c.compareDocs(name, old.Doc, now.Doc, c.old.span(name), c.new.span(name))
		c.compareStructs(old, now)
	case *plan.Enum:
		now := now.(*plan.Enum)
		c.compareDocs(name, old.Doc, now.Doc, c.old.span(name), c.new.span(name))
		c.compareEnums(old, now)
	case *plan.Union:
		now := now.(*plan.Union)
		c.compareDocs(name, old.Doc, now.Doc, c.old.span(name), c.new.span(name))
		c.compareUnions(old, now)
	case *plan.Alias:
		now := now.(*plan.Alias)
		c.compareDocs(name, old.Doc, now.Doc, c.old.span(name), c.new.span(name))
		if !c.sameType(old.Of, now.Of) {
			c.add("alias-changed", name, typeArrow(old.Of, now.Of), c.old.span(name), c.new.span(name))
		}
	case *plan.Opaque:
		c.compareDocs(name, old.Doc, now.(*plan.Opaque).Doc, c.old.span(name), c.new.span(name))
	}
}

// kindOf names the kind of a declaration.
func kindOf(d plan.Decl) string {
	switch d.(type) {
	case *plan.Struct:
		return "struct"
	case *plan.Enum:
		return "enum"
	case *plan.Union:
		return "union"
	case *plan.Alias:
		return "alias"
	case *plan.Opaque:
		return "opaque JSON"
	}
	panic("breaking: unknown declaration")
}

// compareDocs compares two doc comments: their deprecation, and their words.
func (c *comparison) compareDocs(subject string, old, now plan.Doc, oldSpan, newSpan source.Span) {
	oldWords, wasDeprecated := withoutDeprecation(old)
	words, isDeprecated := withoutDeprecation(now)
	switch {
	case isDeprecated && !wasDeprecated:
		c.add("deprecated", subject, "deprecated", oldSpan, newSpan)
	case wasDeprecated && !isDeprecated:
		c.add("undeprecated", subject, "no longer deprecated", oldSpan, newSpan)
	}
	if !reflect.DeepEqual(oldWords, words) {
		c.add("doc-changed", subject, "documentation changed", oldSpan, newSpan)
	}
}

// withoutDeprecation returns doc without its paragraph "Deprecated:", and
// whether it has one. An empty doc is nil.
func withoutDeprecation(doc plan.Doc) (words plan.Doc, deprecated bool) {
	for _, block := range doc {
		if p, ok := block.(*ir.Paragraph); ok && len(p.Text) > 0 {
			if text, ok := p.Text[0].(ir.Plain); ok && strings.HasPrefix(string(text), "Deprecated: ") {
				deprecated = true
				continue
			}
		}
		words = append(words, block)
	}
	return words, deprecated
}
