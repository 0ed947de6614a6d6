package parser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A kind is what a page describes.
type kind int

// The kinds of page.
const (
	kindNone   kind = iota // no model
	kindObject             // ## Fields
	kindEnum               // ## Values
	kindUnion              // ## Supported Types
	kindOpaque             // a title and an introduction: the generator said no more
)

var kindSections = map[sectionKind]kind{
	sectionFields: kindObject, sectionValues: kindEnum, sectionTypes: kindUnion,
}

// classify says what p describes by its form alone, and for kindNone why that
// is no model, for people. near is true when the page comes so close to a
// model's form that its author has probably meant one.
func classify(p *page) (k kind, reason string, near bool) {
	if len(p.refused) > 0 {
		return kindNone, "it is too intricate", false
	}
	if p.titleSpan.IsZero() || p.title == "" {
		return kindNone, "it has no title", false
	}
	if stem(p.file.Name) == "" {
		return kindNone, "its file has no name", true
	}
	for _, s := range p.sections {
		next, ok := kindSections[s.kind]
		if !ok {
			continue
		}
		if k != kindNone {
			return kindNone, fmt.Sprintf("it has a section %q and one more that would make it another model", p.sectionTitle(k)), true
		}
		k = next
	}
	switch k {
	case kindNone:
		return classifyOpaque(p)
	case kindObject:
		if t := p.firstTable(sectionFields); t != nil && !t.has(columnField) {
			return kindNone, "the table below its Fields has no column Field", false
		}
	}
	return k, "", false
}

func (p *page) sectionTitle(k kind) string {
	for _, s := range p.sections {
		if kindSections[s.kind] == k {
			return strings.TrimSpace(s.span.Text())
		}
	}
	return ""
}

// firstTable returns the first table of the section of kind s, or nil.
func (p *page) firstTable(s sectionKind) *table {
	sec := p.section(s)
	if sec == nil {
		return nil
	}
	i := slices.IndexFunc(sec.blocks, func(b block) bool { _, ok := b.(*table); return ok })
	if i < 0 {
		return nil
	}
	return sec.blocks[i].(*table)
}

// classifyOpaque tells a model of which the generator prints nothing but the
// name from a page that is no model: the file is named after the model.
func classifyOpaque(p *page) (kind, string, bool) {
	if len(p.sections) == 0 && p.preamble.IsZero() && namedAfter(stem(p.file.Name), p.title) {
		if holdsFieldTable(p) {
			return kindNone, handWritten, true
		}
		return kindOpaque, "", false
	}
	return kindNone, noSection, false
}

// handWritten is why a page is left out whose tree is printed by a generator.
const handWritten = "its table of fields is written by hand, and the other pages are those of a generator"

// holdsFieldTable reports whether a table of p gives fields a name and a type.
func holdsFieldTable(p *page) bool {
	for n := p.doc.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*tableNode); ok {
			if t := newPlainTable(p, t); t.has(columnField) && t.has(columnType) {
				return true
			}
		}
	}
	return false
}

const noSection = "it has no section Fields, Values or Supported Types"

// fileKey is what the names of a page's file and of its model have in common:
// files are in lower case, and bear a "_" where the name is reserved.
func fileKey(name string) string {
	return strings.ToLower(strings.TrimRight(name, "_"))
}

// shortened finds what is left of a title in the name of a file that would be
// too long: its start, before a sum of the rest.
var shortened = regexp.MustCompile(`^(.{60,})_[0-9a-f]{6,8}$`)

// namedAfter reports whether a file called name is that of the model title.
func namedAfter(name, title string) bool {
	if m := shortened.FindStringSubmatch(name); m != nil && strings.HasPrefix(fileKey(title), strings.ToLower(m[1])) {
		return true
	}
	return fileKey(name) == fileKey(title)
}
