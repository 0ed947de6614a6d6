package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// usage takes from the example of an object's use what its table cannot tell:
// that a number has a fraction, and that a member may be null. An integer
// tells nothing, because a number with a fraction may well be whole.
func (b *builder) usage(m *ir.Object) {
	sec := b.page.section(sectionUsage)
	if sec == nil {
		return
	}
	for _, blk := range sec.blocks {
		f, ok := blk.(fence)
		if !ok || f.lang != "typescript" {
			continue
		}
		shown := literalMembers(f.text)
		for i := range m.Fields {
			field := &m.Fields[i]
			switch value := shown[field.Name]; {
			case value == "null":
				field.Null = ir.NullYes
			case fractional.MatchString(value):
				field.Type = withFraction(field.Type)
			}
		}
	}
}

// fractional matches a number with a fraction, or a list that begins with one.
var fractional = regexp.MustCompile(`^(\[\s*)*-?\d+\.\d+\b`)

// withFraction returns t with its number known to have a fraction.
func withFraction(t ir.Type) ir.Type {
	switch t := t.(type) {
	case ir.Prim:
		if t == ir.Number {
			return ir.Float64
		}
	case *ir.List:
		t.Elem = withFraction(t.Elem)
	}
	return t
}

// memberLine matches the start of a member of the outermost object, which
// generated code indents once.
var memberLine = regexp.MustCompile(`(?m)^  ([A-Za-z_$][\w$]*|"[^"]*"): `)

// literalMembers returns the values of the members of the object that code
// assigns, as far as they can be told from where each one begins.
func literalMembers(code string) map[string]string {
	_, body, ok := strings.Cut(code, "= {\n")
	if !ok {
		return nil
	}
	out := map[string]string{}
	for _, at := range memberLine.FindAllStringSubmatchIndex(body, -1) {
		value := body[at[1]:]
		if end := strings.Index(value, ",\n"); end >= 0 && !strings.HasPrefix(value, "[") {
			value = value[:end]
		}
		out[strings.Trim(body[at[2]:at[3]], `"`)] = value
	}
	return out
}
