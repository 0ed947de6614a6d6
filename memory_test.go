package docgen_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/google/go-cmp/cmp"
)

// TestMemory changes pages again and again, and holds that a run that remembers
// those before makes what a fresh one makes.
func TestMemory(t *testing.T) {
	for _, docs := range []string{"docs/bookings", "docs/parcels", "docs/server"} {
		t.Run(docs, func(t *testing.T) { checkMemory(t, docgen.Config{Docs: docs}, 40) })
	}
	for _, docs := range []string{"dub-go", "dub-php", "plexruby", "plexcsharp"} {
		t.Run(docs, func(t *testing.T) { checkMemory(t, docgen.Config{Docs: corpus(t, docs)}, 3) })
	}
	t.Run("also", func(t *testing.T) {
		checkMemory(t, docgen.Config{Docs: corpus(t, "dub-go"), Also: []string{corpus(t, "dub-ts")}}, 3)
	})
	t.Run("options", func(t *testing.T) {
		options := plan.Options{Split: plan.SplitPage, Getters: true, Provenance: plan.Provenance{On: true}, NullPointers: true}
		checkMemory(t, docgen.Config{Docs: "docs/courier", Go: options}, 40)
	})
}

func checkMemory(t *testing.T, cfg docgen.Config, changes int) {
	original := must(source.ReadTree(cfg.Docs))(t)
	pages := slices.Clone(original)
	random := rand.New(rand.NewPCG(1, 1))
	var memory docgen.Memory
	for i := range changes {
		at := random.IntN(len(pages))
		switch {
		case pages[at] != original[at]:
			pages[at] = original[at]
		case i%4 == 1:
			pages[at] = nil // it is not there
		default:
			pages[at] = source.NewFile(original[at].Name, changed(original[at].Content, random))
		}
		cfg.Pages, cfg.Package, cfg.Readme, cfg.Memory = again(pages), "memory", true, nil
		fresh := must(docgen.Run(t.Context(), cfg))(t)
		cfg.Pages, cfg.Memory = again(pages), &memory
		if i%7 == 6 {
			cfg.Package = "other"
			must(docgen.Run(t.Context(), cfg))(t)
			cfg.Package = "memory"
		}
		got := must(docgen.Run(t.Context(), cfg))(t)
		if diff := cmp.Diff(texts(fresh), texts(got)); diff != "" {
			t.Fatalf("%d: after a change of %s (-fresh +remembering):\n%s", i, original[at].Name, diff)
		}
	}
}

// changed returns a page without one of its lines, or with one of them twice.
func changed(content []byte, random *rand.Rand) []byte {
	lines := slices.Collect(bytes.Lines(content))
	at := random.IntN(len(lines))
	if random.IntN(2) == 0 {
		return slices.Concat(slices.Delete(lines, at, at+1)...)
	}
	return slices.Concat(slices.Insert(lines, at, lines[at])...)
}

// again returns the pages as they are when they are read once more.
func again(pages []*source.File) []*source.File {
	var out []*source.File
	for _, p := range pages {
		if p != nil {
			out = append(out, source.NewFile(p.Name, p.Content))
		}
	}
	return out
}

// texts returns all that a run has to say and to write.
func texts(r *docgen.Result) map[string]string {
	out := map[string]string{}
	for _, f := range r.Files {
		out[f.Name] = string(f.Content)
	}
	for _, d := range r.Diagnostics {
		out["diagnostics"] += d.Span.Position().String() + ": " + string(d.Code) + " " + d.Message + "\n"
	}
	return out
}

// TestMemoryOfUsers changes a model, and holds that what refers to it by another
// name is made again: it decodes the member in another way.
func TestMemoryOfUsers(t *testing.T) {
	page := func(name, text string) *source.File {
		return source.NewFile("docs/models/"+name+".md", []byte(text))
	}
	const fields = "## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n"
	top := page("top", "# Top\n\n"+fields+"| `part` | [models.Middle](../models/middle.md) | :heavy_check_mark: | A part. |\n")
	middle := page("middle", "# Middle\n\n## Supported Types\n\n### `models.Leaf`\n\n```python\nvalue: models.Leaf = /* values here */\n```\n")
	cfg := docgen.Config{Docs: "docs", Package: "users", Memory: new(docgen.Memory), Go: plan.Options{Enums: plan.EnumsOpen}}
	for _, leaf := range []struct{ text, decode string }{
		{"# Leaf\n\n" + fields + "| `name` | *str* | :heavy_check_mark: | A name. |\n", "m.Part.decode(d, i)"},
		{"# Leaf\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `ONE` | one |\n", "decodeText(&m.Part, d, i)"},
	} {
		cfg.Pages = []*source.File{top, middle, page("leaf", leaf.text)}
		got := texts(must(docgen.Run(t.Context(), cfg))(t))["top.go"]
		if !strings.Contains(got, leaf.decode) {
			t.Errorf("there is no %s in\n%s", leaf.decode, got)
		}
	}
}
