package wire

import (
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

type pinKey struct {
	model ir.ID
	field string
}

// A pin is one that remembers whether it was of any use.
type pin struct {
	Pin
	used bool
}

func pinsByField(pins []Pin) map[pinKey]*pin {
	out := make(map[pinKey]*pin, len(pins))
	for _, p := range pins {
		out[pinKey{p.Model, p.Field}] = &pin{Pin: p}
	}
	return out
}

func (p *pin) why() string {
	if p.Span.IsZero() {
		return "pinned"
	}
	return fmt.Sprintf("pinned at %s", p.Span.Position())
}

// Selector returns how a pin names the field of a model: the model's identity,
// and the name as the page prints it.
func Selector(model ir.ID, field string) string { return model.String() + "." + field }

// checkPins says which pins belong to no field.
func (n *namer) checkPins(s *ir.Schema) {
	for key, p := range n.pins {
		if p.used {
			continue
		}
		n.diags.Add(diag.Diagnostic{
			Code: "DG0405", Span: p.Span,
			Message: fmt.Sprintf("no field is called %s; the pin has no effect", Selector(key.model, key.field)),
			Help:    nearestField(s, key),
		})
	}
}

// nearestField suggests the field that a pin may have meant.
func nearestField(s *ir.Schema, key pinKey) string {
	for _, m := range s.Models {
		o, ok := m.(*ir.Object)
		if !ok || naming.Fold(o.ID.String()) != naming.Fold(key.model.String()) {
			continue
		}
		for _, f := range o.Fields {
			if naming.Fold(f.Name) == naming.Fold(key.field) || f.Wire.Name == key.field {
				return "is it " + Selector(o.ID, f.Name) + "?"
			}
		}
		return fmt.Sprintf("%s has no such field", o.ID)
	}
	return "docgen names --all lists the fields"
}
