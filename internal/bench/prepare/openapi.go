package prepare

import (
	"encoding/json"
	"slices"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
)

// A document is as much of OpenAPI 3.0.3 as it takes to describe models.
type document struct {
	OpenAPI    string               `json:"openapi"`
	Info       info                 `json:"info"`
	Paths      map[string]pathItem  `json:"paths"`
	Components map[string]schemaMap `json:"components"`
}

type info struct {
	Title   string `json:"title"`
	Version string `json:"version"`
}

type pathItem struct {
	Get operation `json:"get"`
}

type operation struct {
	OperationID string              `json:"operationId"`
	Responses   map[string]response `json:"responses"`
}

type response struct {
	Description string               `json:"description"`
	Content     map[string]mediaType `json:"content"`
}

type mediaType struct {
	Schema *schema `json:"schema"`
}

type schemaMap map[string]*schema

// A schema is a Schema Object. Where Ref is set, nothing else is.
type schema struct {
	Ref                  string            `json:"$ref,omitempty"`
	Description          string            `json:"description,omitempty"`
	Type                 string            `json:"type,omitempty"`
	Format               string            `json:"format,omitempty"`
	Nullable             bool              `json:"nullable,omitempty"`
	Enum                 []json.RawMessage `json:"enum,omitempty"`
	Items                *schema           `json:"items,omitempty"`
	OneOf                []*schema         `json:"oneOf,omitempty"`
	Properties           schemaMap         `json:"properties,omitempty"`
	Required             []string          `json:"required,omitempty"`
	AdditionalProperties *schema           `json:"additionalProperties,omitempty"`
}

// OpenAPI describes the package's models as an OpenAPI 3.0 document, with one
// operation for each model that no other one uses, because a generator may
// leave out what no operation reaches.
//
// A member that takes a null, or of which the reference does not say, is
// nullable; in 3.0 a reference cannot be, so that its target is. Dates are
// strings, because docgen keeps their text.
func OpenAPI(pkg *plan.Package) ([]byte, error) {
	x := exporter{schemas: schemaMap{}, used: map[string]bool{}, nullable: map[string]bool{}}
	for _, file := range pkg.Files {
		for _, decl := range file.Decls {
			if s, ok := decl.(*plan.Struct); !ok || !s.Plain {
				x.schemas[decl.TypeName()] = x.decl(decl)
			}
		}
	}
	doc := document{
		OpenAPI:    "3.0.3",
		Info:       info{Title: "Models of docgen's plan", Version: "1"},
		Paths:      map[string]pathItem{},
		Components: map[string]schemaMap{"schemas": x.schemas},
	}
	for name, s := range x.schemas {
		s.Nullable = s.Nullable || x.nullable[name]
		if !x.used[name] && s.Properties != nil {
			doc.Paths["/"+name] = reading(name)
		}
	}
	return json.MarshalIndent(doc, "", "\t")
}

// reading returns an operation that answers with the model.
func reading(name string) pathItem {
	return pathItem{Get: operation{
		OperationID: "read" + name,
		Responses: map[string]response{"200": {
			Description: "The model.",
			Content:     map[string]mediaType{"application/json": {Schema: refTo(name)}},
		}},
	}}
}

func refTo(name string) *schema { return &schema{Ref: "#/components/schemas/" + name} }

// An exporter collects what the document needs to know of all models.
type exporter struct {
	schemas  schemaMap
	used     map[string]bool // models that another one refers to
	nullable map[string]bool // models in whose place null may stand
}

func (x *exporter) decl(decl plan.Decl) *schema {
	switch decl := decl.(type) {
	case *plan.Struct:
		return x.object(decl)
	case *plan.Enum:
		out := x.typ(decl.Of)
		out.Description = text(decl.Doc)
		for _, c := range decl.Consts {
			out.Enum = append(out.Enum, json.RawMessage(c.Value))
		}
		return out
	case *plan.Union:
		out := &schema{Description: text(decl.Doc)}
		for _, v := range decl.Variants {
			out.OneOf = append(out.OneOf, x.variant(v))
		}
		return out
	case *plan.Alias:
		return x.typ(decl.Of)
	}
	return &schema{}
}

func (x *exporter) variant(v plan.Variant) *schema {
	if v.Wraps != nil {
		return x.typ(v.Wraps)
	}
	return x.typ(v.Type)
}

func (x *exporter) object(s *plan.Struct) *schema {
	out := &schema{Description: text(s.Doc), Type: "object", Properties: schemaMap{}}
	for i := range s.Fields {
		f := &s.Fields[i]
		out.Properties[f.Wire] = x.member(f, s.Table.Nulls[f.Member] != '-')
		if s.Table.Required != nil && s.Table.Required[f.Member/64]>>(f.Member%64)&1 == 1 {
			out.Required = append(out.Required, f.Wire)
		}
	}
	slices.Sort(out.Required)
	if s.Additional.Elem != nil {
		out.AdditionalProperties = x.typ(s.Additional.Elem)
	}
	return out
}

func (x *exporter) member(f *plan.Field, nullable bool) *schema {
	out := x.typ(f.Type)
	if out.Ref != "" {
		if nullable {
			x.nullable[modelOf(f.Type)] = true
		}
		return out
	}
	out.Description = text(f.Doc)
	out.Nullable = nullable && out.Type != ""
	return out
}

func text(d plan.Doc) string { return ir.Doc{Blocks: d}.Text() }
