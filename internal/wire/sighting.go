package wire

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A sighting is one appearance of what may be the name of a member.
type sighting struct {
	name   string
	weight int
	page   ir.ID // of the model whose page shows it; zero for none
	at     source.Span
}

// sightings are what texts show, in their order.
type sightings []sighting

var (
	compound = regexp.MustCompile(`\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b|\b[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+\b`)
	jsonKey  = regexp.MustCompile(`"([A-Za-z_$][A-Za-z0-9_$.-]*)"\s*:`)
)

// isMemberName reports whether name can be that of a member:
// [A-Za-z_$][A-Za-z0-9_$-]*.
func isMemberName(name string) bool {
	for i := range len(name) {
		switch c := name[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == '$':
		case i > 0 && ('0' <= c && c <= '9' || c == '-'):
		default:
			return false
		}
	}
	return name != ""
}

// add takes in a name, if it can be one.
func (s *sightings) add(name string, weight int, page ir.ID, at source.Span) {
	if name = strings.TrimSuffix(name, "[]"); isMemberName(name) {
		*s = append(*s, sighting{name, weight, page, at})
	}
}

// readModel takes in what a model's page shows.
func (s *sightings) readModel(m ir.Model) {
	h := m.Head()
	s.readDoc(h.Doc, h.ID, h.Span)
	if m, ok := m.(*ir.Object); ok {
		for _, f := range m.Fields {
			s.readDoc(f.Doc, h.ID, f.Span)
			for _, e := range f.Examples {
				s.readJSON(e.Text, h.ID, e.Span)
			}
		}
	}
}

func (s *sightings) readDoc(doc ir.Doc, page ir.ID, at source.Span) {
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *ir.Paragraph:
			s.readInline(b.Text, page, at)
		case *ir.ListBlock:
			for _, item := range b.Items {
				s.readInline(item, page, at)
			}
		case *ir.CodeBlock:
			s.readJSON(b.Text, page, at)
		}
	}
}

func (s *sightings) readInline(text []ir.Inline, page ir.ID, at source.Span) {
	for _, in := range text {
		switch in := in.(type) {
		case ir.Code:
			s.readCode(string(in), page, at)
		case ir.Plain:
			if !holdsSeam(string(in)) {
				continue
			}
			for _, word := range compound.FindAllString(string(in), -1) {
				s.add(word, weightWord, page, at)
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
func (s *sightings) readCode(code string, page ir.ID, at source.Span) {
	if strings.Contains(code, `"`) {
		s.readJSON(code, page, at)
		return
	}
	for _, name := range strings.Split(code, ".") {
		s.add(strings.TrimSpace(name), weightMention, page, at)
		page = ir.ID{} // what follows a dot is a member of another model
	}
}

// readJSON takes in the keys of a JSON text, or of a piece of one.
func (s *sightings) readJSON(text string, page ir.ID, at source.Span) {
	if !strings.Contains(text, `":`) && !strings.Contains(text, `" :`) {
		return
	}
	for _, key := range jsonKey.FindAllStringSubmatch(text, -1) {
		s.add(key[1], weightKey, page, at)
	}
}

// readText takes in what stands beside the models.
func (s *sightings) readText(t ir.Text) {
	if t.JSON {
		s.readJSON(t.Text, t.Page, t.Span)
		return
	}
	s.readCode(t.Text, t.Page, t.Span)
}
