package docgen

import "github.com/docgen-go/docgen/internal/explain"

// An Explanation tells why a declaration is as it is.
type Explanation = explain.Explanation

// Explain explains what a selector names, such as "Card" or "Card.ExpiresAt":
// types go by their names in Go or on the pages, members by those in Go, in
// JSON or on the pages. The error is for what there is not.
func (v *Version) Explain(selector string) (*Explanation, error) {
	return explain.Package{Schema: v.api.Schema, Names: v.api.Names, Plan: v.api.Package}.Explain(selector)
}
