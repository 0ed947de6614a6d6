package ir

import (
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// A Tree is a set of pages that were written together, in one grammar.
type Tree struct {
	Dir     string // the directory that holds the pages; empty for the top one
	Prefix  string // what the namespaces of its models begin with; empty in the main tree
	Dialect string // names the grammar, such as "speakeasy-python-2024"
	Why     string // what speaks for that grammar, for people
	Case    Case   // how the pages print the names of members
	// Texts holds what stands beside the models' tables and tells of JSON
	// names: code spans, and the JSON of fenced blocks.
	Texts []Text
}

// A Case is how names of several words are printed.
type Case int

// The cases.
const (
	CaseJSON   Case = iota // as they are in JSON: nothing is lost
	CaseSnake              // two_words
	CaseCamel              // twoWords
	CasePascal             // TwoWords
)

// A Text is a piece of a page that tells of JSON names.
type Text struct {
	Page ID // the model whose page it stands on; zero where that holds none
	JSON bool
	Text string // a JSON text, or what stands in a code span
	Span source.Span
}

// Namespace returns the namespace that the model has within its own tree.
func (h *Header) Namespace() string {
	if h.Tree == nil || h.Tree.Prefix == "" {
		return h.ID.Namespace
	}
	return strings.TrimPrefix(strings.TrimPrefix(h.ID.Namespace, h.Tree.Prefix), "/")
}
