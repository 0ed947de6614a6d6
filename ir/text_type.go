package ir

import (
	"fmt"
	"strings"
)

var primTexts = [...]string{
	String: "string", Boolean: "boolean", Int32: "int32", Int64: "int64",
	Float32: "float32", Float64: "float64", Number: "number", BigInt: "bigint",
	Decimal: "decimal", Bytes: "bytes", Stream: "stream", Any: "any",
}

var nullTexts = [...]string{NullUnknown: ", null unknown", NullNo: "", NullYes: ", null"}

var elemTexts = [...]string{NullUnknown: "?", NullNo: "", NullYes: " or null"}

// TypeText returns t as text, as [Schema.Text] writes it. Elements of lists
// and maps that may be null bear "or null"; a "?" means that nobody knows.
func TypeText(t Type) string {
	switch t := t.(type) {
	case Prim:
		if t >= String && int(t) < len(primTexts) {
			return primTexts[t]
		}
	case *Time:
		return timeText(t)
	case *Literal:
		if t.Open {
			return "open " + string(t.Value)
		}
		return string(t.Value)
	case *List:
		return "list<" + TypeText(t.Elem) + elemTexts[t.Null] + ">"
	case *Map:
		return "map<" + TypeText(t.Elem) + elemTexts[t.Null] + ">"
	case *OneOf:
		var parts []string
		for _, v := range t.Variants {
			parts = append(parts, TypeText(v.Type))
		}
		text := "(" + strings.Join(parts, " | ") + ")"
		if t.Discriminator != nil {
			text += fmt.Sprintf(" by %q", t.Discriminator.Member)
		}
		return text
	case *Ref:
		return "&" + t.ID.String()
	case *External:
		return "external " + t.Name
	}
	return fmt.Sprintf("invalid %T", t)
}

func timeText(t *Time) string {
	text := "date-time"
	if t.Format == Date {
		text = "date"
	}
	if !t.Certain {
		text += " (uncertain)"
	}
	return text
}

// docText returns doc with marks that tell its parts apart: code is quoted,
// links are written as in markdown, preformatted text is indented.
func docText(doc Doc) string {
	var parts []string
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *Paragraph:
			parts = append(parts, markedText(b.Text))
		case *ListBlock:
			parts = append(parts, listText(b))
		case *CodeBlock:
			parts = append(parts, "    "+strings.ReplaceAll(b.Text, "\n", "\n    "))
		}
	}
	return strings.Join(parts, "\n\n")
}

func listText(b *ListBlock) string {
	var items []string
	for i, item := range b.Items {
		mark := "- "
		if b.Ordered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		items = append(items, mark+markedText(item))
	}
	return strings.Join(items, "\n")
}

var plainEscaper = strings.NewReplacer("\\", `\\`, "`", "\\`", "[", `\[`)

func markedText(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case Plain:
			b.WriteString(plainEscaper.Replace(string(in)))
		case Code:
			b.WriteString("`" + string(in) + "`")
		case Link:
			b.WriteString("[" + plainEscaper.Replace(in.Text) + "](" + in.URL + ")")
		}
	}
	return b.String()
}
