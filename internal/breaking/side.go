package breaking

import (
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A side is a version with what is looked up in it.
type side struct {
	API
	decls   map[string]plan.Decl
	names   []string // of the declarations, in order
	models  map[ir.ID]ir.Model
	byName  map[string]ir.Model // by Go name
	origins map[string]source.Span
}

func sideOf(api API) *side {
	s := &side{
		API: api, decls: map[string]plan.Decl{}, models: map[ir.ID]ir.Model{},
		byName: map[string]ir.Model{}, origins: map[string]source.Span{},
	}
	for _, m := range api.Schema.Models {
		id := m.Head().ID
		s.models[id] = m
		if name := api.Names[id]; name != "" {
			s.byName[name] = m
		}
	}
	for _, f := range api.Package.Files {
		for _, d := range f.Decls {
			s.decls[d.TypeName()] = d
			s.names = append(s.names, d.TypeName())
		}
	}
	s.findOrigins()
	return s
}

// findOrigins notes where the declarations that are no models come from: the
// first member whose type names them, or the model that does.
func (s *side) findOrigins() {
	note := func(t plan.Type, span source.Span) {
		eachName(t, func(name string) {
			if _, ok := s.origins[name]; !ok && s.byName[name] == nil {
				s.origins[name] = span
			}
		})
	}
	for _, name := range s.names {
		switch d := s.decls[name].(type) {
		case *plan.Struct:
			for _, f := range d.Fields {
				note(f.Type, s.fieldSpan(name, f))
			}
			if d.Additional != nil {
				note(d.Additional.Elem, s.span(name))
			}
		case *plan.Alias:
			note(d.Of, s.span(name))
		case *plan.Union:
			for _, v := range d.Variants {
				note(v.Wraps, s.span(name))
			}
		}
	}
}

// span returns where a declaration comes from.
func (s *side) span(name string) source.Span {
	if m := s.byName[name]; m != nil {
		return m.Head().Span
	}
	return s.origins[name]
}

// fieldSpan returns the row of a field of the struct called name.
func (s *side) fieldSpan(name string, f plan.Field) source.Span {
	if o, ok := s.byName[name].(*ir.Object); ok {
		for i := range o.Fields {
			if o.Fields[i].Wire.Name == f.Wire {
				return o.Fields[i].Span
			}
		}
	}
	return s.span(name)
}

// constSpan returns the row of a constant of the enum called name.
func (s *side) constSpan(name string, c plan.Const) source.Span {
	if e, ok := s.byName[name].(*ir.Enum); ok {
		for _, v := range e.Values {
			if v.Value == c.Value {
				return v.Span
			}
		}
	}
	return s.span(name)
}

// variantSpan returns the row of a variant of the union called name: of the
// first one whose type is the model of the same Go name.
func (s *side) variantSpan(name, variant string) source.Span {
	u, ok := s.byName[name].(*ir.Union)
	if !ok {
		return s.span(name)
	}
	for _, v := range u.Variants {
		if ref, ok := v.Type.(*ir.Ref); ok && s.Names[ref.Model.Head().ID] == variant {
			return v.Span
		}
	}
	return s.span(name)
}

// isWire reports whether values of a model travel as JSON.
func isWire(m ir.Model) bool { return m.Head().Role != ir.RoleEnvelope }

// parties returns who exchanges a model's JSON, as far as its part in the API
// tells: parameters are sent, and errors are received.
func parties(m ir.Model) Party {
	switch m.Head().Role {
	case ir.RoleParameters:
		return Writers
	case ir.RoleError:
		return Readers
	}
	return Readers | Writers
}
