// Package export writes the schema in forms that other programs read.
package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// IRVersion is the version of the shape that [IR] writes. Members may be
// added under the same version; it grows when one changes its meaning or goes.
const IRVersion = 1

// IR writes the schema as one JSON document, in the shape that the manual
// describes in ir-json.md. The same schema always gives the same bytes.
func IR(w io.Writer, s *ir.Schema) error {
	doc := document{
		Version: IRVersion,
		Dialect: s.Dialect(),
		Models:  make([]any, len(s.Models)),
		Skipped: make([]skipped, len(s.Skipped)),
	}
	for i, m := range s.Models {
		doc.Models[i] = modelOf(m)
	}
	for i, skip := range s.Skipped {
		doc.Skipped[i] = skipped(skip)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

type document struct {
	Version int       `json:"version"`
	Dialect string    `json:"dialect"`
	Models  []any     `json:"models"` // object, enum, union, alias or opaque
	Skipped []skipped `json:"skipped"`
}

type skipped struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

// A head is what all kinds of model begin with.
type head struct {
	Kind       string       `json:"kind"`
	Name       string       `json:"name"`
	Namespace  string       `json:"namespace"`
	Title      string       `json:"title"`
	Role       string       `json:"role"`
	File       string       `json:"file,omitempty"`
	Line       int          `json:"line,omitempty"`
	Doc        string       `json:"doc,omitempty"`
	Deprecated *deprecation `json:"deprecated,omitempty"`
}

type deprecation struct {
	Message string `json:"message"`
}

var roles = map[ir.Role]string{
	ir.RoleModel: "model", ir.RoleError: "error", ir.RoleParameters: "parameters", ir.RoleEnvelope: "envelope",
}

func headOf(kind string, h *ir.Header) head {
	return head{
		Kind:       kind,
		Name:       h.ID.String(),
		Namespace:  h.ID.Namespace,
		Title:      h.Title,
		Role:       roles[h.Role],
		File:       h.Span.Position().Name,
		Line:       lineOf(h.Span),
		Doc:        h.Doc.Text(),
		Deprecated: deprecationOf(h.Deprecated),
	}
}

func deprecationOf(d *ir.Deprecation) *deprecation {
	if d == nil {
		return nil
	}
	return &deprecation{d.Message}
}

func lineOf(s source.Span) int { return s.Position().Line }

func modelOf(m ir.Model) any {
	switch m := m.(type) {
	case *ir.Object:
		return objectOf(m)
	case *ir.Enum:
		return enumOf(m)
	case *ir.Union:
		return unionOf(m)
	case *ir.Alias:
		return alias{headOf("alias", m.Head()), ir.TypeText(m.Of)}
	case *ir.Opaque:
		return opaque{headOf("opaque", m.Head()), m.Reason}
	}
	panic(fmt.Sprintf("export: unknown kind of model %T", m))
}
