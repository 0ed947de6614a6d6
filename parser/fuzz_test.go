package parser

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/internal/source"
)

// FuzzPage reads any bytes as a page among others. Nothing may panic, and the
// schema must be sound.
func FuzzPage(f *testing.F) {
	names, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		pages, _ := split(archive)
		for _, p := range pages {
			f.Add(p.Content)
		}
	}
	const other = "# Other\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n" +
		"| `page` | [components.Page](../../models/components/page.md) | :heavy_check_mark: | N/A |\n"
	f.Fuzz(func(t *testing.T, content []byte) {
		schema, _, err := Parse(context.Background(), []*source.File{
			source.NewFile("docs/models/components/page.md", content),
			source.NewFile("docs/models/components/other.md", []byte(other)),
		}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Check(); err != nil {
			t.Error(err)
		}
		if schema.Text() == "" {
			t.Error("a schema without a text")
		}
	})
}
