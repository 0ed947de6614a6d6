package closure

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A use is a place where a model uses another one.
type use struct {
	by   string // the selector of the member, or of the model
	to   ir.ID
	span source.Span
}

// uses returns where m uses other models, in page order.
func uses(m ir.Model) []use {
	var out []use
	h := m.Head()
	add := func(by string, span source.Span, types ...ir.Type) {
		for _, t := range types {
			ir.Walk(t, func(t ir.Type) {
				if ref, ok := t.(*ir.Ref); ok {
					out = append(out, use{by, ref.ID, span})
				}
			})
		}
	}
	switch m := m.(type) {
	case *ir.Object:
		for _, f := range m.Fields {
			add(h.ID.String()+"."+f.Name, f.Span, f.Type)
		}
		if m.Additional != nil {
			add(h.ID.String(), h.Span, m.Additional)
		}
	case *ir.Union:
		for _, v := range m.Variants {
			add(h.ID.String(), v.Span, v.Type)
		}
	case *ir.Alias:
		add(h.ID.String(), h.Span, m.Of)
	}
	return out
}

// maxRelated is how many more uses of an excluded model are shown.
const maxRelated = 3

// needed says which excluded models are needed by those that are kept: one
// diagnostic for each excluded model, at its first use.
func needed(kept []ir.Model, exclude map[ir.ID]bool) diag.List {
	var diags diag.List
	at := map[ir.ID]int{} // the diagnostic for an excluded model
	for _, m := range kept {
		for _, u := range uses(m) {
			if !exclude[u.to] {
				continue
			}
			i, seen := at[u.to]
			if seen && len(diags[i].Related) == maxRelated {
				continue
			}
			if seen {
				diags[i].Related = append(diags[i].Related, diag.Related{Span: u.span, Message: u.by + " needs it, too"})
				continue
			}
			at[u.to] = len(diags)
			diags.Add(diag.Diagnostic{
				Code: "DG0513", Span: u.span,
				Message: fmt.Sprintf("%s is excluded, and %s needs it", u.to, u.by),
				Help:    fmt.Sprintf("exclude %s as well, or do not exclude %s", m.Head().ID, u.to),
			})
		}
	}
	return diags
}
