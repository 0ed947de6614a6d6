// Package judge holds what docgen exports, and what generated packages take,
// against validators that know nothing of docgen.
package judge

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// location is where the judge believes a schema to be.
const location = "file:///schema.json"

// judgeSchema returns what is wrong with a document of JSON Schema, or nil: it
// meets its meta-schema, and every reference of its definitions leads somewhere.
func judgeSchema(text []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(location, doc); err != nil {
		return err
	}
	definitions := doc.(map[string]any)["$defs"].(map[string]any)
	if len(definitions) == 0 {
		return errors.New("no definitions")
	}
	for name := range definitions {
		if _, err := compiler.Compile(location + "#/$defs/" + name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// judgeOpenAPI returns what is wrong with a document of OpenAPI 3.1, or nil.
func judgeOpenAPI(ctx context.Context, text []byte) error {
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		return err
	}
	if !doc.IsOpenAPI31OrLater() {
		return fmt.Errorf("it is OpenAPI %s", doc.OpenAPI)
	}
	return doc.Validate(ctx)
}
