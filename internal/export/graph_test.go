package export_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/sample"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

func drawn(t *testing.T, s *ir.Schema, o export.GraphOptions) (string, export.Drawn) {
	t.Helper()
	var out bytes.Buffer
	d, err := export.Mermaid(&out, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), d
}

// TestGraphGolden draws the pages of each archive with the options that its
// comment gives, such as "--from Card --depth 1".
func TestGraphGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/graph/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var pages []*source.File
			for _, f := range archive.Files {
				if filepath.Ext(f.Name) == ".md" {
					pages = append(pages, source.NewFile(f.Name, f.Data))
				}
			}
			s, diags, err := parser.Parse(context.Background(), pages, parser.Options{})
			if err != nil || diags.HasErrors() {
				t.Fatal(err, diags)
			}
			discriminator.Infer(s)
			got, _ := drawn(t, s, optionsOf(t, s, string(archive.Comment)))
			want := &archive.Files[len(archive.Files)-1]
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Error(diff)
			}
			checkChart(t, got)
		})
	}
}

func optionsOf(t *testing.T, s *ir.Schema, comment string) export.GraphOptions {
	t.Helper()
	o := export.GraphOptions{Depth: 2, Direction: "LR"}
	words := strings.Fields(comment)
	for i, word := range words {
		switch word {
		case "--from":
			m, err := sample.Find(s, words[i+1])
			if err != nil {
				t.Fatal(err)
			}
			o.From = append(o.From, m)
		case "--depth":
			depth, err := strconv.Atoi(words[i+1])
			if err != nil {
				t.Fatal(err)
			}
			o.Depth = depth
		case "--direction":
			o.Direction = words[i+1]
		}
	}
	return o
}

// chain returns a schema in which each of n models refers to the next one, by
// as many members.
func chain(n, members int) *ir.Schema {
	objects := make([]*ir.Object, n)
	s := &ir.Schema{}
	for i := range objects {
		name := "m" + strconv.Itoa(10_000+i)
		objects[i] = &ir.Object{Header: ir.Header{ID: ir.ID{Name: name}, Title: name}}
		s.Models = append(s.Models, objects[i])
	}
	for i := range n - 1 {
		to := objects[i+1]
		for j := range members {
			name := "f" + strconv.Itoa(j)
			objects[i].Fields = append(objects[i].Fields, ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: &ir.Ref{ID: to.ID, Model: to}})
		}
	}
	return s
}

// TestGraphStaysWithinMermaidsLimits draws more than mermaid does.
func TestGraphStaysWithinMermaidsLimits(t *testing.T) {
	for name, s := range map[string]*ir.Schema{
		"edges": chain(400, 3), "text": chain(5000, 0), "one node too many": chain(2, 501),
	} {
		t.Run(name, func(t *testing.T) {
			text, d := drawn(t, s, export.GraphOptions{Direction: "TB"})
			nodes, edges := checkChart(t, text)
			if len(text) > 50_000 || len(edges) > 500 {
				t.Errorf("%d bytes, %d references", len(text), len(edges))
			}
			if d.Left == 0 || d.Models+d.Left != len(s.Models) || d.Models != len(nodes)-1 || d.References != len(edges) {
				t.Errorf("said %+v of %d models, %d drawn", d, len(s.Models), len(nodes)-1)
			}
			if want := strconv.Itoa(d.Left) + " more, too many for one drawing"; nodes["more"] != want {
				t.Errorf("the drawing says %q, and not %q", nodes["more"], want)
			}
		})
	}
}

// TestGraphUsesTheRoomThereIs draws exactly as much as mermaid does.
func TestGraphUsesTheRoomThereIs(t *testing.T) {
	text, d := drawn(t, chain(2, 500), export.GraphOptions{Direction: "LR"})
	if d != (export.Drawn{Models: 2, References: 500}) || strings.Contains(text, "more") {
		t.Errorf("%+v", d)
	}
}

// TestGraphLabels calls models by their titles, by their pages as well where
// titles repeat, or as it is told to, and then leaves out the others.
func TestGraphLabels(t *testing.T) {
	s := chain(3, 1)
	s.Models[0].Head().Title, s.Models[2].Head().Title = "Same", "Same"
	for _, test := range []struct {
		names map[ir.ID]string
		want  []string
	}{
		{nil, []string{"Same (m10000)", "Same (m10002)", "m10001"}},
		{map[ir.ID]string{{Name: "m10002"}: "B", {Name: "m10001"}: "A"}, []string{"A", "B"}},
	} {
		text, _ := drawn(t, s, export.GraphOptions{Direction: "LR", Names: test.names})
		nodes, _ := checkChart(t, text)
		var got []string
		for _, label := range nodes {
			got = append(got, label)
		}
		slices.Sort(got)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Error(diff)
		}
	}
}
