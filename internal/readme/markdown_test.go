package readme

import "testing"

// TestPlain writes what is markdown, and what is no text at all, as paths may be.
func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"models/card.md": "models/card.md", "a_b": `a\_b`, "é": "é", "a\tb": "a b", "": "",
		"a\xffb": "a\uFFFDb", "\xff*": "\uFFFD\\*",
	} {
		if got := plain(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}
