// Package closure chooses models of a schema: those that a user includes, with
// all that they need, but for those that the user excludes.
package closure

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Pattern is a glob: "*" stands for anything but "/", "**" between slashes
// for any number of parts, "?" for one letter, "[ab]" and "{card,payment}" for
// one of several. It matches a model by its selector ("components/card"), by its
// page ("models/components/card.md", seen from the directory of the pages) or by
// its name in Go ("Card").
type Pattern struct {
	Glob string
	Span source.Span // where it is stated; may be zero
}

// IsGlob reports whether the text of a pattern can be understood.
func IsGlob(text string) bool { return text != "" && doublestar.ValidatePattern(text) }

// Matches reports whether p matches one of the subjects, as a whole.
func (p Pattern) Matches(subjects ...string) bool {
	return slices.ContainsFunc(subjects, func(subject string) bool { return doublestar.MatchUnvalidated(p.Glob, subject) })
}

// Page returns the path of a page as it is seen from docs, the directory of the
// pages or the page itself. Both are slash-separated.
func Page(page, docs string) string {
	page, docs = path.Clean(page), path.Clean(docs)
	if page == docs {
		return path.Base(page)
	}
	return strings.TrimPrefix(page, docs+"/")
}

// A Choice says which models are wanted.
type Choice struct {
	Include []Pattern        // empty for all models
	Exclude []Pattern        // of those that are included
	Docs    string           // the page, or the directory of pages, slash-separated
	Names   map[ir.ID]string // what the models are called in Go
}

// IsAll reports whether c leaves the schema as it is.
func (c Choice) IsAll() bool { return len(c.Include) == 0 && len(c.Exclude) == 0 }

// Choose returns a schema with the models of s that c wants. It says which
// patterns match nothing, and which model that is not excluded needs one that is.
func Choose(s *ir.Schema, c Choice) (*ir.Schema, diag.List) {
	if c.IsAll() {
		return s, nil
	}
	var diags diag.List
	include, exclude := c.matches(s, c.Include, &diags), c.matches(s, c.Exclude, &diags)
	chosen := map[ir.ID]bool{}
	for _, m := range s.Models {
		if len(c.Include) == 0 || include[m.Head().ID] {
			follow(m, exclude, chosen)
		}
	}
	kept := *s
	kept.Models = slices.DeleteFunc(slices.Clone(s.Models), func(m ir.Model) bool { return !chosen[m.Head().ID] })
	return &kept, append(diags, needed(kept.Models, exclude)...)
}

// follow chooses m and what it needs, but for what is excluded.
func follow(m ir.Model, exclude, chosen map[ir.ID]bool) {
	todo := []ir.Model{m}
	for len(todo) > 0 {
		m, todo = todo[len(todo)-1], todo[:len(todo)-1]
		id := m.Head().ID
		if exclude[id] || chosen[id] {
			continue
		}
		chosen[id] = true
		for ref := range ir.Refs(m) {
			todo = append(todo, ref.Model)
		}
	}
}

// matches returns the models that one of the patterns matches.
func (c Choice) matches(s *ir.Schema, patterns []Pattern, diags *diag.List) map[ir.ID]bool {
	found := map[ir.ID]bool{}
	for _, p := range patterns {
		some := false
		for _, m := range s.Models {
			if p.Matches(c.subjects(m)...) {
				found[m.Head().ID] = true
				some = true
			}
		}
		if !some {
			c.stray(s, p, diags)
		}
	}
	return found
}

// subjects returns what a pattern can match m by.
func (c Choice) subjects(m ir.Model) []string {
	h := m.Head()
	all := []string{h.ID.String()}
	if !h.Span.IsZero() {
		all = append(all, Page(h.Span.File.Name, c.Docs))
	}
	if name := c.Names[h.ID]; name != "" {
		all = append(all, name)
	}
	return all
}

// stray says that a pattern matches nothing.
func (c Choice) stray(s *ir.Schema, p Pattern, diags *diag.List) {
	var known []string
	for _, m := range s.Models {
		known = append(known, c.subjects(m)...)
	}
	help := "docgen export ir lists the models"
	if near := naming.Nearest(p.Glob, known); near != "" {
		help = "is it " + near + "?"
	}
	diags.Add(diag.Diagnostic{Code: "DG0512", Span: p.Span, Message: fmt.Sprintf("no model matches %s", p.Glob), Help: help})
}
