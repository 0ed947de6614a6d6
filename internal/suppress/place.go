package suppress

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// places knows what stands where on the pages of a schema.
type places struct {
	docs   string
	models map[*source.File][]ir.Model // of each page, in page order
}

func placesOf(s *ir.Schema, docs string) places {
	p := places{docs: docs, models: map[*source.File][]ir.Model{}}
	for _, m := range s.Models {
		if file := m.Head().Span.File; file != nil {
			p.models[file] = append(p.models[file], m)
		}
	}
	for _, models := range p.models {
		slices.SortStableFunc(models, func(a, b ir.Model) int { return cmp.Compare(a.Head().Span.Start, b.Head().Span.Start) })
	}
	return p
}

// subjects returns what stands at span: the member or value in its line, the
// model whose title is the last one before it, and the page.
func (p places) subjects(span source.Span) []string {
	if span.IsZero() {
		return nil
	}
	page := closure.Page(span.File.Name, p.docs)
	models := p.models[span.File]
	if len(models) == 0 {
		return []string{page}
	}
	m := models[0]
	for _, next := range models[1:] {
		if next.Head().Span.Start <= span.Start {
			m = next
		}
	}
	id := m.Head().ID.String()
	out := rows(m, id, span)
	return append(out, id, page)
}

// rows returns the selectors of the members or values of m in the line of span.
func rows(m ir.Model, id string, span source.Span) []string {
	var out []string
	line := span.Position().Line
	add := func(name string, at source.Span) {
		if name != "" && at.File == span.File && at.Position().Line == line {
			out = append(out, id+"."+name)
		}
	}
	switch m := m.(type) {
	case *ir.Object:
		for _, f := range m.Fields {
			add(f.Name, f.Span)
		}
	case *ir.Enum:
		for _, v := range m.Values {
			add(v.Value.Text(), v.Span)
			add(v.Name, v.Span)
		}
	}
	return out
}
