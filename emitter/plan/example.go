package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// exampleObject returns a whole value of o, as JSON text, for the tests: the
// members that the page gives examples of, and the least that the required
// ones beside them need. It returns "" where the page has no example.
func (b *builder) exampleObject(o *ir.Object) string {
	var members []string
	found := false
	for i := range o.Fields {
		f := &o.Fields[i]
		value := b.exampleOf(f)
		switch {
		case value != "":
			found = true
		case f.Required && f.Null == ir.NullYes:
			value = "null"
		case f.Required:
			if value = least(f.Type, nil); value == "" {
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

// least returns the smallest JSON text of type t, or "" where it would have
// to hold itself.
func least(t ir.Type, seen []ir.ID) string {
	switch t := t.(type) {
	case *ir.Literal:
		return string(t.Value)
	case *ir.Time:
		if t.Format == ir.Date {
			return `"2026-01-02"`
		}
		return `"2026-01-02T03:04:05Z"`
	case *ir.OneOf:
		return least(t.Variants[0].Type, seen)
	case *ir.Ref:
		return leastModel(t.Model, seen)
	}
	return map[byte]string{'s': `""`, 'i': "0", 'n': "0", 'b': "false", 'a': "[]", 'o': "{}", '*': "{}"}[kindOf(t)]
}

func leastModel(m ir.Model, seen []ir.ID) string {
	for _, id := range seen {
		if id == m.Head().ID {
			return ""
		}
	}
	seen = append(seen[:len(seen):len(seen)], m.Head().ID)
	switch m := m.(type) {
	case *ir.Object:
		return leastObject(m, seen)
	case *ir.Enum:
		if len(m.Values) > 0 {
			return string(m.Values[0].Value)
		}
		return least(m.Of, seen)
	case *ir.Union:
		for _, v := range m.Variants {
			if text := least(v.Type, seen); text != "" {
				return text
			}
		}
		return ""
	case *ir.Alias:
		return least(m.Of, seen)
	}
	return "{}"
}

func leastObject(o *ir.Object, seen []ir.ID) string {
	var members []string
	for i := range o.Fields {
		f := &o.Fields[i]
		if _, external := f.Type.(*ir.External); !f.Required || external {
			continue
		}
		value := least(f.Type, seen)
		if value == "" {
			return ""
		}
		members = append(members, quote(f.Wire.Name)+":"+value)
	}
	return "{" + strings.Join(members, ",") + "}"
}
