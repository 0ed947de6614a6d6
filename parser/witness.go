package parser

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// witnesses are the names that a tree's pages mention as those of JSON
// members: in code spans of their prose, and as keys of JSON texts. The
// printed names of fields are none: they are what is in question.
type witnesses struct {
	weight  map[string]int      // by name; a key of JSON weighs more than a mention
	spelled map[string][]string // names by what squash leaves of them, in order of appearance
	onPage  map[pageName]bool
	values  map[string]bool // values of enums, which prose mentions as well
}

// A pageName is a name that a model's own page mentions.
type pageName struct {
	page ir.ID
	name string
}

// How much a mention in prose weighs, and a key of a JSON text.
const (
	weightMention = 1
	weightKey     = 3
)

func newWitnesses() *witnesses {
	return &witnesses{
		weight: map[string]int{}, spelled: map[string][]string{},
		onPage: map[pageName]bool{}, values: map[string]bool{},
	}
}

// add takes in what the page of a model mentions.
func (w *witnesses) add(m mention, page ir.ID) {
	if w.weight[m.name] == 0 {
		key := squash(m.name)
		w.spelled[key] = append(w.spelled[key], m.name)
	}
	w.weight[m.name] += m.weight
	w.onPage[pageName{page, m.name}] = true
}

// addValues makes the values of m known.
func (w *witnesses) addValues(m *ir.Enum) {
	for _, v := range m.Values {
		w.values[v.Value.Text()] = true
	}
}

// others returns the names with the letters and digits of name that are not
// just values of enums.
func (w *witnesses) others(name string) []string {
	return slices.DeleteFunc(slices.Clone(w.spelled[squash(name)]), func(s string) bool { return w.values[s] })
}

// squash returns the letters and digits of name, in lower case: what all ways
// to write it have in common.
func squash(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == '.' {
			return -1
		}
		return r
	}, strings.ToLower(name))
}

// A mention is what one page witnesses.
type mention struct {
	name   string
	weight int
}

var (
	memberName = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$-]*$`)
	jsonKey    = regexp.MustCompile(`"([A-Za-z_$][A-Za-z0-9_$.-]*)"\s*:`)
)

// mentions returns what p and the model made of it witness.
func mentions(p *page, m ir.Model) []mention {
	out := docMentions(nil, m.Head().Doc)
	for _, text := range p.json {
		out = jsonMentions(out, text)
	}
	o, ok := m.(*ir.Object)
	if !ok {
		return out
	}
	for _, f := range o.Fields {
		out = docMentions(out, f.Doc)
		for _, e := range f.Examples {
			out = jsonMentions(out, e.Text)
		}
	}
	return out
}

func docMentions(out []mention, doc ir.Doc) []mention {
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *ir.Paragraph:
			out = codeMentions(out, b.Text)
		case *ir.ListBlock:
			for _, item := range b.Items {
				out = codeMentions(out, item)
			}
		case *ir.CodeBlock:
			out = jsonMentions(out, b.Text)
		}
	}
	return out
}

func codeMentions(out []mention, text []ir.Inline) []mention {
	for _, in := range text {
		c, ok := in.(ir.Code)
		switch {
		case !ok:
		case memberName.MatchString(string(c)):
			out = append(out, mention{string(c), weightMention})
		default:
			out = jsonMentions(out, string(c))
		}
	}
	return out
}

// jsonMentions finds the keys in a JSON text, or in a piece of one.
func jsonMentions(out []mention, text string) []mention {
	if !strings.Contains(text, `":`) && !strings.Contains(text, `" :`) {
		return out
	}
	for _, key := range jsonKey.FindAllStringSubmatch(text, -1) {
		out = append(out, mention{key[1], weightKey})
	}
	return out
}
