package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// everything is a schema that holds each kind of thing once.
func everything() *ir.Schema {
	page := source.NewFile("docs/models/card.md", []byte("# Card\n\n| `id` |\n| `old` |\n"))
	title, id, old := page.Span(0, 6), page.Span(8, 14), page.Span(17, 24)
	header := func(name string, span source.Span) ir.Header {
		return ir.Header{ID: ir.ID{Namespace: "components", Name: name}, Title: strings.ToUpper(name), Span: span}
	}
	doc := ir.Doc{Blocks: []ir.Block{
		&ir.Paragraph{Text: []ir.Inline{ir.Plain("A "), ir.Code("card"), ir.Plain(" <here> & there.")}},
		&ir.ListBlock{Items: [][]ir.Inline{{ir.Plain("one")}, {ir.Plain("two")}}},
	}}
	kinds := &ir.Enum{Header: header("kinds", title), Of: ir.String, Open: true, Values: []ir.EnumValue{
		{Name: "DEBIT", Value: ir.StringValue("debit"), Span: id}, {Value: ir.StringValue("<&>"), Doc: doc, Span: old},
	}}
	card := &ir.Object{Header: header("card", title), Additional: ir.Any, Fields: []ir.Field{
		{Name: "id", Wire: ir.Wire{Name: "id", Evidence: ir.Confirmed}, Type: ir.String, Required: true, Null: ir.NullNo,
			Doc: doc, Span: id, Examples: []ir.Example{{Text: "c-1"}, {Text: `{"a": 1}`}}},
		{Name: "old", Wire: ir.Wire{Name: "oldOne", Evidence: ir.Guessed}, Null: ir.NullYes, Span: old,
			Type: &ir.Map{Elem: &ir.List{Elem: &ir.Ref{ID: kinds.ID, Model: kinds}, Null: ir.NullYes}}, Deprecated: &ir.Deprecation{Message: "use id"}},
		{Name: "at", Wire: ir.Wire{Name: "at"}, Type: &ir.Time{Format: ir.DateTime}},
	}}
	card.Doc, card.Role, card.Deprecated = doc, ir.RoleError, &ir.Deprecation{}
	union := &ir.Union{Header: header("method", title),
		Variants: []ir.Variant{
			{Name: "Card", Type: &ir.Ref{ID: card.ID, Model: card}, Span: id},
			{Name: "str", Type: &ir.Literal{Value: ir.StringValue("none")}},
		},
		Discriminator: &ir.Discriminator{Member: "type", Evidence: "each variant has its own value",
			Stated: &ir.Statement{Name: "type_"},
			Values: []ir.DiscriminatorKey{{Value: ir.StringValue("card"), Variant: 0}}}}
	return &ir.Schema{
		Trees: []*ir.Tree{{Dialect: "speakeasy-python"}},
		Models: []ir.Model{
			card, kinds, union,
			&ir.Alias{Header: header("numbers", title), Of: &ir.List{Elem: ir.Float64}},
			&ir.Opaque{Header: header("missing", source.Span{}), Reason: "its page is missing"},
		},
		Skipped: []ir.Skipped{{File: "docs/README.md", Reason: "no model"}},
	}
}

func exported(t *testing.T, s *ir.Schema) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := export.IR(&out, s); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestIRGolden(t *testing.T) {
	const path = "testdata/everything.txtar"
	got := exported(t, everything())
	if *update {
		archive := &txtar.Archive{
			Comment: []byte("A schema with each kind of thing, as JSON.\n"),
			Files:   []txtar.File{{Name: "ir.json", Data: got}},
		}
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(archive.Files[0].Data), string(got)); diff != "" {
		t.Error(diff)
	}
}

// TestEmptyListsAreLists spares readers the difference of null and [].
func TestEmptyListsAreLists(t *testing.T) {
	out := string(exported(t, &ir.Schema{Models: []ir.Model{
		&ir.Object{Header: ir.Header{ID: ir.ID{Name: "empty"}}},
		&ir.Enum{Header: ir.Header{ID: ir.ID{Name: "none"}}, Of: ir.String},
		&ir.Union{Header: ir.Header{ID: ir.ID{Name: "nothing"}}},
	}}))
	if strings.Contains(out, "null") {
		t.Errorf("a null in\n%s", out)
	}
}

// keysOf collects the member names of a JSON value and of all below it.
func keysOf(value any, keys map[string]bool) {
	switch value := value.(type) {
	case map[string]any:
		for key, member := range value {
			keys[key] = true
			keysOf(member, keys)
		}
	case []any:
		for _, element := range value {
			keysOf(element, keys)
		}
	}
}

// TestGuideNamesEveryMember holds the tables of the guide against the output.
func TestGuideNamesEveryMember(t *testing.T) {
	guide, err := os.ReadFile(guidePath)
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string]bool{}
	for _, line := range strings.Split(string(guide), "\n") {
		if key, _, ok := strings.Cut(strings.TrimPrefix(line, "| `"), "` |"); ok && strings.HasPrefix(line, "| `") {
			documented[key] = true
		}
	}
	var doc any
	if err := json.Unmarshal(exported(t, everything()), &doc); err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	keysOf(doc, written)
	if diff := cmp.Diff(written, documented); diff != "" {
		t.Errorf("members written (-) and documented (+):\n%s", diff)
	}
}

type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

func TestIRReportsFailedWrites(t *testing.T) {
	if err := export.IR(brokenWriter{}, everything()); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}
