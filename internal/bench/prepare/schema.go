package prepare

import (
	"context"
	"fmt"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// Schema reads reference pages. It fails where docgen would refuse them.
func Schema(ctx context.Context, docs string) (*ir.Schema, error) {
	result, err := docgen.Read(ctx, docgen.Config{Docs: docs})
	if err != nil {
		return nil, err
	}
	for _, d := range result.Diagnostics {
		if d.Severity() == diag.Error {
			return nil, fmt.Errorf("%s: %s: %s", d.Span.Position(), d.Code, d.Message)
		}
	}
	return result.Schema, nil
}

// Cut returns the part of a schema that the models with these titles reach,
// themselves included.
func Cut(schema *ir.Schema, titles []string) (*ir.Schema, error) {
	reached := map[ir.ID]bool{}
	var todo []ir.Model
	for _, title := range titles {
		m := find(schema, title)
		if m == nil {
			return nil, fmt.Errorf("no model is titled %q", title)
		}
		todo = append(todo, m)
	}
	for len(todo) > 0 {
		m := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if reached[m.Head().ID] {
			continue
		}
		reached[m.Head().ID] = true
		for ref := range ir.Refs(m) {
			todo = append(todo, ref.Model)
		}
	}
	part := &ir.Schema{Trees: schema.Trees}
	for _, m := range schema.Models {
		if reached[m.Head().ID] {
			part.Models = append(part.Models, m)
		}
	}
	return part, nil
}

// find returns the body with the title; envelopes often bear the same one.
func find(schema *ir.Schema, title string) ir.Model {
	for _, m := range schema.Models {
		if h := m.Head(); h.Title == title && h.Role == ir.RoleModel {
			return m
		}
	}
	return nil
}
