package consensus

import (
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// typeText returns t for people. Models are called by their titles.
func typeText(t ir.Type) string {
	switch t := t.(type) {
	case *ir.Ref:
		if t.Model != nil {
			return t.Model.Head().Title
		}
		return t.ID.Name
	case *ir.List:
		return "list of " + elementText(t.Elem, t.Null)
	case *ir.Map:
		return "map of " + elementText(t.Elem, t.Null)
	case *ir.OneOf:
		parts := make([]string, len(t.Variants))
		for i, v := range t.Variants {
			parts[i] = typeText(v.Type)
		}
		return strings.Join(parts, " or ")
	}
	return ir.TypeText(t)
}

func elementText(t ir.Type, null ir.Null) string {
	text := typeText(t)
	if null == ir.NullYes {
		text += " or null"
	}
	if strings.Contains(text, " or ") {
		text = "(" + text + ")"
	}
	return text
}

func requiredText(required bool) string {
	if required {
		return "required"
	}
	return "optional"
}

func nullText(n ir.Null) string {
	if n == ir.NullYes {
		return "may be null"
	}
	return "never null"
}

func valuesText(values []ir.Value) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = string(v)
	}
	return strings.Join(parts, ", ")
}
