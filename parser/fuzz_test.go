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

// FuzzTypeExpr reads any text as a type, on its own and as the title of a
// union's member. An error lies inside the text.
func FuzzTypeExpr(f *testing.F) {
	for _, seed := range []string{
		"*str*", "List[*Optional[int]*]", `*Literal["a\"]*`, "Dict[str, [Nullable[models.X]](../models/x.md)]",
		"*Union[bytes, IO[bytes], io.BufferedReader]*", "[date](https://docs.python.org/3/#date-objects)",
		"Union[a.B[c.D], None]", `\[\[\*`, "[[a](b)](c)", "Literal[1, True, 2.5]", "*`*", "List[List[", "é.ü",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := []byte("# T\n" + text)
		file := source.NewFile("models/t.md", src)
		src, _ = readable(file)
		p := &modelPage{
			page: &page{file: file, src: src},
			tree: &tree{dialect: python2026, byTitle: nil, byKey: nil},
		}
		b := newBuilder(p, &index{})
		c := trimCell(src, len("# T\n"), len(src))
		_, err := python2026.parseType(&b.resolver, c)
		if err != nil && (err.at < c.start || err.at > c.end) {
			t.Errorf("error at %d, outside of [%d, %d)", err.at, c.start, c.end)
		}
		if e := b.typeAt(c); e.typ == nil {
			t.Error("no type")
		}
	})
}
