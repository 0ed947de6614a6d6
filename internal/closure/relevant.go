package closure

import (
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// Relevant returns the diagnostics of all that matter to those who chose some
// models of s: what is wrong with a page that holds none of the chosen, but
// others, does not.
func Relevant(all diag.List, s, chosen *ir.Schema) diag.List {
	left := pages(s)
	for page := range pages(chosen) {
		delete(left, page)
	}
	return slices.DeleteFunc(slices.Clone(all), func(d diag.Diagnostic) bool { return left[d.Span.File] })
}

// pages returns the pages that models of s stand on.
func pages(s *ir.Schema) map[*source.File]bool {
	out := map[*source.File]bool{}
	for _, m := range s.Models {
		if file := m.Head().Span.File; file != nil {
			out[file] = true
		}
	}
	return out
}
