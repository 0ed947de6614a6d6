package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// model returns the schema of a model's values.
func (d *definitions) model(m ir.Model) keywords {
	schema := keywords{{"title", m.Head().Title}}
	describe(&schema, modelText(m), m.Head().Deprecated)
	switch m := m.(type) {
	case *ir.Object:
		return append(schema, d.object(m)...)
	case *ir.Enum:
		return append(schema, enumSchema(m)...)
	case *ir.Union:
		return append(schema, d.union(m)...)
	case *ir.Alias:
		if !leadsTo(m.Of, m.ID, nil) {
			schema = append(schema, d.typed(m.Of)...)
		}
		return schema
	case *ir.Opaque:
		return schema
	}
	panic(fmt.Sprintf("export: unknown kind of model %T", m))
}

// describe adds what people read.
func describe(schema *keywords, text string, deprecated *ir.Deprecation) {
	if deprecated != nil && deprecated.Message != "" {
		text = join(text, "Deprecated: "+deprecated.Message)
	}
	schema.setText("description", text)
	if deprecated != nil {
		schema.set("deprecated", true)
	}
}

func join(text, more string) string {
	if text == "" || more == "" {
		return text + more
	}
	return text + "\n\n" + more
}

// listed indents the lines of a list's item behind the first one.
var listed = strings.NewReplacer("\n\n", "\n\n  ", "\n", "\n  ")

// modelText returns the documentation of a model, with that of an enum's
// values, for which JSON Schema has no place.
func modelText(m ir.Model) string {
	text := m.Head().Doc.Text()
	switch m := m.(type) {
	case *ir.Enum:
		var lines []string
		for _, v := range m.Values {
			if doc := v.Doc.Text(); doc != "" {
				lines = append(lines, "- `"+v.Value.Text()+"`: "+listed.Replace(doc))
			}
		}
		return join(text, strings.Join(lines, "\n"))
	case *ir.Opaque:
		return join(text, "Nothing is known of it: "+m.Reason+".")
	}
	return text
}

func (d *definitions) object(o *ir.Object) keywords {
	schema := keywords{{"type", "object"}}
	properties := keywords{}
	var required []string
	for _, f := range membersOf(o) {
		properties.set(f.Wire.Name, d.member(f))
		if f.Required {
			required = append(required, f.Wire.Name)
		}
	}
	if len(properties) > 0 {
		schema.set("properties", properties)
	}
	if required != nil {
		schema.set("required", required)
	}
	switch {
	case o.Additional == ir.Any:
		schema.set("additionalProperties", true)
	case o.Additional != nil:
		schema.set("additionalProperties", d.element(o.Additional, ir.NullUnknown))
	}
	return schema
}

// membersOf returns the fields of o that travel as JSON, each JSON name once.
func membersOf(o *ir.Object) []ir.Field {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(o.Fields), func(f ir.Field) bool {
		switch t := f.Type.(type) {
		case *ir.External:
			return true
		case *ir.Ref:
			if t.Model.Head().Role == ir.RoleEnvelope {
				return true
			}
		}
		repeated := seen[f.Wire.Name]
		seen[f.Wire.Name] = true
		return repeated
	})
}

// member returns the schema of a member's values. Where the page cannot say
// whether they may be null, null is taken.
func (d *definitions) member(f ir.Field) keywords {
	schema := d.typed(f.Type)
	if f.Null != ir.NullNo {
		schema = nullable(schema)
	}
	schema = append(keywords{}, schema...)
	describe(&schema, f.Doc.Text(), f.Deprecated)
	var examples []json.RawMessage
	for _, e := range f.Examples {
		examples = append(examples, exampleText(f.Type, strings.TrimSpace(e.Text)))
	}
	if examples != nil {
		schema.set("examples", examples)
	}
	return schema
}

func enumSchema(m *ir.Enum) keywords {
	kind := primSchema(m.Of.(ir.Prim))
	values := []json.RawMessage{}
	seen := map[ir.Value]bool{}
	for _, v := range m.Values {
		if !seen[v.Value] {
			seen[v.Value] = true
			values = append(values, json.RawMessage(v.Value))
		}
	}
	if m.Open {
		return keywords{{"anyOf", []keywords{{{"enum", values}}, kind}}}
	}
	return append(kind, keyword{"enum", values})
}

// exampleText returns the JSON text of an example: pages print strings bare.
func exampleText(t ir.Type, text string) json.RawMessage {
	if json.Valid([]byte(text)) && (strings.HasPrefix(text, `"`) || !isText(t, nil)) {
		return json.RawMessage(text)
	}
	return json.RawMessage(ir.StringValue(text))
}

// isText reports whether values of t are always strings.
func isText(t ir.Type, outer []ir.ID) bool {
	switch t := t.(type) {
	case ir.Prim:
		return t == ir.String || t == ir.Bytes || t == ir.Stream
	case *ir.Time:
		return true
	case *ir.Literal:
		return t.Value.IsString()
	case *ir.Ref:
		switch m := t.Model.(type) {
		case *ir.Enum:
			return m.Of == ir.String
		case *ir.Alias:
			return !slices.Contains(outer, t.ID) && isText(m.Of, append(slices.Clip(outer), t.ID))
		}
	}
	return false
}
