// Package wire decides the names that members have in JSON. Reference pages
// print names as the language of an SDK writes them; what they are on the wire
// is told by what the pages show in passing. Each name comes with how well it
// is known and with what speaks for it.
package wire

import (
	"context"
	"fmt"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// Evidence is what speaks for JSON names beside the pages themselves.
type Evidence struct {
	// Also are schemas of the same API from pages in other languages. Their
	// members get names as well, each schema by what its own pages show.
	Also []*ir.Schema
	// Samples are JSON payloads. One whose file, or the directory of that, is
	// called like a model is a value of the model; of the others, the keys are
	// spellings that members may have.
	Samples []*source.File
	// Pins are names that somebody has looked up. They are never doubted.
	Pins []Pin
}

// A Pin states the JSON name of a member.
type Pin struct {
	Selector string      // of the member, as Selector returns it
	Name     string      // in JSON
	Span     source.Span // where it is stated; may be zero
}

// Name decides the JSON name of every field of s. It reports on each tree of s
// how well its names are known, and says where the evidence contradicts itself.
// The error is ctx's.
func Name(ctx context.Context, s *ir.Schema, e Evidence) ([]Report, diag.List, error) {
	var diags diag.List
	for _, also := range e.Also {
		if _, _, err := Name(ctx, also, Evidence{}); err != nil {
			return nil, nil, err
		}
	}
	n := newNamer(s, e, &diags)
	for _, t := range n.trees {
		t.vote = takeVote(t.witnesses, t.objects, t.tree.Case)
		t.why = fmt.Sprintf("the style of the tree, %s", t.vote)
		if err := parallel.Each(ctx, len(t.objects), func(i int) { n.nameFields(t, t.objects[i]) }); err != nil {
			return nil, nil, err
		}
		for _, o := range t.objects {
			n.checkClashes(o)
		}
		n.sayGuesses(t)
	}
	n.checkPins()
	return n.report(), diags, nil
}

// A namer names the members of a schema.
type namer struct {
	diags *diag.List
	trees []*treeNamer
	bound bound
	pins  map[string]*pin
	also  *otherNames
}

// A treeNamer holds what one tree's pages show: each tree votes by itself.
type treeNamer struct {
	tree      *ir.Tree
	witnesses *witnesses
	objects   []*ir.Object
	vote      Vote
	why       string // what the vote speaks for has its name
}

func newNamer(s *ir.Schema, e Evidence, diags *diag.List) *namer {
	n := &namer{diags: diags, trees: treesOf(s), bound: bound{}, pins: pinsBySelector(e.Pins), also: namesOf(s, e.Also)}
	n.readSamples(s, e.Samples)
	n.bound.readExamples(s)
	n.readStated(s)
	return n
}

// treesOf returns what the trees of s show.
func treesOf(s *ir.Schema) []*treeNamer {
	seen := make([]sightings, len(s.Models))
	parallel.All(len(s.Models), func(i int) { seen[i].readModel(s.Models[i]) })
	var trees []*treeNamer
	byTree := map[*ir.Tree]*treeNamer{}
	for _, m := range s.Models {
		tree := m.Head().Tree
		t := byTree[tree]
		if t == nil {
			t = newTreeNamer(tree)
			byTree[tree] = t
			trees = append(trees, t)
		}
		if o, ok := m.(*ir.Object); ok {
			t.objects = append(t.objects, o)
		}
	}
	parallel.All(2, func(part int) { // each fills maps of its own
		for i, m := range s.Models {
			w := byTree[m.Head().Tree].witnesses
			if part == 0 {
				w.take(seen[i])
			} else {
				w.readModel(m)
			}
		}
	})
	return trees
}

func newTreeNamer(tree *ir.Tree) *treeNamer {
	t := &treeNamer{tree: tree, witnesses: newWitnesses()}
	if tree == nil {
		t.tree = &ir.Tree{}
	}
	var seen sightings
	for _, text := range t.tree.Texts {
		seen.readText(text)
	}
	t.witnesses.take(seen)
	return t
}
