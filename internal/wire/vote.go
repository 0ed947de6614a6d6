package wire

import (
	"strings"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// A Vote is what the witnesses of a tree say of its style.
type Vote struct {
	Style    Style
	Votes    [styles]int // how much speaks for each style
	Acronyms bool        // camelCase names end in "ID", not "Id"
}

// total returns how much speaks for any style.
func (v Vote) total() int {
	n := 0
	for _, votes := range v.Votes {
		n += votes
	}
	return n
}

// oneMind is how large the share of the winner is, in percent, above which a
// name that nothing witnesses follows it without being a guess. APIs that mix
// styles do so in the members of which the prose says least.
const oneMind = 99

// isOfOneMind reports whether hardly anything speaks for another style.
func (v Vote) isOfOneMind() bool { return 100*v.Votes[v.Style] >= oneMind*v.total() }

// clear is how many times as much must speak for a style as for the one that
// the pages print: losing means only that names stay as they are printed.
const clear = 2

// enough is how much must speak for a style at least where the pages print
// another one: two names as code, or one at work.
const enough = 2 * weightMention

// takeVote lets every spelling vote that has the letters of a field of several
// words. Each set of letters votes once for each style, with what weighs most:
// a name that a hundred pages repeat is still one name.
func takeVote(w *witnesses, objects []*ir.Object, c ir.Case) Vote {
	var v Vote
	counted := map[string]bool{}
	for _, o := range objects {
		for _, f := range o.Fields {
			folded := naming.Fold(f.Name)
			if counted[folded] || !isCompound(f.Name) {
				continue
			}
			counted[folded] = true
			v.count(w, folded)
		}
	}
	v.decide(c)
	v.Acronyms = endsInAcronyms(w, counted)
	return v
}

func (v *Vote) count(w *witnesses, folded string) {
	var most [styles]int
	for _, s := range w.folded[folded] {
		style := styleOf(s.name)
		most[style] = max(most[style], s.loudest())
	}
	for _, value := range w.foldedValues[folded] {
		most[styleOf(value)] = max(most[styleOf(value)], weightMention)
	}
	if name, ok := w.singular(folded); ok {
		most[styleOf(name)] = max(most[styleOf(name)], weightMention)
	}
	for style := Snake; style < styles; style++ {
		v.Votes[style] += most[style]
	}
}

func (v *Vote) decide(c ir.Case) {
	v.Style = usual(c)
	for _, style := range []Style{Snake, Camel, Pascal, Kebab} {
		least := v.Votes[v.Style]
		if printed := native(c); printed != None {
			least = max(least, clear*v.Votes[printed], enough-1)
		}
		if v.Votes[style] > least {
			v.Style = style
		}
	}
}

// endsInAcronyms reports whether more names end in "ID" than in "Id".
func endsInAcronyms(w *witnesses, fields map[string]bool) bool {
	upper, lower := 0, 0
	for folded := range fields {
		for _, s := range w.folded[folded] {
			switch {
			case strings.HasSuffix(s.name, "ID"):
				upper++
			case strings.HasSuffix(s.name, "Id"):
				lower++
			}
		}
	}
	return upper > lower
}
