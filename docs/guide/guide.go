// Package guide holds the pages of the manual that the command line shows.
package guide

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

//go:embed diagnostics/DG*.md
var pages embed.FS

// Diagnostic returns the page of a diagnostic code, such as "DG0104".
func Diagnostic(code string) (page string, ok bool) {
	text, err := pages.ReadFile("diagnostics/" + code + ".md")
	return string(text), err == nil
}

// Diagnostics returns all codes that have a page, in their order.
func Diagnostics() []string {
	names, err := fs.Glob(pages, "diagnostics/*.md")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(name, "diagnostics/"), ".md")
	}
	slices.Sort(names)
	return names
}
