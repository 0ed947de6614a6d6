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
			t = &tree{parent: parent, byTitle: map[ir.ID]*modelPage{}, byKey: map[ir.ID]*modelPage{}}
			trees[parent] = t
			r.trees = append(r.trees, t)
		}
		m := &modelPage{page: f.page, kind: f.kind, tree: t, id: ir.ID{Namespace: namespace, Name: stem(f.file.Name)}}
		t.pages = append(t.pages, m)
		t.evidence.add(f.evidence)
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
	claim(m.tree.byTitle, ir.ID{Namespace: own.Namespace, Name: m.title}, m)
	claim(m.tree.byKey, ir.ID{Namespace: own.Namespace, Name: fileKey(own.Name)}, m)
}

func claim[K comparable](known map[K]*modelPage, key K, m *modelPage) {
	if known[key] == nil {
		known[key] = m
	}
}

// chooseDialects gives each tree its dialect, and reports whether any model
// can be read. A tree in no known dialect is said to be, once, and left out.
func (r *reading) chooseDialects() bool {
	for _, t := range r.trees {
		t.dialect = r.forced
		if t.dialect == nil {
			t.dialect = t.evidence.detect()
		}
		if t.dialect == nil {
			r.diags.Add(diag.Diagnostic{
				Code: "DG0110", Span: t.evidence.example,
				Message: "the types of these pages are written in no grammar that docgen reads",
				Help:    "docgen reads the Python pages of Speakeasy's generator",
			})
		}
	}
	r.models = slices.DeleteFunc(r.models, func(m *modelPage) bool {
		if m.tree.dialect == nil {
			r.schema.Skipped = append(r.schema.Skipped, ir.Skipped{File: m.file.Name, Reason: "its types are in an unknown grammar"})
		}
		return m.tree.dialect == nil
	})
	r.trees = slices.DeleteFunc(r.trees, func(t *tree) bool { return t.dialect == nil })
	return len(r.models) > 0
}
