package export_test

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

func jsonSchema(t *testing.T, s *ir.Schema, opts export.Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := export.JSONSchema(&out, s, opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// golden compares got with the file in an archive, or rewrites it.
func golden(t *testing.T, path, comment, name, got string) {
	t.Helper()
	if *update {
		archive := &txtar.Archive{Comment: []byte(comment), Files: []txtar.File{{Name: name, Data: []byte(got)}}}
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(archive.Files[0].Data), got); diff != "" {
		t.Error(diff)
	}
}

func TestJSONSchemaGolden(t *testing.T) {
	names := map[ir.ID]string{{Namespace: "components", Name: "card"}: "Card", {Namespace: "components", Name: "kinds"}: "Ünter"}
	got := jsonSchema(t, everything(), export.Options{Names: names})
	golden(t, "testdata/jsonschema.txtar", "The schema with each kind of thing, as JSON Schema.\n", "schema.json", got)
}

func TestJSONSchemaOfOneModel(t *testing.T) {
	s := everything()
	out := jsonSchema(t, s, export.Options{Root: s.Models[1]})
	if strings.Contains(out, "components.card") || !strings.Contains(out, `"$ref": "#/$defs/components.kinds"`) {
		t.Errorf("another model than the root, or no reference to it:\n%s", out)
	}
}

// TestSchemasDoNotDependOnOrder shuffles the models of a schema.
func TestSchemasDoNotDependOnOrder(t *testing.T) {
	want := jsonSchema(t, everything(), export.Options{})
	for seed := range uint64(20) {
		s := everything()
		r := rand.New(rand.NewPCG(seed, 0))
		r.Shuffle(len(s.Models), func(i, j int) { s.Models[i], s.Models[j] = s.Models[j], s.Models[i] })
		if diff := cmp.Diff(want, jsonSchema(t, s, export.Options{})); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestJSONSchemaNamesMustDiffer(t *testing.T) {
	s := &ir.Schema{Models: []ir.Model{
		&ir.Opaque{Header: ir.Header{ID: ir.ID{Name: "a.b"}}, Reason: "no page"},
		&ir.Opaque{Header: ir.Header{ID: ir.ID{Namespace: "a", Name: "b"}}, Reason: "no page"},
	}}
	err := export.JSONSchema(new(bytes.Buffer), s, export.Options{})
	if err == nil || !strings.Contains(err.Error(), "a.b and a/b want the same name a.b") {
		t.Errorf("got %v", err)
	}
}

// TestGuideShowsTheSchema exports the page that the guide shows and compares.
func TestGuideShowsTheSchema(t *testing.T) {
	const path = "../../docs/guide/export.md"
	guide, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page, shown := guidePage.FindSubmatch(guide), guideJSON.FindSubmatchIndex(guide)
	if page == nil || shown == nil {
		t.Fatal("the guide lacks the page or the output")
	}
	files := []*source.File{source.NewFile("card.md", page[1])}
	schema, diags, err := parser.Parse(context.Background(), files, parser.Options{})
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	got := jsonSchema(t, schema, export.Options{Names: map[ir.ID]string{{Name: "card"}: "Card"}})
	if *update {
		rewritten := string(guide[:shown[2]]) + got + string(guide[shown[3]:])
		if err := os.WriteFile(path, []byte(rewritten), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(guide[shown[2]:shown[3]]), got); diff != "" {
		t.Errorf("the guide shows (-) and docgen exports (+):\n%s", diff)
	}
}

// TestQuotable holds that numbers of any size or precision may be strings, and
// null where nothing rules it out.
func TestQuotable(t *testing.T) {
	account := &ir.Object{Header: ir.Header{ID: ir.ID{Name: "account"}, Title: "Account"}, Fields: []ir.Field{
		{Name: "rate", Wire: ir.Wire{Name: "rate"}, Type: ir.Decimal},
		{Name: "number", Wire: ir.Wire{Name: "number"}, Type: ir.BigInt, Null: ir.NullNo},
	}}
	got := strings.Join(strings.Fields(jsonSchema(t, &ir.Schema{Models: []ir.Model{account}}, export.Options{})), "")
	for _, want := range []string{`"rate":{"type":["number","string","null"],"pattern":`, `"number":{"type":["integer","string"],"pattern":`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}
