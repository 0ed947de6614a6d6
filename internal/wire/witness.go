package wire

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// How much a name's appearance weighs: as a word of prose, as code in it or
// among the values of enums, and as a key of a JSON text, which shows a member
// at work.
const (
	weightWord    = 1
	weightMention = 2
	weightKey     = 6
)

// A witness is a spelling that appears somewhere, for whatever it may stand.
type witness struct {
	name   string
	weight int
	first  source.Span // where it appears first
	key    bool        // it is a key of a JSON text
	prose  bool        // it only appears as a word of running text
}

// loudest returns the weight of s's strongest appearance.
func (s *witness) loudest() int {
	switch {
	case s.key:
		return weightKey
	case s.prose:
		return weightWord
	}
	return weightMention
}

// witnesses are the spellings that a tree's pages show. The printed names of
// fields are none: they are what is in question.
type witnesses struct {
	folded map[string][]*witness // by letters and digits, in order of appearance
	onPage map[pageName]source.Span
	values map[string]source.Span // the values of enums, which prose mentions as well
	// foldedValues are the values of enums by their letters and digits: values
	// that name members to sort or to group by are written as these are.
	foldedValues map[string][]string
	titles       []string // of models, folded
}

// A pageName is a name that a model's own page shows.
type pageName struct {
	page ir.ID
	name string
}

func newWitnesses() *witnesses {
	return &witnesses{
		folded: map[string][]*witness{}, onPage: map[pageName]source.Span{},
		values: map[string]source.Span{}, foldedValues: map[string][]string{},
	}
}

// find returns the witness for a name, or nil.
func (w *witnesses) find(name string) *witness { return w.findFolded(name, naming.Fold(name)) }

// findFolded is find for a name of which it is known what Fold makes of it.
func (w *witnesses) findFolded(name, folded string) *witness {
	for _, s := range w.folded[folded] {
		if s.name == name {
			return s
		}
	}
	return nil
}

// take takes in what was seen.
func (w *witnesses) take(seen sightings) {
	for _, one := range seen {
		w.add(one)
	}
}

func (w *witnesses) add(one sighting) {
	key := naming.Fold(one.name)
	s := w.findFolded(one.name, key)
	if s == nil {
		s = &witness{name: one.name, first: one.at, prose: true}
		w.folded[key] = append(w.folded[key], s)
	}
	s.weight += one.weight
	s.key = s.key || one.weight == weightKey
	s.prose = s.prose && one.weight == weightWord
	if p := (pageName{one.page, one.name}); one.weight > weightWord && one.page != (ir.ID{}) && w.onPage[p].IsZero() {
		w.onPage[p] = one.at
	}
}

// others returns the spellings of name's letters that are not name, nor just
// values of enums or words of prose.
func (w *witnesses) others(name string) []*witness {
	var others []*witness
	for _, s := range w.folded[naming.Fold(name)] {
		_, isValue := w.values[s.name]
		if s.name != name && !s.prose && (!isValue || s.key) {
			others = append(others, s)
		}
	}
	return others
}

// readModel takes in what the model itself says, beside what its page shows.
func (w *witnesses) readModel(m ir.Model) {
	w.titles = append(w.titles, naming.Fold(m.Head().Title))
	if m, ok := m.(*ir.Enum); ok {
		w.readValues(m)
	}
}

func (w *witnesses) readValues(m *ir.Enum) {
	for _, v := range m.Values {
		text := v.Value.Text()
		if !isMemberName(text) {
			continue
		}
		if _, known := w.values[text]; !known {
			w.values[text] = v.Span
			key := naming.Fold(text)
			w.foldedValues[key] = append(w.foldedValues[key], text)
		}
	}
}

// singular returns the name with these letters that a value of an enum is the
// plural of, such as utm_source of "utm_sources": values that one groups by are
// called after members, in their style. Those that a model is called after are
// not: they name the model.
func (w *witnesses) singular(folded string) (string, bool) {
	values := w.foldedValues[folded+"s"]
	if len(values) != 1 || slices.ContainsFunc(w.titles, func(t string) bool { return strings.HasSuffix(t, folded+"s") }) {
		return "", false
	}
	name := strings.TrimRight(values[0], "sS")
	return name, styleOf(name) != None && naming.Fold(name) == folded
}
