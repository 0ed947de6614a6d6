package ir

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// Text returns the schema as text, for people and for golden files. It shows
// the models with all that they hold but byte offsets, for which it has lines,
// the labels and values of unions written in place, and the reasons for JSON
// names. The same schema always has the same text.
func (s *Schema) Text() string {
	w := &textWriter{}
	w.line("dialect %s", s.Dialect())
	for _, m := range s.Models {
		w.line("")
		w.model(m)
	}
	if len(s.Skipped) > 0 {
		w.line("")
	}
	for _, skip := range s.Skipped {
		w.line("skipped %s: %s", skip.File, skip.Reason)
	}
	return w.b.String()
}

// A textWriter writes lines, indented by depth.
type textWriter struct {
	b     strings.Builder
	depth int
}

func (w *textWriter) line(format string, args ...any) {
	if format != "" {
		w.b.WriteString(strings.Repeat("  ", w.depth))
		fmt.Fprintf(&w.b, format, args...)
	}
	w.b.WriteByte('\n')
}

// block writes text with "| " before each of its lines.
func (w *textWriter) block(text string) {
	for _, l := range strings.Split(text, "\n") {
		w.line("%s", strings.TrimRight("| "+l, " "))
	}
}

func (w *textWriter) model(m Model) {
	switch m := m.(type) {
	case *Object:
		w.head("object", m.Header, "")
		w.object(m)
	case *Enum:
		of := " of " + TypeText(m.Of)
		if m.Open {
			of += ", open"
		}
		w.head("enum", m.Header, of)
		w.enum(m)
	case *Union:
		w.head("union", m.Header, "")
		w.union(m)
	case *Alias:
		w.head("alias", m.Header, " of "+TypeText(m.Of))
	case *Opaque:
		w.head("opaque", m.Header, "")
		w.depth++
		w.line("because %s", m.Reason)
		w.depth--
	}
}

var roleTexts = [...]string{RoleError: " error", RoleParameters: " parameters", RoleEnvelope: " envelope"}

func (w *textWriter) head(kind string, h Header, rest string) {
	w.line("%s %s %q%s%s%s", kind, h.ID, h.Title, roleTexts[h.Role], rest, where(h.Span))
	w.depth++
	w.notes(h.Deprecated, h.Doc)
	w.depth--
}

func (w *textWriter) notes(d *Deprecation, doc Doc) {
	if d != nil {
		w.line("deprecated %q", d.Message)
	}
	if !doc.IsZero() {
		w.block(docText(doc))
	}
}

func (w *textWriter) object(m *Object) {
	w.depth++
	defer func() { w.depth-- }()
	for _, f := range m.Fields {
		w.field(f)
	}
	if m.Additional != nil {
		w.line("additional %s", TypeText(m.Additional))
	}
}

var evidenceTexts = [...]string{Inferred: "inferred", Confirmed: "confirmed", Guessed: "guessed"}

func (w *textWriter) field(f Field) {
	presence := "optional"
	if f.Required {
		presence = "required"
	}
	w.line("%q as %q (%s): %s, %s%s%s", f.Name, f.Wire.Name, evidenceTexts[f.Wire.Evidence],
		TypeText(f.Type), presence, nullTexts[f.Null], where(f.Span))
	w.depth++
	w.notes(f.Deprecated, f.Doc)
	for _, e := range f.Examples {
		w.line("example%s", where(e.Span))
		w.block(e.Text)
	}
	w.depth--
}

func (w *textWriter) enum(m *Enum) {
	w.depth++
	for _, v := range m.Values {
		name := ""
		if v.Name != "" {
			name = strconv.Quote(v.Name) + " = "
		}
		w.line("%s%s%s", name, v.Value, where(v.Span))
		w.notes(nil, v.Doc)
	}
	w.depth--
}

func (w *textWriter) union(m *Union) {
	w.depth++
	defer func() { w.depth-- }()
	for i, v := range m.Variants {
		w.line("%d %q: %s%s", i, v.Name, TypeText(v.Type), where(v.Span))
	}
	if m.Discriminator != nil {
		w.discriminator(m.Discriminator)
	}
}

func (w *textWriter) discriminator(d *Discriminator) {
	if d.Stated == nil {
		w.line("discriminator %q: %s", d.Member, d.Evidence)
	} else {
		w.line("discriminator %q as %q: %s%s", d.Stated.Name, d.Member, d.Evidence, where(d.Stated.Span))
	}
	for _, k := range d.Values {
		w.line("  %s is %d", k.Value, k.Variant)
	}
}

// where returns " @file:line", or nothing where there is no position.
func where(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	p := s.Position()
	return fmt.Sprintf(" @%s:%d", p.Name, p.Line)
}
