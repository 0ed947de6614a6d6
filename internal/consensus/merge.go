package consensus

import (
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// Merge fills what main does not know with what the schemas of also say, and
// returns where they contradict main, with both places. What main states is
// never changed; where the others disagree among each other, nothing is
// filled. Merging again changes nothing.
//
// JSON names play no part: Merge comes before they are decided.
func Merge(main *ir.Schema, also []*ir.Schema) diag.List {
	var diags diag.List
	f := &filling{main: main}
	for _, other := range also {
		c := compare(main, other)
		c.report(&diags, other)
		f.joins = append(f.joins, c.join)
	}
	for f.changed = true; f.changed; {
		f.changed = false
		f.opaques()
		for _, m := range main.Models {
			f.model(m)
		}
	}
	diags.Sort()
	return diags
}

// A filling fills the unknowns of a schema. What is filled in one place can
// make another one clear, so it goes over all models until nothing changes;
// it ends because it only ever adds knowledge.
type filling struct {
	main    *ir.Schema
	joins   []*join // with each of the other schemas
	changed bool
}

// A voice is another schema that speaks of a model of the main one.
type voice struct {
	pair // a is the main one's model
	join *join
}

func (f *filling) voices(m ir.Model) []voice {
	var voices []voice
	for _, j := range f.joins {
		if other := j.toB[m.Head().ID]; other != nil && !isEnvelope(m) && !isEnvelope(other) {
			voices = append(voices, voice{pair{m, other}, j})
		}
	}
	return voices
}

// model fills what is not known of m.
func (f *filling) model(m ir.Model) {
	voices := f.voices(m)
	if len(voices) == 0 {
		return
	}
	f.head(m.Head(), voices)
	switch m := m.(type) {
	case *ir.Object:
		f.fields(m, voices)
	case *ir.Enum:
		f.enum(m, voices)
	case *ir.Union:
		f.variants(m.Variants, bodies(voices))
	case *ir.Alias:
		m.Of = f.typ(m.Of, bodies(voices))
	}
}

func (f *filling) head(h *ir.Header, voices []voice) {
	var docs []ir.Doc
	var deprecations []*ir.Deprecation
	for _, v := range voices {
		docs = append(docs, v.b.Head().Doc)
		deprecations = append(deprecations, v.b.Head().Deprecated)
	}
	f.notes(&h.Doc, &h.Deprecated, docs, deprecations)
}

// notes fills documentation and deprecation.
func (f *filling) notes(doc *ir.Doc, deprecated **ir.Deprecation, docs []ir.Doc, deprecations []*ir.Deprecation) {
	docs = slices.DeleteFunc(docs, ir.Doc.IsZero)
	texts := make([]string, len(docs))
	for i, d := range docs {
		texts[i] = d.Text()
	}
	if _, ok := unanimous(texts); ok && doc.IsZero() {
		*doc, f.changed = docs[0], true
	}
	var said []ir.Deprecation
	for _, d := range deprecations {
		if d != nil {
			said = append(said, *d)
		}
	}
	if d, ok := unanimous(said); ok && *deprecated == nil {
		*deprecated, f.changed = &d, true
	}
}

// unanimous returns what all say. ok is false when nobody says anything, or
// not all the same.
func unanimous[T comparable](said []T) (what T, ok bool) {
	for _, s := range said {
		if s != said[0] {
			return what, false
		}
	}
	if len(said) == 0 {
		return what, false
	}
	return said[0], true
}
