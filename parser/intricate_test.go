package parser

import (
	"strings"
	"testing"
)

// TestIntricate tells pages that take long from large ones that do not.
func TestIntricate(t *testing.T) {
	lines := func(n int, line string) string { return strings.Repeat(line+"\n", n) }
	const table = "| a | b |\n| --- | --- |\n"
	for name, page := range map[string]struct {
		text string
		want bool
	}{
		"a long list of links":       {lines(9000, "- [a_b_c](x_y.md) *x*"), false},
		"lists in lists":             {lines(5000, "* [a](b)\n  * [c](d)\n    * _e_"), false},
		"a long table":               {table + lines(9000, "| [a](b) | _c_ <br/> |"), false},
		"many headings":              {lines(20000, "## a_b [c]"), false},
		"code":                       {"```json\n" + lines(15000, "[") + "```\n", false},
		"paragraphs":                 {lines(20000, "[a\n"), false},
		"a paragraph":                {lines(20000, "[a"), true},
		"one line":                   {strings.Repeat("[", 20000), true},
		"bars in a paragraph":        {lines(20000, "[ | a"), true},
		"a delimiter of other width": {"| a | b |\n| --- |\n" + lines(20000, "| [ |"), true},
		"stars that are no items":    {lines(20000, "*a **b"), true},
		"numbers that are no items":  {"a\n" + lines(20000, "2. [a"), true},
		"items too far to the right": {"a\n" + lines(20000, "        - [a"), true},
		"a fence that is none":       {"``` a`b\n" + lines(15000, "[a"), true},
		"a fence in front of code":   {"    ```\n" + lines(15000, "[a"), true},
		"a fence too short to end":   {"````\n```\n" + lines(15000, "[a"), false},
		"behind a fence":             {"```\n````\n" + lines(15000, "[a"), true},
		"marks of a heading":         {lines(20000, "#[a"), true},
	} {
		if got := intricate([]byte(page.text)) >= 0; got != page.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
