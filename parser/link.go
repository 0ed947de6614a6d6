package parser

import (
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/graph"
	"github.com/docgen-go/docgen/ir"
)

// addMissing adds the models that have no page, so that every reference leads
// somewhere. Several pages may miss the same one.
func (r *reading) addMissing() {
	known := make(map[ir.ID]bool, len(r.schema.Models))
	for _, m := range r.schema.Models {
		known[m.Head().ID] = true
	}
	for _, m := range r.missing {
		if !known[m.ID] {
			known[m.ID] = true
			r.schema.Models = append(r.schema.Models, m)
		}
	}
}

// linkRefs leads every reference to its model.
func (r *reading) linkRefs() {
	models := make(map[ir.ID]ir.Model, len(r.schema.Models))
	for _, m := range r.schema.Models {
		models[m.Head().ID] = m
	}
	for _, m := range r.schema.Models {
		for ref := range ir.Refs(m) {
			ref.Model = models[ref.ID]
		}
	}
}

// breakAliases turns aliases that lead back to themselves into opaque models:
// such a page gives its model no type, or one without an end.
func (r *reading) breakAliases() {
	var broken []int
	circular := circularAliases(r.schema.Models)
	for i, m := range r.schema.Models {
		alias, ok := m.(*ir.Alias)
		if !ok || !circular[alias.ID] {
			continue
		}
		r.diags.Add(diag.Diagnostic{
			Code: "DG0207", Span: alias.Span,
			Message: "the model is another name for itself; any JSON is taken for it",
		})
		broken = append(broken, i)
	}
	for _, i := range broken {
		r.schema.Models[i] = &ir.Opaque{Header: *r.schema.Models[i].Head(), Reason: "it is another name for itself"}
	}
	if len(broken) > 0 {
		r.linkRefs()
	}
}

// circularAliases returns the aliases whose type leads back to them through
// nothing but aliases, lists and maps. Objects and unions on the way make a
// type that is merely recursive.
func circularAliases(models []ir.Model) map[ir.ID]bool {
	next := map[ir.ID][]ir.ID{}
	var ids []ir.ID
	for _, m := range models {
		if alias, ok := m.(*ir.Alias); ok {
			ids = append(ids, alias.ID)
			for ref := range ir.Refs(alias) {
				if _, ok := ref.Model.(*ir.Alias); ok {
					next[alias.ID] = append(next[alias.ID], ref.ID)
				}
			}
		}
	}
	component := graph.Components(ids, func(id ir.ID) []ir.ID { return next[id] })
	out := map[ir.ID]bool{}
	for from, all := range next {
		for _, to := range all {
			if component[from] == component[to] {
				out[from] = true
			}
		}
	}
	return out
}
