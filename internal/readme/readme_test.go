package readme_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/readme"
	"github.com/docgen-go/docgen/internal/reconcile"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func header(namespace, name string) ir.Header {
	id := ir.ID{Namespace: namespace, Name: name}
	page := source.NewFile("docs/api/models/"+id.String()+".md", []byte("# "+name+"\n"))
	return ir.Header{ID: id, Title: name, Span: page.Span(0, 1)}
}

func member(name string, t ir.Type) ir.Field {
	return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: t, Required: true}
}

func ref(m ir.Model) *ir.Ref { return &ir.Ref{ID: m.Head().ID, Model: m} }

// small is a schema with each kind of model.
func small() *ir.Schema {
	missing := &ir.Opaque{Header: ir.Header{ID: ir.ID{Name: "missing"}, Title: "missing"}, Reason: "its page is missing"}
	state := &ir.Enum{Header: header("a", "state"), Of: ir.String, Values: []ir.EnumValue{{Value: `"on"`}}}
	card := &ir.Object{Header: header("a", "card"), Fields: []ir.Field{member("state", ref(state)), member("more", ref(missing))}}
	method := &ir.Union{Header: header("b", "method"), Variants: []ir.Variant{{Type: ref(card)}, {Type: ir.String}}}
	query := &ir.Object{Header: header("b", "query"), Fields: []ir.Field{member("page", ir.Int64)}}
	query.Role = ir.RoleParameters
	envelope := &ir.Object{Header: header("b", "envelope"), Fields: []ir.Field{member("card", ref(card))}}
	envelope.Role = ir.RoleEnvelope
	return &ir.Schema{Models: []ir.Model{
		missing, card, state, envelope, method, query,
		&ir.Alias{Header: header("b", "x|y*&colon;[z]"), Of: &ir.List{Elem: ir.Float64}},
	}}
}

// many is a schema of n models, each of which refers to the next three.
func many(n int) *ir.Schema {
	s := &ir.Schema{}
	for i := range n {
		s.Models = append(s.Models, &ir.Object{Header: header("", fmt.Sprintf("m%03d", i))})
	}
	for i, m := range s.Models {
		for j := i + 1; j < min(n, i+4); j++ {
			o, name := m.(*ir.Object), fmt.Sprintf("f%d", j)
			o.Fields = append(o.Fields, ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: ref(s.Models[j])})
		}
	}
	return s
}

func written(t *testing.T, s *ir.Schema, link string) string {
	t.Helper()
	pkg, diags := plan.Build(s, plan.Options{Package: "cards"})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	text, err := readme.Write(s, pkg, readme.Options{Docs: "docs/api", Link: link})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestGolden(t *testing.T) {
	const path = "testdata/small.md"
	got := written(t, small(), "../../docs/api")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
	if !strings.HasPrefix(got, reconcile.MarkdownHeader+"\n") {
		t.Error("the README is not marked as docgen's")
	}
}

// TestPagesElsewhere are named, and not linked.
func TestPagesElsewhere(t *testing.T) {
	got := written(t, small(), "")
	if strings.Contains(got, "docs/api") || strings.Contains(got, ".md)") || !strings.Contains(got, "| models/a/card.md |") {
		t.Errorf("a way to pages that nobody has:\n%s", got)
	}
}

// TestDrawingsStayReadable draws the whole of a small package, and a part of a
// big one.
func TestDrawingsStayReadable(t *testing.T) {
	for n, want := range map[int]int{40: 40, 41: 6, 300: 6} { // the three first, and the three after them
		got := written(t, many(n), "")
		_, rest, ok := strings.Cut(got, "```mermaid\n")
		chart, _, ends := strings.Cut(rest, "```")
		if !ok || !ends {
			t.Fatalf("no drawing:\n%s", got)
		}
		if nodes := strings.Count(chart, `["`); nodes != want {
			t.Errorf("%d of %d models are drawn, and not %d", nodes, n, want)
		}
		if said := strings.Contains(got, "Drawn are"); said != (n > 40) {
			t.Errorf("of %d models, the caption says that it is a part: %v", n, said)
		}
	}
}

// TestNothingToDraw leaves out what would be empty: a drawing without arrows, an
// example without a type that is decoded.
func TestNothingToDraw(t *testing.T) {
	s := &ir.Schema{Models: []ir.Model{&ir.Enum{Header: header("a", "state"), Of: ir.String, Values: []ir.EnumValue{{Value: `"on"`}}}}}
	got := written(t, s, "")
	if strings.Contains(got, "```") {
		t.Errorf("an empty block:\n%s", got)
	}
}
