package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// exampleObject returns a whole value of o, as JSON text, for the tests: the
// members that the page gives examples of, and the least that the required
// ones beside them need. It returns "" where the page has no example.
func (b *builder) exampleObject(o *ir.Object) string {
	if !slices.ContainsFunc(o.Fields, func(f ir.Field) bool { return len(f.Examples) > 0 }) {
		return ""
	}
	var members []string
	found := false
	small := smallest{inside: map[ir.ID]bool{}, left: maxExampleModels}
	for i := range o.Fields {
		f := &o.Fields[i]
		value := b.exampleOf(f)
		switch {
		case value != "":
			found = true
		case f.Required && f.Null == ir.NullYes:
			value = "null"
		case f.Required:
			if value = small.text(f.Type); value == "" {
				return ""
			}
		default:
			continue
		}
		members = append(members, quote(f.Wire.Name)+":"+value)
	}
	if !found {
		return ""
	}
	return compact("{" + strings.Join(members, ",") + "}")
}

// compact returns the JSON text on one line.
func compact(text string) string {
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(text)); err != nil {
		panic("plan: an example that fits is not JSON: " + err.Error())
	}
	return b.String()
}

// indent returns the JSON text with a member or an element a line.
func indent(text string) string {
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(text), "", "  "); err != nil {
		panic("plan: valid JSON cannot be indented: " + err.Error())
	}
	return b.String()
}

// exampleOf returns the JSON of the first example of f that its type can
// hold, and says what is wrong with those that it cannot.
func (b *builder) exampleOf(f *ir.Field) string {
	first := ""
	for _, e := range f.Examples {
		text := exampleJSON(f.Type, strings.TrimSpace(e.Text))
		problem := misfit(f.Type, f.Null != ir.NullNo, text)
		switch {
		case problem != "":
			b.diags.Add(diag.Diagnostic{
				Code: "DG0610", Span: e.Span,
				Message: fmt.Sprintf("the example of %q contradicts its type: %s", f.Name, problem),
				Help:    "correct the example or the type; the example is left out of the tests",
			})
		case first == "":
			first = text
		}
	}
	return first
}

// exampleJSON returns the JSON text of an example: pages print strings bare.
func exampleJSON(t ir.Type, text string) string {
	if isStringLike(t) || !isJSON(text) && !hasShape(t) {
		if json.Valid([]byte(text)) && strings.HasPrefix(text, `"`) {
			return text
		}
		return quote(text)
	}
	return text
}

// isStringLike reports whether values of t are always strings in JSON.
func isStringLike(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.Ref:
		enum, ok := unalias(t.Model).(*ir.Enum)
		return ok && enum.Of == ir.String
	}
	return kindOf(t) == 's'
}

// hasShape reports whether values of t are never strings in JSON.
func hasShape(t ir.Type) bool {
	kind := kindOf(t)
	return kind != 's' && kind != '*'
}

// maxExampleModels is how many objects, enums and unions the example of an object
// may need beside it. Each may need two of the next, and so on.
const maxExampleModels = 1000

// smallest makes the smallest JSON texts of types.
type smallest struct {
	inside map[ir.ID]bool // the models around the text
	left   int            // how many more it may take
}

// text returns the smallest JSON text of type t, or "" where it would have to
// hold itself, or too much.
func (s *smallest) text(t ir.Type) string {
	switch t := t.(type) {
	case *ir.Literal:
		return string(t.Value)
	case *ir.Time:
		if t.Format == ir.Date {
			return `"2026-01-02"`
		}
		return `"2026-01-02T03:04:05Z"`
	case *ir.OneOf:
		return s.text(t.Variants[0].Type)
	case *ir.Ref:
		return s.model(t.Model)
	}
	return map[byte]string{'s': `""`, 'i': "0", 'n': "0", 'd': "0", 'b': "false", 'a': "[]", 'o': "{}", '*': "{}"}[kindOf(t)]
}

func (s *smallest) model(m ir.Model) string {
	id := m.Head().ID
	if s.inside[id] || s.left == 0 {
		return ""
	}
	s.left--
	s.inside[id] = true
	defer delete(s.inside, id)
	switch m := m.(type) {
	case *ir.Object:
		return s.object(m)
	case *ir.Enum:
		if len(m.Values) > 0 {
			return string(m.Values[0].Value)
		}
		return s.text(m.Of)
	case *ir.Union:
		for _, v := range m.Variants {
			if text := s.text(v.Type); text != "" {
				return text
			}
		}
		return ""
	case *ir.Alias:
		return s.text(m.Of)
	}
	return "{}"
}

func (s *smallest) object(o *ir.Object) string {
	var members []string
	for i := range o.Fields {
		f := &o.Fields[i]
		if _, external := f.Type.(*ir.External); !f.Required || external {
			continue
		}
		value := s.text(f.Type)
		if value == "" {
			return ""
		}
		members = append(members, quote(f.Wire.Name)+":"+value)
	}
	return "{" + strings.Join(members, ",") + "}"
}
