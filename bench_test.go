package docgen_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/emitter"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/parser"
)

// BenchmarkStages measures each stage of a run over a whole API's pages, and
// all of them together.
func BenchmarkStages(b *testing.B) {
	docs := corpus(b, "plaid")
	ctx := context.Background()
	read := func() []*source.File { return must(source.ReadTree(docs))(b) }
	pages := read()
	schema, _, err := parser.Parse(ctx, pages, parser.Options{})
	if err != nil {
		b.Fatal(err)
	}
	pkg, _ := plan.Build(schema, plan.Options{Package: "plaid"})

	stage := func(name string, work func()) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				work()
			}
		})
	}
	stage("read", func() { read() })
	stage("parse", func() {
		if _, _, err := parser.Parse(ctx, pages, parser.Options{}); err != nil {
			b.Fatal(err)
		}
	})
	stage("plan", func() { plan.Build(schema, plan.Options{Package: "plaid"}) })
	stage("emit", func() { must(emitter.Emit(ctx, pkg, nil))(b) })
	stage("all", func() { generate(b, docs, "plaid") })
}

// must returns a value that came without an error.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// BenchmarkAgain measures a run that remembers the one before it, of whose pages
// one has changed.
func BenchmarkAgain(b *testing.B) {
	docs := corpus(b, "plaid")
	pages := must(source.ReadTree(docs))(b)
	cfg := docgen.Config{Docs: docs, Pages: pages, Package: "plaid", Readme: true, Memory: new(docgen.Memory)}
	must(docgen.Run(b.Context(), cfg))(b)
	original, at := pages[len(pages)/2], len(pages)/2
	for i := 0; b.Loop(); i++ {
		text := bytes.Replace(original.Content, []byte(" |\n"), fmt.Appendf(nil, " %d |\n", i), -1)
		cfg.Pages = slices.Clone(pages)
		cfg.Pages[at] = source.NewFile(original.Name, text)
		must(docgen.Run(b.Context(), cfg))(b)
	}
}
