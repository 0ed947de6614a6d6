package wire

import (
	"regexp"
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
func (w *witnesses) find(name string) *witness {
	for _, s := range w.folded[naming.Fold(name)] {
		if s.name == name {
			return s
		}
	}
	return nil
}

// add takes in a name that page shows; page is zero for a page of no model.
func (w *witnesses) add(name string, weight int, page ir.ID, at source.Span) {
	if name = strings.TrimSuffix(name, "[]"); !memberName.MatchString(name) {
		return
	}
	s := w.find(name)
	if s == nil {
		s = &witness{name: name, first: at, prose: true}
		key := naming.Fold(name)
		w.folded[key] = append(w.folded[key], s)
	}
	s.weight += weight
	s.key = s.key || weight == weightKey
	s.prose = s.prose && weight == weightWord
	if p := (pageName{page, name}); weight > weightWord && page != (ir.ID{}) && w.onPage[p].IsZero() {
		w.onPage[p] = at
	}
}

// others returns the spellings of name's letters that are not name, nor just
// values of enums or words of prose.
func (w *witnesses) others(name string) []*witness {
	return slices.DeleteFunc(slices.Clone(w.folded[naming.Fold(name)]), func(s *witness) bool {
		_, isValue := w.values[s.name]
		return s.name == name || s.prose || isValue && !s.key
	})
}

var (
	memberName = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$-]*$`)
	compound   = regexp.MustCompile(`\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b|\b[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+\b`)
	jsonKey    = regexp.MustCompile(`"([A-Za-z_$][A-Za-z0-9_$.-]*)"\s*:`)
)

// readModel takes in what a model's page shows.
func (w *witnesses) readModel(m ir.Model) {
	h := m.Head()
	w.titles = append(w.titles, naming.Fold(h.Title))
	w.readDoc(h.Doc, h.ID, h.Span)
	switch m := m.(type) {
	case *ir.Enum:
		w.readValues(m)
	case *ir.Object:
		for _, f := range m.Fields {
			w.readDoc(f.Doc, h.ID, f.Span)
			for _, e := range f.Examples {
				w.readJSON(e.Text, h.ID, e.Span)
			}
		}
	}
}

func (w *witnesses) readValues(m *ir.Enum) {
	for _, v := range m.Values {
		text := v.Value.Text()
		if !memberName.MatchString(text) {
			continue
		}
		if _, known := w.values[text]; !known {
			w.values[text] = v.Span
			key := naming.Fold(text)
			w.foldedValues[key] = append(w.foldedValues[key], text)
		}
	}
}

func (w *witnesses) readDoc(doc ir.Doc, page ir.ID, at source.Span) {
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *ir.Paragraph:
			w.readInline(b.Text, page, at)
		case *ir.ListBlock:
			for _, item := range b.Items {
				w.readInline(item, page, at)
			}
		case *ir.CodeBlock:
			w.readJSON(b.Text, page, at)
		}
	}
}

func (w *witnesses) readInline(text []ir.Inline, page ir.ID, at source.Span) {
	for _, in := range text {
		switch in := in.(type) {
		case ir.Code:
			w.readCode(string(in), page, at)
		case ir.Plain:
			if !holdsSeam(string(in)) {
				continue
			}
			for _, word := range compound.FindAllString(string(in), -1) {
				w.add(word, weightWord, page, at)
			}
		}
	}
}

// holdsSeam reports whether text may hold a compound: most text does not, and
// to see that takes far less than the expression does.
func holdsSeam(text string) bool {
	small := false
	for i := range len(text) {
		c := text[i]
		if c == '_' || small && 'A' <= c && c <= 'Z' {
			return true
		}
		small = 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
	}
	return false
}

// readCode takes in a code span: a name, a path of names, or JSON.
func (w *witnesses) readCode(code string, page ir.ID, at source.Span) {
	if strings.Contains(code, `"`) {
		w.readJSON(code, page, at)
		return
	}
	for _, name := range strings.Split(code, ".") {
		w.add(strings.TrimSpace(name), weightMention, page, at)
		page = ir.ID{} // what follows a dot is a member of another model
	}
}

// readJSON takes in the keys of a JSON text, or of a piece of one.
func (w *witnesses) readJSON(text string, page ir.ID, at source.Span) {
	if !strings.Contains(text, `":`) && !strings.Contains(text, `" :`) {
		return
	}
	for _, key := range jsonKey.FindAllStringSubmatch(text, -1) {
		w.add(key[1], weightKey, page, at)
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

// readText takes in what stands beside the models.
func (w *witnesses) readText(t ir.Text) {
	if t.JSON {
		w.readJSON(t.Text, t.Page, t.Span)
		return
	}
	w.readCode(t.Text, t.Page, t.Span)
}
