package wire

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// nameFields names the fields of o. It only reads what others have found.
func (n *namer) nameFields(t *treeNamer, o *ir.Object) {
	for i := range o.Fields {
		o.Fields[i].Wire = n.name(t, o, &o.Fields[i])
	}
}

// name decides the name of one field. What is proof comes first: a pin, a page
// that prints JSON names, a value of the very model. What follows weighs the
// name that the tree's style makes of the printed one against the spellings
// that the pages show.
func (n *namer) name(t *treeNamer, o *ir.Object, f *ir.Field) ir.Wire {
	printed := printedName(t.tree, o, f.Name)
	if len(n.pins) > 0 {
		if p := n.pins[Selector(o.ID, f.Name)]; p != nil {
			p.used = true
			return ir.Wire{Name: p.Name, Evidence: ir.Confirmed, Why: p.why()}
		}
	}
	if t.tree.Case == ir.CaseJSON {
		return ir.Wire{Name: f.Name, Evidence: ir.Confirmed, Why: "the page prints JSON names"}
	}
	if key, ok := n.bound.find(o.ID, printed); ok {
		return ir.Wire{Name: key.name, Evidence: ir.Confirmed, Why: key.why}
	}
	if key, ok := n.bound.left(o, f.Name); ok && f.Required && !n.bound.has(o.ID, printed) {
		return ir.Wire{Name: key.name, Evidence: ir.Guessed, Why: "the only name left in " + strings.TrimPrefix(key.why, "a key of ")}
	}
	if name, why, ok := n.also.confirmed(o, f); ok {
		return ir.Wire{Name: name, Evidence: ir.Confirmed, Why: why}
	}
	styled := t.styled(printed)
	if name, ok := n.also.spelled(o, f, t.vote.Style); ok {
		styled = name
	}
	w := t.weigh(o, f, printed, styled)
	if w.Evidence == ir.Guessed && isTransport(o, f) {
		w.Evidence = ir.Inferred
	}
	return w
}

// printedName returns a field's name without what only the language of the SDK
// asks for.
func printedName(tree *ir.Tree, o *ir.Object, name string) string {
	name = cmp.Or(strings.TrimSuffix(name, "_"), name)
	if tree.Case == ir.CasePascal {
		// C# has no property that is called like its class.
		if base, ok := strings.CutSuffix(name, "Value"); ok && naming.Fold(base) == naming.Fold(o.Title) {
			return base
		}
	}
	return name
}

// isTransport reports whether a field never travels as JSON.
func isTransport(o *ir.Object, f *ir.Field) bool {
	if o.Role == ir.RoleEnvelope {
		return true
	}
	switch t := f.Type.(type) {
	case *ir.External:
		return true
	case *ir.Ref:
		return t.Model.Head().Role == ir.RoleEnvelope
	}
	return false
}

// styled returns the name that the tree's style makes of a printed one. Where
// pages print names in that very style, they keep what converting would lose.
func (t *treeNamer) styled(printed string) string {
	if native(t.tree.Case) == t.vote.Style {
		return printed
	}
	return convert(printed, t.vote.Style, t.vote.Acronyms)
}

// weigh weighs a styled name against the spellings that the pages show. Only
// what the member's own page shows is certain: an API may well write the same
// words in one way here and in another one there.
func (t *treeNamer) weigh(o *ir.Object, f *ir.Field, printed, styled string) ir.Wire {
	w := t.witnesses
	if at, ok := w.onPage[pageName{o.ID, styled}]; ok {
		return ir.Wire{Name: styled, Evidence: ir.Confirmed, Why: fmt.Sprintf("the page shows it at %s", at.Position())}
	}
	others, seen := w.others(styled), w.find(styled)
	if wire, ok := t.otherSpelling(o.ID, printed, styled, others, seen); ok {
		return wire
	}
	why := t.why
	if seen != nil {
		why = fmt.Sprintf("shown at %s", seen.first.Position())
	}
	switch compound := isCompound(printed); {
	case seen == nil && len(others) > 0, seen != nil && outweighed(seen, others):
		return ir.Wire{Name: styled, Evidence: ir.Guessed, Why: why + "; the pages also write " + listed(others)}
	case compound && f.Deprecated != nil && !t.vote.isOfOneMind():
		return ir.Wire{Name: styled, Evidence: ir.Guessed, Why: why + "; deprecated members may be of another style"}
	case compound && seen == nil && !t.vote.isOfOneMind():
		return ir.Wire{Name: styled, Evidence: ir.Guessed, Why: why + ", and nothing shows the name"}
	}
	return ir.Wire{Name: styled, Evidence: ir.Inferred, Why: why}
}

// otherSpelling returns the name of a member for which the evidence speaks
// more than for the one in the tree's style. It is a guess.
func (t *treeNamer) otherSpelling(page ir.ID, printed, styled string, others []*witness, seen *witness) (ir.Wire, bool) {
	for _, s := range others {
		at, ok := t.witnesses.onPage[pageName{page, s.name}]
		if ok && (seen == nil || isCompound(printed)) {
			return ir.Wire{Name: s.name, Evidence: ir.Guessed, Why: fmt.Sprintf("the page writes it so at %s", at.Position())}, true
		}
	}
	if seen != nil {
		return ir.Wire{}, false
	}
	if key := only(others, func(s *witness) bool { return s.key }); key != nil {
		return ir.Wire{Name: key.name, Evidence: ir.Guessed, Why: fmt.Sprintf("a JSON text has it at %s", key.first.Position())}, true
	}
	if s := only(others, func(s *witness) bool { return isCapitalized(s.name) }); s != nil {
		return ir.Wire{Name: s.name, Evidence: ir.Guessed, Why: fmt.Sprintf("written so at %s", s.first.Position())}, true
	}
	if name, ok := t.singular(styled); ok {
		return ir.Wire{Name: name, Evidence: ir.Guessed, Why: fmt.Sprintf("an enum has the value %q", name+"s")}, true
	}
	return ir.Wire{}, false
}

// isCapitalized reports whether name begins with a capital and has no joints,
// as members have that are named after types.
func isCapitalized(name string) bool {
	return name[0] >= 'A' && name[0] <= 'Z' && !strings.ContainsAny(name, "_-")
}

// dominance is how many times as much a spelling must weigh as the others
// together to stand in spite of them.
const dominance = 3

// outweighed reports whether others leave doubt about a spelling.
func outweighed(s *witness, others []*witness) bool {
	against := 0
	for _, o := range others {
		against += o.weight
	}
	return s.weight < dominance*against
}

// only returns the one spelling that is of a kind, or nil.
func only(spellings []*witness, kind func(*witness) bool) *witness {
	var found *witness
	for _, s := range spellings {
		if kind(s) {
			if found != nil {
				return nil
			}
			found = s
		}
	}
	return found
}

// singular returns the name that a value of an enum is the plural of, such as
// utm_source of "utm_sources": values that one groups by are named after
// members, in their style.
func (t *treeNamer) singular(styled string) (string, bool) {
	name, ok := t.witnesses.singular(naming.Fold(styled))
	return name, ok && styleOf(name) != styleOf(styled)
}

func listed(spellings []*witness) string {
	var names []string
	for _, s := range spellings {
		names = append(names, s.name)
	}
	return strings.Join(names, ", ")
}

// String says how a tree voted.
func (v Vote) String() string {
	if v.total() == 0 {
		return fmt.Sprintf("%s by default", v.Style)
	}
	return fmt.Sprintf("%s by %d of %d votes", v.Style, v.Votes[v.Style], v.total())
}

// checkClashes says where two fields have one name. The second keeps the name
// that is printed, so that neither is lost.
func (n *namer) checkClashes(o *ir.Object) {
	first := make(map[string]*ir.Field, len(o.Fields))
	for i := range o.Fields {
		f := &o.Fields[i]
		other := first[f.Wire.Name]
		if other == nil {
			first[f.Wire.Name] = f
			continue
		}
		n.diags.Add(diag.Diagnostic{
			Code: "DG0402", Span: f.Span,
			Message: fmt.Sprintf("the fields %q and %q would both be %q in JSON", other.Name, f.Name, f.Wire.Name),
			Related: []diag.Related{{Span: other.Span, Message: "the first"}},
		})
		if f.Name == f.Wire.Name {
			f, other = other, f
			first[other.Wire.Name] = other
		}
		f.Wire = ir.Wire{Name: f.Name, Evidence: ir.Guessed, Why: fmt.Sprintf("the field %q has the name that it should have", other.Name)}
	}
}
