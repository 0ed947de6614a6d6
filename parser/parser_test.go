package parser

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
)

const lonePage = "# Book\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n" +
	"| `a` | *Optional[str]* | :heavy_minus_sign: | N/A |\n"

// TestOptions checks that a dialect can be named, and only one that exists.
func TestOptions(t *testing.T) {
	files := []*source.File{source.NewFile("book.md", []byte(lonePage))}
	for dialect, want := range map[string]string{
		"":                      "string, optional, null unknown",
		"speakeasy-python-2024": "string, optional, null unknown",
		"speakeasy-python-2026": "string, optional @",
	} {
		schema, _, err := Parse(context.Background(), files, Options{Dialect: dialect})
		if err != nil {
			t.Fatal(err)
		}
		if text := schema.Text(); !strings.Contains(text, want) {
			t.Errorf("%q: got\n%s\nwant %s", dialect, text, want)
		}
	}
	_, _, err := Parse(context.Background(), files, Options{Dialect: "klingon"})
	if err == nil || !strings.Contains(err.Error(), "speakeasy-python-2026") {
		t.Errorf("unknown dialect: %v", err)
	}
}

// TestNoFiles reads nothing.
func TestNoFiles(t *testing.T) {
	schema, diags, err := Parse(context.Background(), nil, Options{})
	if err != nil || len(diags) > 0 || len(schema.Models) > 0 {
		t.Errorf("%v, %v, %v", schema, diags, err)
	}
}

// TestCancel stops when the context has ended.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, _, err := Parse(ctx, []*source.File{source.NewFile("book.md", []byte(lonePage))}, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
