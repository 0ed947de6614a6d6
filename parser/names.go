package parser

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// A style is how names of several words are written.
type style int

// The styles that are told apart.
const (
	styleNone style = iota // a single word
	styleSnake
	styleCamel
	styleOther
)

// styleOf returns the style that name is written in.
func styleOf(name string) style {
	name = strings.Trim(name, "_$")
	lower := strings.ToLower(name) == name
	under := strings.Contains(name, "_")
	switch {
	case name == "" || strings.Contains(name, "-") || !lower && under:
		return styleOther
	case under:
		return styleSnake
	case lower:
		return styleNone
	case name[0] >= 'a' && name[0] <= 'z':
		return styleCamel
	}
	return styleOther
}

// nameMembers decides the JSON names of all fields, each by what its own tree
// witnesses.
func (r *reading) nameMembers() {
	pages := make(map[ir.ID]*modelPage, len(r.models))
	namers := make(map[*tree]*namer, len(r.trees))
	bound := boundKeys(r.schema.Models)
	for _, t := range r.trees {
		namers[t] = &namer{witnesses: newWitnesses(), bound: bound}
	}
	for _, p := range r.models {
		pages[p.id] = p
	}
	for _, m := range r.schema.Models {
		if p := pages[m.Head().ID]; p != nil {
			namers[p.tree].read(p, m)
		}
	}
	for _, t := range r.trees {
		n := namers[t]
		n.camel = n.votesCamel()
		for _, o := range n.objects {
			for i := range o.Fields {
				o.Fields[i].Wire = n.wire(o.ID, o.Fields[i].Name)
			}
			r.checkNames(o, n)
		}
	}
}

// A namer decides the JSON names of one tree.
type namer struct {
	*witnesses
	objects []*ir.Object
	bound   map[ir.ID]boundNames
	camel   bool // the tree's names are camelCase, whatever its pages print
}

// read takes in what p and the model made of it witness.
func (n *namer) read(p *modelPage, m ir.Model) {
	for _, w := range mentions(p.page, m) {
		n.add(w, p.id)
	}
	switch m := m.(type) {
	case *ir.Object:
		n.objects = append(n.objects, m)
	case *ir.Enum:
		n.addValues(m)
	}
}

// votesCamel lets the witnesses that are names of fields, in some spelling,
// vote on the tree's style. Camel case wins only with a clear majority, since
// losing means that the printed names stay as they are.
func (n *namer) votesCamel() bool {
	votes := map[style]int{}
	counted := map[string]bool{}
	for _, o := range n.objects {
		for _, f := range o.Fields {
			key := squash(f.Name)
			if counted[key] || styleOf(f.Name) != styleSnake {
				continue
			}
			counted[key] = true
			for _, name := range n.spelled[key] {
				votes[styleOf(name)] += n.weight[name]
			}
		}
	}
	return votes[styleCamel] >= 3 && votes[styleCamel] > 2*votes[styleSnake]
}

// wire returns the JSON name of the field that id's page prints as printed.
// A name that is printed needs a witness anywhere in the tree to be confirmed.
// A converted one needs it on its own page: an API whose names are camelCase
// may still write the same words otherwise elsewhere.
func (n *namer) wire(id ir.ID, printed string) ir.Wire {
	name := cmp.Or(strings.TrimSuffix(printed, "_"), printed)
	if own, ok := n.bound[id].find(name); ok {
		return ir.Wire{Name: own, Evidence: ir.Confirmed}
	}
	converted := name
	if n.camel && styleOf(name) == styleSnake {
		converted = camelCase(name)
	}
	switch {
	case n.onPage[pageName{id, converted}]:
		return ir.Wire{Name: converted, Evidence: ir.Confirmed}
	case converted != name && n.weight[converted] > 0:
		return ir.Wire{Name: converted, Evidence: ir.Inferred}
	case n.weight[name] > 0:
		return ir.Wire{Name: name, Evidence: ir.Confirmed}
	case len(n.others(name)) > 0:
		return ir.Wire{Name: converted, Evidence: ir.Guessed}
	}
	return ir.Wire{Name: converted, Evidence: ir.Inferred}
}

// camelCase turns snake_case into camelCase, keeping what precedes the first
// letter or digit.
func camelCase(name string) string {
	var b strings.Builder
	hump := false
	for i, c := range []byte(name) {
		switch {
		case c == '_' && strings.Trim(name[:i], "_") != "" && i+1 < len(name):
			hump = true
			continue
		case hump && c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		}
		hump = false
		b.WriteByte(c)
	}
	return b.String()
}

// checkNames says where evidence speaks against a name, and where two fields
// of o have one. Of these, the one that is not printed so stays as printed.
func (r *reading) checkNames(o *ir.Object, n *namer) {
	first := make(map[string]*ir.Field, len(o.Fields))
	for i := range o.Fields {
		f := &o.Fields[i]
		if f.Wire.Evidence == ir.Guessed {
			r.diags.Add(diag.Diagnostic{
				Code: "DG0401", Span: f.Span,
				Message: fmt.Sprintf("the JSON name %q is a guess: the pages also write %s", f.Wire.Name, strings.Join(n.others(f.Name), ", ")),
			})
		}
		other := first[f.Wire.Name]
		if other == nil {
			first[f.Wire.Name] = f
			continue
		}
		r.diags.Add(diag.Diagnostic{
			Code: "DG0402", Span: f.Span,
			Message: fmt.Sprintf("the fields %q and %q would both be %q in JSON", other.Name, f.Name, f.Wire.Name),
			Related: []diag.Related{{Span: other.Span, Message: "the first"}},
		})
		if f.Name == f.Wire.Name {
			f, other = other, f
			first[other.Wire.Name] = other
		}
		f.Wire = ir.Wire{Name: f.Name, Evidence: ir.Guessed}
	}
}
