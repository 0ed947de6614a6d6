// Package sample holds real payloads against what reference pages say.
package sample

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// Check tells where a payload and the model that it should be a value of
// contradict: each kind of contradiction once for each member, whatever list
// it repeats in. JSON names must be decided before.
func Check(m ir.Model, payload *source.File) diag.List {
	v, err := parse(payload.Content)
	if err != nil {
		at := min(err.offset, len(payload.Content))
		return diag.List{{
			Code: "DG0808", Span: payload.Span(at, min(at+1, len(payload.Content))),
			Message: "the payload is not JSON: " + err.message,
		}}
	}
	c := &checker{}
	c.model(m, v, place{pattern: "", page: m.Head().Span})
	return c.diagnostics(payload)
}

// Find returns the model that is called name: a title, an identity such as
// "components/card", or a Go name, in any case. Envelopes never travel, and are
// only found by their identity.
func Find(s *ir.Schema, name string) (ir.Model, error) {
	var found []ir.Model
	for _, m := range s.Models {
		h := m.Head()
		if h.ID.String() == name {
			return m, nil
		}
		if h.Role == ir.RoleEnvelope {
			continue
		}
		if naming.Fold(h.Title) == naming.Fold(name) || naming.Fold(h.ID.String()) == naming.Fold(name) {
			found = append(found, m)
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("no model is called %q%s", name, nearest(s, name))
	case 1:
		return found[0], nil
	}
	var ids []string
	for _, m := range found {
		ids = append(ids, m.Head().ID.String())
	}
	return nil, fmt.Errorf("several models are called %q: say which of %s", name, strings.Join(ids, ", "))
}

// nearest suggests the models that may have been meant.
func nearest(s *ir.Schema, name string) string {
	const reach = 3
	best := reach + 1
	var found []string
	for _, m := range s.Models {
		title := m.Head().Title
		d := naming.Distance(naming.Fold(title), naming.Fold(name), reach)
		if d < best {
			best, found = d, nil
		}
		if d == best && d <= reach && len(found) < 3 && !slices.Contains(found, title) {
			found = append(found, title)
		}
	}
	if found == nil {
		return ""
	}
	return "; is it " + strings.Join(found, " or ") + "?"
}
