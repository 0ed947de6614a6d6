package main

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// What would be a request or an escape of roff is text.
func TestRoff(t *testing.T) {
	for text, want := range map[string]string{
		".SH at the start":  `\&.SH at the start`,
		"'ad is a request":  `\&'ad is a request`,
		"a\n.b\n'c d.e 'f'": "a\n\\&.b\n\\&'c d.e 'f'",
		`C:\n --flag`:       `C:\en \-\-flag`,
		`say "so"`:          `say \(dqso\(dq`,
		"":                  "",
	} {
		if got := roff(text); got != want {
			t.Errorf("roff(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestManPageParts(t *testing.T) {
	cmd := &cobra.Command{
		Use: "odd", Short: "Odd", Run: func(*cobra.Command, []string) {},
		Long: "First.\n\n  .as it\n  stands\n\nLast.",
	}
	cmd.Flags().StringArrayP("many", "m", nil, "what there is")
	cmd.Flags().Bool("secret", false, "hidden")
	if err := cmd.Flags().MarkHidden("secret"); err != nil {
		t.Fatal(err)
	}
	page := manPage(cmd)
	for _, part := range []string{
		".SH SYNOPSIS\n.B odd [flags]\n",
		".SH DESCRIPTION\nFirst.\n.PP\n.nf\n  .as it\n  stands\n.fi\n.PP\nLast.\n",
		".TP\n.B \\-m, \\-\\-many string\nwhat there is; may be repeated\n",
	} {
		if !strings.Contains(page, part) {
			t.Errorf("lacks %q:\n%s", part, page)
		}
	}
	if strings.Contains(page, "secret") {
		t.Errorf("shows what is hidden:\n%s", page)
	}
}
