package export_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/ir"
)

// anyName is text with all that mermaid gives a meaning to.
var anyName = rapid.StringOfN(rapid.SampledFrom([]rune("aZ09_-. \"'`#;:<>&|[](){}/\\*+=?!$%@~^,é€漢\U0001F600")), 1, 12, -1)

// anySchema is a few models of all kinds that refer to each other at random.
func anySchema(t *rapid.T) *ir.Schema {
	s := &ir.Schema{}
	n := rapid.IntRange(1, 12).Draw(t, "models")
	for i := range n {
		// The number keeps identities apart, as file names are.
		h := ir.Header{ID: ir.ID{Namespace: "n", Name: strconv.Itoa(i) + anyName.Draw(t, "id")}, Title: anyName.Draw(t, "title")}
		if rapid.IntRange(0, 9).Draw(t, "role") == 0 {
			h.Role = ir.RoleEnvelope
		}
		kinds := []ir.Model{
			&ir.Object{Header: h}, &ir.Object{Header: h}, &ir.Object{Header: h}, &ir.Enum{Header: h, Of: ir.String},
			&ir.Union{Header: h}, &ir.Alias{Header: h}, &ir.Opaque{Header: h},
		}
		s.Models = append(s.Models, rapid.SampledFrom(kinds).Draw(t, "kind"))
	}
	for _, m := range s.Models {
		types := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) ir.Type { return anyType(t, s) }), 0, 4).Draw(t, "types")
		switch m := m.(type) {
		case *ir.Object:
			for _, typ := range types {
				m.Fields = append(m.Fields, ir.Field{Wire: ir.Wire{Name: anyName.Draw(t, "wire")}, Type: typ, Required: rapid.Bool().Draw(t, "required")})
			}
		case *ir.Union:
			for _, typ := range types {
				m.Variants = append(m.Variants, ir.Variant{Type: typ})
			}
		case *ir.Alias:
			m.Of = anyType(t, s)
		}
	}
	return s
}

func anyType(t *rapid.T, s *ir.Schema) ir.Type {
	switch rapid.IntRange(0, 5).Draw(t, "type") {
	case 0:
		return ir.String
	case 1:
		return &ir.List{Elem: anyType(t, s)}
	case 2:
		return &ir.Map{Elem: anyType(t, s)}
	case 3:
		return &ir.OneOf{Variants: []ir.Variant{{Type: anyType(t, s)}, {Type: anyType(t, s)}}}
	}
	m := rapid.SampledFrom(s.Models).Draw(t, "to")
	return &ir.Ref{ID: m.Head().ID, Model: m}
}

// distances returns how many references away from some models each is.
func distances(from []ir.Model) map[ir.ID]int {
	far := map[ir.ID]int{}
	for depth := 0; len(from) > 0; depth++ {
		var next []ir.Model
		for _, m := range from {
			if _, seen := far[m.Head().ID]; seen {
				continue
			}
			far[m.Head().ID] = depth
			for ref := range ir.Refs(m) {
				next = append(next, ref.Model)
			}
		}
		from = next
	}
	return far
}

// TestGraphShowsTheSchema holds drawings against the schemas that they are of:
// they are in the subset of mermaid, hold the models within reach and no other,
// and the references between these, all of them.
func TestGraphShowsTheSchema(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySchema(t)
		o := export.GraphOptions{Direction: "LR", Depth: rapid.IntRange(0, 4).Draw(t, "depth")}
		want := map[string]bool{}
		if rapid.Bool().Draw(t, "scoped") {
			o.From = rapid.SliceOfN(rapid.SampledFrom(s.Models), 1, 3).Draw(t, "from")
			for id, far := range distances(o.From) {
				want[id.String()] = far <= o.Depth
			}
		} else {
			var from []ir.Model
			for _, m := range s.Models {
				if m.Head().Role != ir.RoleEnvelope {
					from = append(from, m)
				}
			}
			for id := range distances(from) {
				want[id.String()] = true
			}
		}
		var out bytes.Buffer
		d, err := export.Mermaid(&out, s, o)
		if err != nil || d.Left > 0 {
			t.Fatal(d, err)
		}
		nodes, edges := checkChart(t, out.String())
		got := map[[2]string]bool{}
		for _, e := range edges {
			got[[2]string{e.from, e.to}] = true
		}
		ids := 0
		for _, m := range s.Models {
			id := modelID(m.Head().ID.String())
			label, drawn := nodes[id]
			if drawn != want[m.Head().ID.String()] {
				t.Fatalf("%s is drawn: %v\n%s", m.Head().ID, drawn, out.String())
			}
			if !drawn {
				continue
			}
			ids++
			if !strings.HasPrefix(label, m.Head().Title) {
				t.Fatalf("%q is labelled %q", m.Head().Title, label)
			}
			for ref := range ir.Refs(m) {
				if pair := [2]string{id, modelID(ref.ID.String())}; want[ref.ID.String()] && !got[pair] {
					t.Fatalf("no arrow %v", pair)
				}
			}
		}
		if ids != len(nodes) || d.Models != ids || d.References != len(edges) {
			t.Fatalf("%d models drawn, %d nodes, said %+v", ids, len(nodes), d)
		}
		checkReferences(t, s, edges)
	})
}

// checkReferences holds each arrow against the references of its model.
func checkReferences(t *rapid.T, s *ir.Schema, edges []drawnEdge) {
	for _, e := range edges {
		known := false
		for _, m := range s.Models {
			for ref := range ir.Refs(m) {
				known = known || modelID(m.Head().ID.String()) == e.from && modelID(ref.ID.String()) == e.to
			}
		}
		if !known || e.dotted && !strings.HasSuffix(e.label, "?") {
			t.Fatalf("no reference: %+v", e)
		}
	}
}

// modelID is what a model is called in the text of a chart.
func modelID(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		switch {
		case c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			b.WriteByte(c)
		case c == '/':
			b.WriteString("__")
		default:
			b.WriteString("_" + strconv.FormatInt(int64(c)+0x100, 16)[1:])
		}
	}
	return "m_" + b.String()
}
