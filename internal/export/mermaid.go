package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/ir"
)

// Directions are where the arrows of a drawing can lead: left to right, top to
// bottom, and back.
var Directions = []string{"LR", "TB", "RL", "BT"}

// What mermaid draws unless it is configured otherwise, which GitHub does not
// allow: https://mermaid.js.org/config/schema-docs/config.html (maxTextSize,
// maxEdges). A byte is at least a character.
const (
	maxGraphText  = 50_000
	maxGraphEdges = 500
)

// A Drawn says how much of what was asked for is in a drawing.
type Drawn struct {
	Models     int
	References int
	Left       int // models for which there was no room
}

// Mermaid draws models and their references as a mermaid flowchart
// (https://mermaid.js.org/syntax/flowchart.html). The same schema always gives
// the same bytes, and never more than mermaid draws: the drawing itself says
// what it has no room for.
func Mermaid(w io.Writer, s *ir.Schema, o GraphOptions) (Drawn, error) {
	c := chart{names: o.Names, drawn: map[ir.ID]bool{}, waiting: map[ir.ID][]edge{}}
	if o.Names == nil {
		c.names = labels(s)
	}
	wanted := o.order(s)
	c.text = len("flowchart LR\n") + len(c.more(len(wanted)))
	for i, m := range wanted {
		if o.Most > 0 && i == o.Most || !c.add(m) {
			break
		}
	}
	slices.SortFunc(c.nodes, func(a, b ir.Model) int { return a.Head().ID.Compare(b.Head().ID) })
	out := Drawn{len(c.nodes), c.edges, len(wanted) - len(c.nodes)}
	_, err := io.WriteString(w, c.render(o.Direction, out.Left))
	return out, err
}

// A chart is a flowchart that grows model by model.
type chart struct {
	names   map[ir.ID]string
	drawn   map[ir.ID]bool
	nodes   []ir.Model
	edges   int
	waiting map[ir.ID][]edge // references to models that are not drawn yet
	text    int              // bytes of it all
}

// add adds m, with the references between it and what is there already. It
// reports false where there is no room.
func (c *chart) add(m ir.Model) bool {
	id := m.Head().ID
	fresh := c.waiting[id]
	for _, e := range edges(m) {
		if to := e.to.Head().ID; to == id || c.drawn[to] {
			fresh = append(fresh, e)
		} else {
			c.waiting[to] = append(c.waiting[to], e)
		}
	}
	text := c.text + len(c.node(m))
	for _, e := range fresh {
		text += len(arrow(e))
	}
	if text > maxGraphText || c.edges+len(fresh) > maxGraphEdges {
		return false
	}
	c.drawn[id], c.nodes = true, append(c.nodes, m)
	c.edges, c.text = c.edges+len(fresh), text
	return true
}

// render returns the chart as text. What is left out has a node of its own.
func (c *chart) render(direction string, left int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "flowchart %s\n", direction)
	for _, m := range c.nodes {
		b.WriteString(c.node(m))
	}
	if left > 0 {
		b.WriteString(c.more(left))
	}
	for _, m := range c.nodes {
		for _, e := range edges(m) {
			if c.drawn[e.to.Head().ID] {
				b.WriteString(arrow(e))
			}
		}
	}
	return b.String()
}

// more is the node that says how many models have no room. No model has its
// name.
func (c *chart) more(left int) string {
	return fmt.Sprintf("    more>\"%d more, too many for one drawing\"]\n", left)
}

// node returns the line of a model. Its shape says what kind of model it is.
func (c *chart) node(m ir.Model) string {
	opens, closes := shape(m)
	return fmt.Sprintf("    %s%s\"%s\"%s\n", nodeID(m), opens, escape(c.names[m.Head().ID]), closes)
}

func shape(m ir.Model) (opens, closes string) {
	switch m.(type) {
	case *ir.Object:
		return "[", "]"
	case *ir.Enum:
		return "([", "])"
	case *ir.Union:
		return "{{", "}}"
	case *ir.Alias:
		return "[/", "/]"
	case *ir.Opaque:
		return "[[", "]]"
	}
	panic(fmt.Sprintf("export: unknown kind of model %T", m))
}

// arrow returns the line of a reference: dotted where it is optional.
func arrow(e edge) string {
	line := "-->"
	if e.optional {
		line = "-.->"
	}
	if e.label != "" {
		line += `|"` + escape(e.label) + `"|`
	}
	return fmt.Sprintf("    %s %s %s\n", nodeID(e.from), line, nodeID(e.to))
}

// nodeID returns a name for m that is no word of mermaid's, and no other
// model's: a slash becomes two underscores, what is neither a letter nor a
// digit an underscore with the byte in hexadecimal.
func nodeID(m ir.Model) string {
	var b strings.Builder
	b.WriteString("m_")
	for _, c := range []byte(m.Head().ID.String()) {
		switch {
		case c == '/':
			b.WriteString("__")
		case isWord(rune(c)) && c < unicode.MaxASCII:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "_%02x", c)
		}
	}
	return b.String()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// labels returns the titles of the models of s. A title that several models
// have is followed by their names.
func labels(s *ir.Schema) map[ir.ID]string {
	bearers := map[string]int{}
	for _, m := range s.Models {
		bearers[m.Head().Title]++
	}
	out := map[ir.ID]string{}
	for _, m := range s.Models {
		h := m.Head()
		out[h.ID] = cmp.Or(h.Title, h.ID.String())
		if h.Title != "" && bearers[h.Title] > 1 {
			out[h.ID] = fmt.Sprintf("%s (%s)", h.Title, h.ID)
		}
	}
	return out
}

// escape writes text for between double quotes. Quoted text ends at a quote
// and may hold entities, tags, icons and markdown, lists among them; a mark
// that could begin one of these becomes an entity of its own.
func escape(text string) string {
	var b strings.Builder
	runes := []rune(text)
	inWord := func(i int) bool {
		return i > 0 && i+1 < len(runes) && isWord(runes[i-1]) && isWord(runes[i+1])
	}
	for i, r := range runes {
		switch {
		case isWord(r), strings.ContainsRune(" ()[]{}?=/,", r), strings.ContainsRune("_-.", r) && inWord(i):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return b.String()
}
