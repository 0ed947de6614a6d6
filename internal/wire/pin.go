package wire

import (
	"fmt"
	"maps"
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// Selector returns how a pin names the field of a model: the model's identity,
// and the name as the page prints it.
func Selector(model ir.ID, field string) string { return model.String() + "." + field }

// A pin is one that remembers whether it was of any use.
type pin struct {
	Pin
	used bool
}

func pinsBySelector(pins []Pin) map[string]*pin {
	out := make(map[string]*pin, len(pins))
	for _, p := range pins {
		out[p.Selector] = &pin{Pin: p}
	}
	return out
}

func (p *pin) why() string {
	if p.Span.IsZero() {
		return "pinned"
	}
	return fmt.Sprintf("pinned at %s", p.Span.Position())
}

// checkPins says which pins belong to no field.
func (n *namer) checkPins() {
	for _, selector := range slices.Sorted(maps.Keys(n.pins)) {
		p := n.pins[selector]
		if p.used {
			continue
		}
		n.diags.Add(diag.Diagnostic{
			Code: "DG0405", Span: p.Span,
			Message: fmt.Sprintf("no field is called %s; the pin has no effect", selector),
			Help:    n.nearestField(selector),
		})
	}
}

// nearestField suggests the field that a selector may have meant.
func (n *namer) nearestField(selector string) string {
	var known []string
	for _, t := range n.trees {
		for _, o := range t.objects {
			for _, f := range o.Fields {
				known = append(known, Selector(o.ID, f.Name))
			}
		}
	}
	found := naming.Nearest(selector, known)
	if found == "" {
		return "docgen names --all lists the fields"
	}
	return "is it " + found + "?"
}
