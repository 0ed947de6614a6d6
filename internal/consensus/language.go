package consensus

import (
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// A language is what the pages of a dialect can say. What the schema itself
// shows to be unknown, such as null and uncertain dates, needs no entry.
type language struct {
	dialect string // what the names of its dialects begin with
	consts  bool   // tells constants from other values of their kind
	widths  bool   // tells integers and fractions of 32 bits from those of 64
	open    bool   // marks enums that may grow
}

// languages holds the most particular prefixes first. An unknown dialect can
// say all but widths, so that no difference is explained away by chance.
var languages = []language{
	{dialect: "speakeasy-python-2024"},
	{dialect: "speakeasy-python", consts: true, open: true},
	{dialect: "speakeasy-typescript", consts: true, open: true},
	{dialect: "speakeasy-go", widths: true},
	{dialect: "speakeasy-php"},
	{dialect: "speakeasy-ruby", open: true},
	{dialect: "speakeasy-java", widths: true, open: true},
	{dialect: "speakeasy-csharp", widths: true, open: true},
	{dialect: "", consts: true, open: true},
}

// languageOf returns what the pages of m can say.
func languageOf(m ir.Model) language {
	dialect := ""
	if t := m.Head().Tree; t != nil {
		dialect = t.Dialect
	}
	for _, l := range languages {
		if strings.HasPrefix(dialect, l.dialect) {
			return l
		}
	}
	return language{}
}
