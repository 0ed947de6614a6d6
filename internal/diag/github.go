package diag

import (
	"fmt"
	"io"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// GitHub shows diagnostics as workflow commands, from which GitHub makes
// annotations of the pages:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
type GitHub struct{}

// Render writes l to w, a line for each diagnostic.
func (GitHub) Render(w io.Writer, l List) error {
	var b strings.Builder
	for _, d := range l {
		message := Printable(d.Message)
		if d.Help != "" {
			message += "\nhelp: " + Printable(d.Help)
		}
		fmt.Fprintf(&b, "::%s %stitle=%s::%s\n", gitHubLevel(d.Severity()), gitHubPlace(d.Span), d.Code, gitHubText(message))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func gitHubLevel(s Severity) string {
	if s == Note {
		return "notice"
	}
	return s.String()
}

// gitHubPlace returns the properties that say where a span is.
func gitHubPlace(span source.Span) string {
	p := placeOf(span)
	if p == nil {
		return ""
	}
	place := fmt.Sprintf("file=%s,line=%d,endLine=%d,", gitHubProperty(p.File), p.Line, p.EndLine)
	if p.Line == p.EndLine { // columns count within one line only
		place += fmt.Sprintf("col=%d,endColumn=%d,", p.Column, p.EndColumn)
	}
	return place
}

// gitHubText escapes what would end a command.
func gitHubText(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// gitHubProperty escapes what would end a property.
func gitHubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(gitHubText(Printable(s)))
}
