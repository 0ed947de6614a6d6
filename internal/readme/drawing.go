package readme

import (
	"bytes"
	"fmt"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// A drawing is a mermaid flowchart, and what is said below it.
type drawing struct{ Chart, Caption string }

const (
	// mostDrawn is how many models a reader can still follow.
	mostDrawn = 40
	// mostRoots is how many models a drawing of a part begins at.
	mostRoots = 3
)

const legend = "Boxes with round ends are enums, hexagons are unions. Dotted arrows are members that may be left out, `[]` are lists and `{}` maps."

// draw draws the models of the package: all of them where they are few, else
// those that lead to the most others. It returns nil where nothing hangs
// together. top are the models that lead to others, in order.
func draw(s *ir.Schema, top []ir.Model, pkg *plan.Package) (*drawing, error) {
	o := export.GraphOptions{Direction: export.Directions[0], Names: pkg.Names, Most: mostDrawn, Depth: 1}
	caption := legend
	if len(pkg.Names) > mostDrawn {
		o.From = top[:min(mostRoots, len(top))]
		caption = fmt.Sprintf("Drawn are %s, which lead to the most models, and what they hold. %s `docgen export graph --from MODEL` draws other parts.",
			naming.List(namesOf(o.From, pkg)), legend)
	}
	var chart bytes.Buffer
	drawn, err := export.Mermaid(&chart, s, o)
	if err != nil || drawn.References == 0 {
		return nil, err
	}
	return &drawing{chart.String(), caption}, nil
}

// roots returns the models that travel, those first that nothing refers to and
// that lead to the most others.
func roots(s *ir.Schema, pkg *plan.Package) []ir.Model {
	var out []ir.Model
	seen := map[ir.ID]bool{}
	for _, m := range append(export.Tops(s), s.Models...) {
		h := m.Head()
		if h.Role == ir.RoleModel && pkg.Names[h.ID] != "" && !seen[h.ID] {
			seen[h.ID] = true
			out = append(out, m)
		}
	}
	return out
}

func namesOf(models []ir.Model, pkg *plan.Package) []string {
	var names []string
	for _, m := range models {
		names = append(names, pkg.Names[m.Head().ID])
	}
	return names
}
