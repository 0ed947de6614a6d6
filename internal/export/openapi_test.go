package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/export"
)

func TestOpenAPIGolden(t *testing.T) {
	var out bytes.Buffer
	s := everything()
	err := export.OpenAPI(&out, s, export.Info{Title: "Cards", Version: "2"}, export.Options{Root: s.Models[2]})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/openapi.txtar", "A union of the schema with each kind of thing, as OpenAPI.\n", "openapi.json", out.String())
}

// TestOpenAPIHasTheSameSchemas holds the two forms against each other.
func TestOpenAPIHasTheSameSchemas(t *testing.T) {
	var out bytes.Buffer
	if err := export.OpenAPI(&out, everything(), export.Info{Title: "Cards", Version: "2"}, export.Options{}); err != nil {
		t.Fatal(err)
	}
	var openAPI struct {
		Components struct{ Schemas json.RawMessage }
	}
	var plain struct {
		Defs json.RawMessage `json:"$defs"`
	}
	decode(t, strings.ReplaceAll(out.String(), "#/components/schemas/", "#/$defs/"), &openAPI)
	decode(t, jsonSchema(t, everything(), export.Options{}), &plain)
	if diff := cmp.Diff(compact(t, plain.Defs), compact(t, openAPI.Components.Schemas)); diff != "" {
		t.Error(diff)
	}
}

func decode(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

func compact(t *testing.T, text json.RawMessage) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, text); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestSchemasReportFailedWrites(t *testing.T) {
	if err := export.JSONSchema(brokenWriter{}, everything(), export.Options{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
	if err := export.OpenAPI(brokenWriter{}, everything(), export.Info{}, export.Options{}); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}
