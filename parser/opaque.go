package parser

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// fillUnions makes unions of the models whose pages are empty, where the types
// of fields tell what they consist of, and says of the others that nothing
// does. Every use tells the same, since all are printed from one definition;
// the first one counts.
func (r *reading) fillUnions() {
	told := make(map[ir.ID]ir.OneOf, len(r.uses))
	for _, use := range r.uses {
		if _, known := told[use.id]; !known {
			told[use.id] = use.of
		}
	}
	for i, m := range r.schema.Models {
		o, ok := m.(*ir.Opaque)
		if !ok || o.Reason != emptyPage {
			continue
		}
		if of, ok := told[o.ID]; ok {
			r.schema.Models[i] = unionOf(o.Header, of)
			continue
		}
		r.diags.Add(diag.Diagnostic{
			Code: "DG0208", Span: o.Span,
			Message: fmt.Sprintf("nothing tells what %s consists of; any JSON is taken for it", o.Title),
		})
	}
}
