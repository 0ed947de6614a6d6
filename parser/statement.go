package parser

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A statement collects what a page states of the member that tells the
// variants of a union apart.
type statement struct {
	diags *diag.List
	name  string // of the member; empty where none is stated
	span  source.Span
	keys  []ir.DiscriminatorKey
}

// has reports whether it is known what value stands for.
func (s *statement) has(value ir.Value) bool {
	return slices.ContainsFunc(s.keys, func(k ir.DiscriminatorKey) bool { return k.Value == value })
}

// tie takes in that value stands for a variant, which is stated at. A value
// stands for one variant only, the first that it is stated for.
func (s *statement) tie(value ir.Value, variant int, at source.Span) {
	if s.has(value) {
		s.diags.Add(diag.Diagnostic{
			Code: "DG0209", Span: at,
			Message: fmt.Sprintf("%s stands for two variants; the first one counts", value),
			Help:    "give each variant a value of its own",
		})
		return
	}
	s.keys = append(s.keys, ir.DiscriminatorKey{Value: value, Variant: variant})
}

// stated returns what the page states, or nil where it states nothing of use.
// What the member is called in JSON is not decided yet.
func (s *statement) stated() *ir.Discriminator {
	if s.name == "" || len(s.keys) == 0 {
		return nil
	}
	slices.SortStableFunc(s.keys, func(a, b ir.DiscriminatorKey) int { return cmp.Compare(a.Variant, b.Variant) })
	return &ir.Discriminator{
		Member: s.name, Values: s.keys, Evidence: "the page states it",
		Stated: &ir.Statement{Name: s.name, Span: s.span},
	}
}

// statedValue returns the value that a page writes as text: JSON, or a string
// without its quotes.
func statedValue(text string) ir.Value {
	v := ir.Value(text)
	if text == "true" || text == "false" || isNumber(text) {
		return v
	}
	if v.IsString() && json.Valid([]byte(text)) {
		text = v.Text()
	}
	return ir.StringValue(text)
}
