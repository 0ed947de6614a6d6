package export

import (
	"encoding/json"
	"fmt"

	"github.com/docgen-go/docgen/ir"
)

// typed returns the schema of values of type t. Null is told apart from it.
func (d *definitions) typed(t ir.Type) keywords {
	switch t := t.(type) {
	case ir.Prim:
		return primSchema(t)
	case *ir.Time:
		return timeSchema(t)
	case *ir.Literal:
		return literalSchema(t)
	case *ir.List:
		return keywords{{"type", "array"}, {"items", d.element(t.Elem, t.Null)}}
	case *ir.Map:
		return keywords{{"type", "object"}, {"additionalProperties", d.element(t.Elem, t.Null)}}
	case *ir.OneOf:
		return d.told(d.anyOf(t.Variants), t.Variants, t.Discriminator)
	case *ir.Ref:
		return keywords{{"$ref", d.ref(t.Model)}}
	case *ir.External:
		return keywords{}
	}
	panic(fmt.Sprintf("export: unknown type %T", t))
}

// element returns the schema of elements of lists and maps. Where the page
// does not say that they may be null, generated code has no place for a null.
func (d *definitions) element(t ir.Type, null ir.Null) keywords {
	schema := d.typed(t)
	if null == ir.NullYes {
		return nullable(schema)
	}
	return schema
}

// primSchema returns the schema of a primitive type. The formats of numbers
// are those of OpenAPI's registry: what generated code can hold. Numbers of
// any size or precision travel as numbers or in strings; patterns are about
// the latter.
func primSchema(p ir.Prim) keywords {
	switch p {
	case ir.String:
		return keywords{{"type", "string"}}
	case ir.Boolean:
		return keywords{{"type", "boolean"}}
	case ir.Int32:
		return keywords{{"type", "integer"}, {"format", "int32"}}
	case ir.Int64:
		return keywords{{"type", "integer"}, {"format", "int64"}}
	case ir.Float32:
		return keywords{{"type", "number"}, {"format", "float"}}
	case ir.Float64, ir.Number:
		return keywords{{"type", "number"}, {"format", "double"}}
	case ir.BigInt:
		return keywords{{"type", []any{"integer", "string"}}, {"pattern", `^-?(0|[1-9][0-9]*)$`}}
	case ir.Decimal:
		return keywords{{"type", []any{"number", "string"}}, {"pattern", `^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`}}
	case ir.Bytes, ir.Stream:
		return keywords{{"type", "string"}, {"contentEncoding", "base64"}}
	case ir.Any:
		return keywords{}
	}
	panic(fmt.Sprintf("export: unknown primitive type %d", p))
}

func timeSchema(t *ir.Time) keywords {
	switch {
	case !t.Certain:
		either := []keywords{{{"format", "date"}}, {{"format", "date-time"}}}
		return keywords{{"type", "string"}, {"anyOf", either}}
	case t.Format == ir.Date:
		return keywords{{"type", "string"}, {"format", "date"}}
	}
	return keywords{{"type", "string"}, {"format", "date-time"}}
}

func literalSchema(t *ir.Literal) keywords {
	only := keywords{{"const", json.RawMessage(t.Value)}}
	if !t.Open {
		return only
	}
	return keywords{{"anyOf", []keywords{only, {{"type", valueType(t.Value)}}}}}
}

// valueType returns the JSON Schema type of a scalar.
func valueType(v ir.Value) string {
	switch {
	case v.IsString():
		return "string"
	case v == "true" || v == "false":
		return "boolean"
	}
	return "number"
}

// nullable returns a schema that takes null beside what s takes.
func nullable(s keywords) keywords {
	null := keywords{{"type", "null"}}
	if len(s) == 0 {
		return s
	}
	if s[0].name == "type" && s.get("anyOf") == nil {
		types, several := s[0].value.([]any)
		if !several {
			types = []any{s[0].value}
		}
		out := append(keywords{}, s...)
		out[0].value = append(types[:len(types):len(types)], "null")
		return out
	}
	if variants, ok := s[0].value.([]keywords); ok && len(s) == 1 {
		return keywords{{"anyOf", append(variants[:len(variants):len(variants)], null)}}
	}
	return keywords{{"anyOf", []keywords{s, null}}}
}
