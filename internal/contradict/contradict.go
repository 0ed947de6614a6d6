// Package contradict finds pages that contradict themselves: examples and
// defaults that the type of their own row forbids. Examples of another JSON
// kind than their type are not its business: the plan has to leave those out
// of the tests, and reports them.
package contradict

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// Find returns what the pages of s say against themselves, in page order. JSON
// names must be decided before.
func Find(s *ir.Schema) diag.List {
	var out diag.List
	for _, m := range s.Models {
		o, ok := m.(*ir.Object)
		if !ok {
			continue
		}
		for i := range o.Fields {
			out = append(out, examples(&o.Fields[i])...)
			out = append(out, defaults(&o.Fields[i])...)
		}
	}
	return out
}

// examples judges the examples of f.
func examples(f *ir.Field) diag.List {
	var out diag.List
	for _, e := range f.Examples {
		v, ok := read(f.Type, strings.TrimSpace(e.Text))
		if !ok {
			continue
		}
		p := judge(f.Type, v, "")
		if p == nil {
			continue
		}
		out = append(out, diag.Diagnostic{
			Code: p.code, Span: e.Span,
			Message: fmt.Sprintf("the example of %q contradicts its type: %s", f.Name, p.text),
			Help:    "correct the example or the type",
			Related: p.related,
		})
	}
	return out
}

// announcements are what stands before a default: "Defaults to `true`".
var announcements = []string{"defaults to", "the default is", "default value is", "default:", "default value:"}

// announces reports whether text ends in what announces a default.
func announces(text string) bool {
	text = strings.TrimRight(text, " \t\r\n")
	for _, a := range announcements {
		if at := len(text) - len(a); at >= 0 && strings.EqualFold(text[at:], a) {
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			return at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) && before != '_'
		}
	}
	return false
}

// defaults judges the defaults that the description of f states in code
// spans. Bare words are left alone: "defaults to the current date" states none.
func defaults(f *ir.Field) diag.List {
	var out diag.List
	for _, block := range f.Doc.Blocks {
		paragraph, ok := block.(*ir.Paragraph)
		if !ok {
			continue
		}
		for i := 1; i < len(paragraph.Text); i++ {
			before, plain := paragraph.Text[i-1].(ir.Plain)
			code, ok := paragraph.Text[i].(ir.Code)
			if !plain || !ok || !announces(string(before)) {
				continue
			}
			if p := judgeDefault(f.Type, string(code)); p != nil {
				out = append(out, diag.Diagnostic{
					Code: "DG0613", Span: f.Span,
					Message: fmt.Sprintf("the default of %q contradicts its type: %s", f.Name, p.text),
					Help:    "correct the description or the type",
					Related: p.related,
				})
			}
		}
	}
	return out
}

func judgeDefault(t ir.Type, text string) *problem {
	if text == "null" {
		return nil
	}
	if kind, ok := scalars[unalias(t)]; ok && !kind.fits(text) {
		return &problem{text: fmt.Sprintf("%s is no %s", text, kind.name)}
	}
	v, ok := read(t, text)
	if !ok {
		return nil
	}
	return judge(t, v, "")
}
