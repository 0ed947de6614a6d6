package export_test

import (
	"context"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/sample"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

var guideChart = regexp.MustCompile("(?ms)^```mermaid\n(.*?)^```\n")

// TestGuideShowsTheDrawing draws what the guide says that it shows.
func TestGuideShowsTheDrawing(t *testing.T) {
	const path = "../../docs/guide/graph.md"
	guide, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := source.ReadTree("../../docs/bookings")
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := wire.Name(t.Context(), s, wire.Evidence{}); err != nil {
		t.Fatal(err)
	}
	discriminator.Infer(s)
	m, err := sample.Find(s, "Reservation")
	if err != nil {
		t.Fatal(err)
	}
	got, _ := drawn(t, s, export.GraphOptions{From: []ir.Model{m}, Depth: 1, Direction: "LR"})
	shown := guideChart.FindSubmatchIndex(guide)
	if shown == nil {
		t.Fatal("the guide shows no drawing")
	}
	if !*update {
		if diff := cmp.Diff(string(guide[shown[2]:shown[3]]), got); diff != "" {
			t.Errorf("the guide shows (-) and docgen draws (+):\n%s", diff)
		}
		return
	}
	rewritten := string(guide[:shown[2]]) + got + string(guide[shown[3]:])
	if err := os.WriteFile(path, []byte(rewritten), 0o644); err != nil {
		t.Fatal(err)
	}
}
