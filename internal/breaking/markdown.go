package breaking

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

// Markdown shows a report in a pull request: a table that sums it up, and the
// changes folded away, but for those that break something.
type Markdown struct {
	Versions
	// Links is what the links to pages begin with, such as
	// "https://github.com/owner/name/blob/main/". Empty makes them relative.
	Links string
}

// maxRows bounds each table: comments on GitHub hold 65536 characters.
const maxRows = 100

// Render writes r to w.
func (m Markdown) Render(w io.Writer, r *Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## Changes of the API: %s\n\n", r.Verdict())
	if len(r.Changes) == 0 {
		b.WriteString("Nothing differs.\n")
	} else {
		b.WriteString("| | breaking | compatible |\n| --- | ---: | ---: |\n")
		for _, side := range []Side{Go, Wire} {
			breaking, compatible := r.Count(side)
			fmt.Fprintf(&b, "| %s | %d | %d |\n", side, breaking, compatible)
		}
	}
	var breaking, allowed, compatible []Change
	for _, c := range byGravity(r.Changes) {
		switch {
		case c.IsBreaking():
			breaking = append(breaking, c)
		case c.Allowed:
			allowed = append(allowed, c)
		default:
			compatible = append(compatible, c)
		}
	}
	m.details(&b, "<details open>", "breaking", breaking)
	m.details(&b, "<details>", "allowed", allowed)
	m.details(&b, "<details>", "compatible", compatible)
	_, err := io.WriteString(w, b.String())
	return err
}

func (m Markdown) details(b *strings.Builder, tag, severity string, changes []Change) {
	if len(changes) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n<summary>%d %s</summary>\n\n", tag, len(changes), severity)
	b.WriteString("| Where | What | | Rule |\n| --- | --- | --- | --- |\n")
	for _, c := range changes[:min(len(changes), maxRows)] {
		what := code(c.Subject) + ": " + escape(c.What)
		if c.Hint != "" {
			what += "<br>" + escape(c.Hint)
		}
		fmt.Fprintf(b, "| %s | %s | %s: %s: %s | %s |\n", m.link(&c), what, c.Rule.Side, c.Severity(), escape(c.Effect()), code(c.Rule.ID))
	}
	if rest := len(changes) - maxRows; rest > 0 {
		fmt.Fprintf(b, "\nand %d more\n", rest)
	}
	b.WriteString("\n</details>\n")
}

// link leads to the line of the page on the new side. What is gone has no page
// to lead to.
func (m Markdown) link(c *Change) string {
	if c.Span().IsZero() {
		return ""
	}
	at := c.Span().Position()
	text := fmt.Sprintf("%s:%d", path.Base(at.Name), at.Line)
	if c.New.IsZero() {
		return escape(m.Old + at.Name + fmt.Sprintf(":%d", at.Line))
	}
	target := (&url.URL{Path: at.Name}).EscapedPath()
	return fmt.Sprintf("[%s](%s%s#L%d)", escape(text), m.Links, target, at.Line)
}

var escaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "|", `\|`, "~", `\~`, "&", "&amp;", "\n", " ",
)

// escape returns text that markdown shows as it is, also in a cell of a table.
func escape(text string) string { return escaper.Replace(text) }

// code returns a name as a code span, where that can hold it.
func code(name string) string {
	if strings.ContainsAny(name, "`\n") {
		return escape(name)
	}
	return "`" + strings.ReplaceAll(name, "|", `\|`) + "`"
}
