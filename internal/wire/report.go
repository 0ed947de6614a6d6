package wire

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// sayGuesses says of a tree's names which ones evidence speaks against, and
// how many are guesses.
func (n *namer) sayGuesses(t *treeNamer) {
	guesses := 0
	var first *ir.Field
	for _, o := range t.objects {
		for i := range o.Fields {
			f := &o.Fields[i]
			if f.Wire.Evidence != ir.Guessed {
				continue
			}
			guesses++
			if first == nil {
				first = f
			}
			if others := t.witnesses.others(f.Wire.Name); len(others) > 0 {
				n.diags.Add(diag.Diagnostic{
					Code: "DG0401", Span: f.Span,
					Message: fmt.Sprintf("the JSON name %q is a guess: the pages also write %s", f.Wire.Name, listed(others)),
					Related: []diag.Related{{Span: others[0].first, Message: "such as here"}},
				})
			}
		}
	}
	if guesses > 0 {
		n.diags.Add(diag.Diagnostic{
			Code: "DG0403", Span: first.Span,
			Message: fmt.Sprintf("guesses among the JSON names: %d, such as this one; the style of the pages is %s", guesses, t.vote),
			Help:    "docgen names lists them, and --also, --samples or pins make them certain",
		})
	}
}

// Strict returns an error for each name of s that is a guess.
func Strict(s *ir.Schema) diag.List {
	var diags diag.List
	for _, m := range s.Models {
		o, ok := m.(*ir.Object)
		if !ok {
			continue
		}
		for i := range o.Fields {
			f := &o.Fields[i]
			if f.Wire.Evidence != ir.Guessed {
				continue
			}
			diags.Add(diag.Diagnostic{
				Code: "DG0404", Span: f.Span,
				Message: fmt.Sprintf("the JSON name %q is a guess: %s", f.Wire.Name, f.Wire.Why),
				Help:    fmt.Sprintf("pin it in docgen.yaml, under names: %s: %s", Selector(o.ID, f.Name), f.Wire.Name),
			})
		}
	}
	return diags
}

// A Member is a field with the selector that pins its name.
type Member struct {
	Selector string
	*ir.Field
}

// A Report is how well the names of one tree are known.
type Report struct {
	Dir       string
	Dialect   string
	Vote      Vote
	Confirmed int
	Inferred  int
	Guessed   int

	objects []*ir.Object
}

// report counts the names of each tree.
func (n *namer) report() []Report {
	reports := make([]Report, len(n.trees))
	for i, t := range n.trees {
		reports[i] = Report{Dir: t.tree.Dir, Dialect: t.tree.Dialect, Vote: t.vote, objects: t.objects}
		for _, o := range t.objects {
			reports[i].add(o)
		}
	}
	slices.SortFunc(reports, func(a, b Report) int { return cmp.Compare(a.Dir, b.Dir) })
	return reports
}

func (r *Report) add(o *ir.Object) {
	for i := range o.Fields {
		f := &o.Fields[i]
		if isTransport(o, f) {
			continue
		}
		switch f.Wire.Evidence {
		case ir.Confirmed:
			r.Confirmed++
		case ir.Inferred:
			r.Inferred++
		default:
			r.Guessed++
		}
	}
}

// Members returns the members that travel as JSON, in the order of the models.
func (r *Report) Members() []Member {
	var members []Member
	for _, o := range r.objects {
		for i := range o.Fields {
			if f := &o.Fields[i]; !isTransport(o, f) {
				members = append(members, Member{Selector(o.ID, f.Name), f})
			}
		}
	}
	return members
}
