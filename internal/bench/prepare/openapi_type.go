package prepare

import "github.com/docgen-go/docgen/emitter/plan"

// typ returns the schema of a type: what is a pointer in Go is not told apart
// from the value, since presence and null are the member's.
func (x *exporter) typ(t plan.Type) *schema {
	switch t := t.(type) {
	case *plan.Scalar:
		return scalar(t)
	case *plan.Named:
		switch t.Name {
		case "Date", "DateTime":
			return &schema{Type: "string"}
		case "Decimal":
			return &schema{Type: "number"}
		}
		x.used[t.Name] = true
		return refTo(t.Name)
	case *plan.Slice:
		return &schema{Type: "array", Items: x.typ(t.Elem)}
	case *plan.Map:
		return &schema{Type: "object", AdditionalProperties: x.typ(t.Elem)}
	case *plan.Pointer:
		return x.typ(t.Elem)
	case *plan.Nullable:
		return x.typ(t.Elem)
	}
	panic("prepare: unknown type")
}

// scalars are the schemas of the types of the language, by their Go names.
// The schema of json.RawMessage is that of any value.
var scalars = map[string]schema{
	"string":     {Type: "string"},
	"bool":       {Type: "boolean"},
	"int64":      {Type: "integer", Format: "int64"},
	"float64":    {Type: "number", Format: "double"},
	"Number":     {Type: "number"},
	"[]byte":     {Type: "string", Format: "byte"},
	"RawMessage": {},
}

func scalar(t *plan.Scalar) *schema {
	out, ok := scalars[t.Name]
	if !ok {
		panic("prepare: no schema for " + t.Name)
	}
	return &out
}

// modelOf returns the name of the model behind pointers.
func modelOf(t plan.Type) string {
	switch t := t.(type) {
	case *plan.Named:
		return t.Name
	case *plan.Pointer:
		return modelOf(t.Elem)
	case *plan.Nullable:
		return modelOf(t.Elem)
	}
	panic("prepare: only models are referred to")
}
