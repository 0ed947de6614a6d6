package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
)

const reference = "../../docs/guide/commands"

// TestReference holds the manual's pages of the commands against the commands:
// none is missing, none is left over, and each says what "docgen help" does.
func TestReference(t *testing.T) {
	want := map[string]string{"index.md": commandIndex(newRoot())}
	for _, cmd := range commands(newRoot())[1:] {
		want[pageName(cmd)+".md"] = commandPage(cmd)
	}
	if *update {
		writeReference(t, want)
	}
	entries, err := os.ReadDir(reference)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(reference, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(text)
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("%s is (-) and should be (+); run with -update:\n%s", reference, diff)
	}
}

func writeReference(t *testing.T, pages map[string]string) {
	t.Helper()
	if err := os.RemoveAll(reference); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(reference, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range pages {
		if err := os.WriteFile(filepath.Join(reference, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestEverythingIsDescribed holds that every command has a description, and
// that every flag has one.
func TestEverythingIsDescribed(t *testing.T) {
	for _, cmd := range commands(newRoot()) {
		if cmd.Short == "" || cmd.Runnable() && !cmd.HasSubCommands() && (cmd.Long == "" || cmd.Example == "") {
			t.Errorf("%s lacks a description or an example", cmd.CommandPath())
		}
		for _, f := range visibleFlags(cmd) {
			if f.Usage == "" {
				t.Errorf("%s: --%s lacks a description", cmd.CommandPath(), f.Name)
			}
		}
	}
}

// commandIndex returns the page that lists the commands and the topics.
func commandIndex(root *cobra.Command) string {
	var b strings.Builder
	b.WriteString("# Commands\n\nThese pages say what `docgen help` says.\n")
	for _, part := range []struct {
		title    string
		runnable bool
	}{{"Commands", true}, {"Topics", false}} {
		fmt.Fprintf(&b, "\n| %s | |\n| --- | --- |\n", part.title)
		for _, cmd := range commands(root)[1:] {
			if isTopic := !cmd.Runnable(); isTopic != part.runnable {
				fmt.Fprintf(&b, "| [%s](%s.md) | %s |\n", strings.TrimPrefix(cmd.CommandPath(), "docgen "), pageName(cmd), plainMarkdown(cmd.Short))
			}
		}
	}
	return b.String()
}

// commandPage returns the page of a command or of a topic.
func commandPage(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s.\n", cmd.CommandPath(), plainMarkdown(cmd.Short))
	if cmd.Runnable() {
		fmt.Fprintf(&b, "\n```text\n%s\n```\n", cmd.UseLine())
	}
	for _, part := range strings.Split(cmd.Long, "\n\n") {
		switch {
		case part == "":
		case strings.HasPrefix(part, "  "):
			fmt.Fprintf(&b, "\n```text\n%s\n```\n", part)
		default:
			fmt.Fprintf(&b, "\n%s\n", plainMarkdown(part))
		}
	}
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n## Examples\n\n```sh\n%s\n```\n", strings.ReplaceAll(strings.TrimPrefix(cmd.Example, "  "), "\n  ", "\n"))
	}
	if flags := visibleFlags(cmd); len(flags) > 0 {
		b.WriteString("\n## Flags\n\n| Flag | |\n| --- | --- |\n")
		for _, f := range flags {
			fmt.Fprintf(&b, "| `%s` | %s |\n", flagForm(f), plainMarkdown(flagMeaning(f)))
		}
	}
	if below := commands(cmd)[1:]; len(below) > 0 {
		b.WriteString("\n## Commands below\n\n")
		for _, c := range below {
			fmt.Fprintf(&b, "* [%s](%s.md): %s\n", c.CommandPath(), pageName(c), plainMarkdown(c.Short))
		}
	}
	return b.String()
}

// plainMarkdown returns text that markdown shows as it is.
func plainMarkdown(text string) string {
	return strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "<", `\<`, "|", `\|`).Replace(text)
}
