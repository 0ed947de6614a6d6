package consensus

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

var codes = map[Fact]diag.Code{
	Types: "DG0701", Required: "DG0702", Null: "DG0703",
	EnumValues: "DG0704", Members: "DG0705", Variants: "DG0706",
}

// report adds what c found to diags. Models on one side are counted, since a
// tree of another release has many of them.
func (c *comparison) report(diags *diag.List, other *ir.Schema) {
	for _, d := range c.diffs {
		if code, ok := codes[d.Fact]; ok {
			diags.Add(diag.Diagnostic{
				Code: code, Span: d.A.Span, Message: d.message(),
				Related: []diag.Related{{Span: d.B.Span, Message: "what the other pages say"}},
			})
		}
	}
	if len(c.onlyA)+len(c.onlyB) == 0 {
		return
	}
	d := diag.Diagnostic{Code: "DG0707", Message: fmt.Sprintf(
		"%s only in the main pages, %s only in those of %s", counted(len(c.onlyA)), counted(len(c.onlyB)), dirOf(other))}
	d.Related = append(sample(c.onlyA, "only in the main pages"), sample(c.onlyB, "only in the other pages")...)
	diags.Add(d)
}

// counted returns "1 model is" or "n models are".
func counted(n int) string {
	if n == 1 {
		return "1 model is"
	}
	return fmt.Sprintf("%d models are", n)
}

// dirOf returns where the pages of s stand, for people.
func dirOf(s *ir.Schema) string {
	if len(s.Trees) > 0 && s.Trees[0].Dir != "" {
		return s.Trees[0].Dir
	}
	return "the other tree"
}

// sampleSize is how many models of a side are shown with their places.
const sampleSize = 3

func sample(models []ir.Model, message string) []diag.Related {
	var out []diag.Related
	for _, m := range models[:min(len(models), sampleSize)] {
		out = append(out, diag.Related{Span: m.Head().Span, Message: message})
	}
	return out
}

// message tells d for people, who see both places beside it.
func (d Difference) message() string {
	subject := d.Model
	if d.Member != "" {
		subject = fmt.Sprintf("%q of %s", d.Member, d.Model)
	}
	switch {
	case d.Fact == Members && d.A.Text == "":
		return subject + " stands only in other pages of the API"
	case d.Fact == Members:
		return subject + " stands only here, and not in other pages of the API"
	case d.Fact != EnumValues:
		return fmt.Sprintf("%s: %s here, %s in other pages of the API", subject, d.A.Text, d.B.Text)
	case d.A.Text == "":
		return fmt.Sprintf("%s lacks %s, which other pages of the API list", subject, d.B.Text)
	case d.B.Text == "":
		return fmt.Sprintf("%s has %s, which other pages of the API do not list", subject, d.A.Text)
	}
	return fmt.Sprintf("%s: %s only here, %s only in other pages of the API", subject, d.A.Text, d.B.Text)
}
