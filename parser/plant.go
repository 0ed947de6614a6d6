package parser

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// plantTrees puts the pages that describe models into trees, gives each its
// identity, and leaves the other pages out.
func (r *reading) plantTrees() {
	r.index = &index{
		pages: map[string]*modelPage{}, folded: map[string]*modelPage{}, others: map[string]string{},
	}
	roots := r.roots()
	trees := map[string]*tree{}
	for _, f := range r.pages {
		if f.kind == kindNone {
			r.skip(f, f.reason, f.near)
			continue
		}
		parent, namespace, ok := r.place(f.file.Name, roots)
		switch {
		case f.kind == kindOpaque && (!ok || !roots[parent]):
			r.skip(f, noSection, false)
			continue
		case !ok:
			r.skip(f, "it lies outside the directories models and errors", true)
			continue
		}
		t := trees[parent]
		if t == nil {
			t = &tree{parent: parent, byTitle: map[ir.ID]*modelPage{}, byKey: map[ir.ID]*modelPage{}, namespaces: map[string]string{}}
			trees[parent] = t
			r.trees = append(r.trees, t)
		}
		m := &modelPage{page: f.page, kind: f.kind, tree: t, id: ir.ID{Namespace: namespace, Name: stem(f.file.Name)}}
		t.pages = append(t.pages, m)
		t.votes.add(f.votes)
	}
	nameTrees(r.trees)
	r.identify()
}

// place returns where the page of a file belongs. ok is false for a page
// beside the trees; where there are no trees, pages may lie anywhere.
func (r *reading) place(file string, roots map[string]bool) (parent, namespace string, ok bool) {
	if parent, namespace, ok = placeModel(file); ok {
		return parent, namespace, true
	}
	if parent, namespace, ok = placeError(file); ok && roots[parent] {
		return parent, namespace, true
	}
	parent, namespace = placeLoose(file)
	return parent, namespace, len(roots) == 0
}

// roots returns the directories that hold the models of a tree.
func (r *reading) roots() map[string]bool {
	roots := map[string]bool{}
	for _, f := range r.pages {
		if f.kind == kindNone || f.kind == kindOpaque {
			continue
		}
		if parent, _, ok := placeModel(f.file.Name); ok {
			roots[parent] = true
		}
	}
	return roots
}

// identify gives each model's page its identity, which no other may have.
func (r *reading) identify() {
	taken := map[ir.ID]*modelPage{}
	for _, t := range r.trees {
		kept := t.pages[:0]
		for _, m := range t.pages {
			own := m.id
			m.id.Namespace = t.namespace(own.Namespace)
			if first := taken[m.id]; first != nil {
				r.reject(m, first)
				continue
			}
			taken[m.id] = m
			kept = append(kept, m)
			r.index.add(m, own)
		}
		t.pages = kept
		r.models = append(r.models, kept...)
	}
}

// reject leaves out a page whose identity another one has.
func (r *reading) reject(m, first *modelPage) {
	reason := fmt.Sprintf("the model %s has a page already, %s", m.id, first.file.Name)
	r.schema.Skipped = append(r.schema.Skipped, ir.Skipped{File: m.file.Name, Reason: reason})
	r.diags.Add(diag.Diagnostic{
		Code: "DG0109", Span: m.titleSpan,
		Message: "the page is left out: " + reason,
		Related: []diag.Related{{Span: first.titleSpan, Message: "the page that counts"}},
		Help:    "read the two trees separately",
	})
}

// add makes m known under its path, its title and its file's name. The first
// page to claim a folded path, a title or a name keeps it.
func (ix *index) add(m *modelPage, own ir.ID) {
	file := path.Clean(m.file.Name)
	claim(ix.pages, file, m)
	claim(ix.folded, strings.ToLower(file), m)
	claim(m.tree.byTitle, key(own.Namespace, m.title), m)
	claim(m.tree.byKey, key(own.Namespace, fileKey(own.Name)), m)
	m.tree.namespaces[strings.ToLower(own.Namespace)] = own.Namespace
}

func claim[K comparable](known map[K]*modelPage, key K, m *modelPage) {
	if known[key] == nil {
		known[key] = m
	}
}

// chooseDialects gives each tree its dialect, and the tree of the schema that
// stands for it. Evidence for a second language is said: a tree has only one.
func (r *reading) chooseDialects() {
	for _, t := range r.trees {
		best, second := t.votes.winner()
		t.dialect, t.schema = r.forced, &ir.Tree{Dir: t.parent, Prefix: t.prefix, Why: "it was asked for"}
		if t.dialect == nil {
			t.dialect, t.schema.Why = t.votes.dialectOf(best), t.votes.why(best)
			r.checkRival(t, best, second)
		}
		if t.dialect == nil {
			r.disownTree(t)
			continue
		}
		t.schema.Dialect, t.schema.Case = t.dialect.name(), t.dialect.names()
		r.schema.Trees = append(r.schema.Trees, t.schema)
	}
	r.trees = slices.DeleteFunc(r.trees, func(t *tree) bool { return t.dialect == nil })
	r.models = slices.DeleteFunc(r.models, func(m *modelPage) bool { return m.tree.dialect == nil })
}

// disownTree says of a tree that its types are in no known grammar, once.
func (r *reading) disownTree(t *tree) {
	r.diags.Add(diag.Diagnostic{
		Code: "DG0110", Span: t.votes.example,
		Message: "the types of these pages are written in no grammar that docgen reads",
		Help:    "name the grammar that comes closest with --dialect",
	})
	for _, m := range t.pages {
		r.schema.Skipped = append(r.schema.Skipped, ir.Skipped{File: m.file.Name, Reason: "its types are in an unknown grammar"})
	}
}

// A rival is a language that more than one in this many marks speak for.
const rival = 4

func (r *reading) checkRival(t *tree, best, second language) {
	if second == langNone || rival*t.votes.count[second] < t.votes.count[best] {
		return
	}
	r.diags.Add(diag.Diagnostic{
		Code: "DG0111", Span: t.votes.first[second],
		Message: fmt.Sprintf("%d marks of these pages are those of %s, and %d those of %s; they are read as the latter",
			t.votes.count[second], languageNames[second], t.votes.count[best], languageNames[best]),
		Related: []diag.Related{{Span: t.votes.first[best], Message: "a mark of " + languageNames[best]}},
		Help:    "say which it is with --dialect",
	})
}
