package consensus

import "github.com/docgen-go/docgen/ir"

// fields fills what is not known of the members of m.
func (f *filling) fields(m *ir.Object, voices []voice) {
	said := make([]map[string]*ir.Field, len(voices))
	for i, v := range voices {
		if o, ok := v.b.(*ir.Object); ok {
			_, said[i] = fieldsByKey(o)
		}
	}
	keys, mine := fieldsByKey(m)
	for _, key := range keys {
		var fields []*ir.Field
		var types []saying
		for i, v := range voices {
			if other := said[i][key]; other != nil {
				fields = append(fields, other)
				types = append(types, saying{other.Type, v})
			}
		}
		f.field(mine[key], fields, types)
	}
	if m.Additional != nil {
		var types []saying
		for _, v := range voices {
			if o, ok := v.b.(*ir.Object); ok && o.Additional != nil {
				types = append(types, saying{o.Additional, v})
			}
		}
		m.Additional = f.typ(m.Additional, types)
	}
}

// field fills what is not known of a member from the same member elsewhere.
func (f *filling) field(mine *ir.Field, others []*ir.Field, types []saying) {
	var nulls []ir.Null
	var docs []ir.Doc
	var deprecations []*ir.Deprecation
	for _, o := range others {
		nulls = append(nulls, o.Null)
		docs = append(docs, o.Doc)
		deprecations = append(deprecations, o.Deprecated)
	}
	mine.Null = f.null(mine.Null, nulls)
	mine.Type = f.typ(mine.Type, types)
	f.notes(&mine.Doc, &mine.Deprecated, docs, deprecations)
}

// null returns n, or what all who know say when n is unknown.
func (f *filling) null(n ir.Null, others []ir.Null) ir.Null {
	if n != ir.NullUnknown {
		return n
	}
	var said []ir.Null
	for _, o := range others {
		if o != ir.NullUnknown {
			said = append(said, o)
		}
	}
	known, ok := unanimous(said)
	f.changed = f.changed || ok
	return known
}

// enum fills what is not known of an enum. That it may grow is filled only
// where the language of the main schema cannot say so.
func (f *filling) enum(m *ir.Enum, voices []voice) {
	var open []bool
	docs := map[ir.Value][]ir.Doc{}
	for _, v := range voices {
		other, ok := v.b.(*ir.Enum)
		if !ok {
			continue
		}
		if languageOf(other).open {
			open = append(open, other.Open)
		}
		for _, value := range other.Values {
			docs[value.Value] = append(docs[value.Value], value.Doc)
		}
	}
	if is, _ := unanimous(open); is && !m.Open && !languageOf(m).open {
		m.Open, f.changed = true, true
	}
	for i := range m.Values {
		var none *ir.Deprecation
		f.notes(&m.Values[i].Doc, &none, docs[m.Values[i].Value], nil)
	}
}
