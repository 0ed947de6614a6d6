package config

import (
	"encoding/json"
	"strings"

	"github.com/goccy/go-yaml"
)

// SchemaURL is where the JSON Schema of docgen.yaml is published.
const SchemaURL = "https://raw.githubusercontent.com/docgen-go/docgen/main/docs/guide/docgen.schema.json"

// A schema is a JSON Schema, with the keywords that docgen needs (JSON Schema,
// draft 7, which editors know best).
type schema struct {
	Dialect     string             `json:"$schema,omitempty"`
	ID          string             `json:"$id,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        string             `json:"type,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Const       any                `json:"const,omitempty"`
	Default     any                `json:"default,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	// Additional is false, or the schema of the members that are not named.
	Additional any       `json:"additionalProperties,omitempty"`
	AnyOf      []*schema `json:"anyOf,omitempty"`
}

// Schema returns the JSON Schema of docgen.yaml, for editors.
func Schema() ([]byte, error) {
	root := rootForm().schema()
	root.Dialect = "http://json-schema.org/draft-07/schema#"
	root.ID = SchemaURL
	root.Title = Name
	root.Description = "What a repository generates with docgen, and what its pages do not tell."
	out, err := json.MarshalIndent(root, "", "  ")
	return append(out, '\n'), err
}

func (text) schema() *schema        { return &schema{Type: "string"} }
func (path) schema() *schema        { return &schema{Type: "string"} }
func (versionForm) schema() *schema { return &schema{Const: json.Number(version)} }
func (toggle) schema() *schema      { return &schema{Type: "boolean"} }

func (w words[T]) schema() *schema {
	s := &schema{}
	for _, word := range w {
		s.AnyOf = append(s.AnyOf, &schema{Const: word.name, Description: plain(word.doc)})
	}
	return s
}

func (l list[T]) schema() *schema { return &schema{Type: "array", Items: l.elem.schema()} }

func (e entries[E, T]) schema() *schema {
	return &schema{Type: "object", Additional: e.elem.schema()}
}

func (m mapping[O]) schema() *schema {
	s := &schema{Type: "object", Properties: map[string]*schema{}, Additional: false}
	for _, k := range m.keys {
		s.Properties[k.name] = k.schema()
		if k.need != "" {
			s.Required = append(s.Required, k.name)
		}
	}
	return s
}

func (k key[O]) schema() *schema {
	s := k.form.schema()
	s.Description = plain(k.doc)
	if k.preset != "" {
		if err := yaml.Unmarshal([]byte(k.preset), &s.Default); err != nil {
			panic("config: the default of " + k.name + " is not YAML: " + err.Error())
		}
	}
	if k.absent != "" {
		s.Description += "; " + plain(k.absent) + " by default"
	}
	return s
}

// plain returns a piece of the manual as text: code and links lose their marks.
func plain(doc string) string {
	doc = strings.ReplaceAll(doc, "`", "")
	for {
		before, rest, ok := strings.Cut(doc, "](")
		open := strings.LastIndexByte(before, '[')
		_, after, closed := strings.Cut(rest, ")")
		if !ok || !closed || open < 0 {
			return doc
		}
		doc = before[:open] + before[open+1:] + after
	}
}
