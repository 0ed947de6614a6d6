package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
)

// TestSplitCells writes cells as a row, escaped and padded, and splits it.
func TestSplitCells(t *testing.T) {
	text := rapid.StringMatching("[a-z`|é]{0,6}")
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(text, 1, 6).Draw(t, "cells")
		row := "|"
		for _, c := range want {
			pad := strings.Repeat(" ", rapid.IntRange(1, 4).Draw(t, "pad"))
			row += pad + strings.ReplaceAll(c, "|", `\|`) + pad + "|"
		}
		var got []string
		for _, c := range splitCells([]byte(row), 0, len(row)) {
			got = append(got, unescapeCell(row[c.start:c.end]))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", row, diff)
		}
	})
}

// TestHeal reads rows with pipes that nobody escaped.
func TestHeal(t *testing.T) {
	const withExample = "| Field | Type | Required | Description | Example |"
	const without = "| Field | Type | Required | Description |"
	const values = "| Name | Value |"
	for _, tt := range []struct {
		name, header, row string
		want              []string
		said              bool
	}{
		{"in order", without, "| a | b | c | d |", []string{"a", "b", "c", "d"}, false},
		{"no outer pipes", without, "a | b | c | d", []string{"a", "b", "c", "d"}, false},
		{"code in description", withExample, "| a | b | :heavy_check_mark: | `x|y` z | e |", []string{"a", "b", ":heavy_check_mark:", "`x|y` z", "e"}, false},
		{"two spans", without, "| a | b | :heavy_check_mark: | `x|y` `z|` |", []string{"a", "b", ":heavy_check_mark:", "`x|y` `z|`"}, false},
		{"type", without, "| a | b|c|d | :heavy_minus_sign: | e |", []string{"a", "b|c|d", ":heavy_minus_sign:", "e"}, false},
		{"type and description", without, "| a | b|c | :heavy_minus_sign: | e | f |", []string{"a", "b|c", ":heavy_minus_sign:", "e | f"}, false},
		{"description or example", withExample, "| a | b | :heavy_minus_sign: | d | e | f |", []string{"a", "b", ":heavy_minus_sign:", "d | e", "f"}, true},
		{"value", values, "| A | a | b |", []string{"A", "a | b"}, false},
		{"lone back-quote", without, "| a | b | :heavy_minus_sign: | ` | d |", []string{"a", "b", ":heavy_minus_sign:", "` | d"}, false},
		{"too few", without, "| a | b |", []string{"a", "b", "", ""}, true},
		{"nothing", without, "|", []string{"", "", "", ""}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := tt.header + "\n|-|\n" + tt.row
			p := &page{file: source.NewFile("p.md", []byte(src)), src: []byte(src)}
			lines := []cell{{0, len(tt.header)}, {}, {len(src) - len(tt.row), len(src)}}
			var diags diag.List
			r := newTable(p, lines).row(lines[2], &diags)
			var got []string
			for _, c := range r.cells {
				got = append(got, p.text(c))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if said := len(diags) > 0; said != tt.said {
				t.Errorf("said: %v", diags)
			}
		})
	}
}
