// Package parser reads the reference pages of an API into the language-neutral
// schema of package ir. It is the only package that knows markdown.
//
// Pages are read on all cores, each on its own: the markdown is taken apart
// ([readPage]), what kind of model it describes is told by its form, and the
// grammar of its language ([dialect]) reads the types. What needs all pages
// comes after: references, unions whose members stand in the fields that use
// them, roles. The names of members stay as they are printed: what they are in
// JSON is decided from the schema, by package wire.
package parser

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// Options are the choices that a caller of [Parse] has.
type Options struct {
	// Dialect names the grammar of the pages, such as
	// "speakeasy-python-2024". Empty means that the pages tell.
	Dialect string
	// Memory, if it is not nil, spares what has not changed since the last call.
	Memory *Memory
}

// Parse reads pages into a schema. files are the markdown files of a tree, or
// of several, in any order; their names are slash-separated paths, by which
// links between the pages are found.
//
// What is wrong with the pages is told by the diagnostics. The error is for
// ctx having ended, and for options that make no sense.
func Parse(ctx context.Context, files []*source.File, opts Options) (*ir.Schema, diag.List, error) {
	forced, err := lookupDialect(opts.Dialect)
	if err != nil {
		return nil, nil, fmt.Errorf("parser: %w", err)
	}
	r := &reading{schema: &ir.Schema{}, forced: forced}
	if err := r.readPages(ctx, files, opts.Memory); err != nil {
		return nil, nil, err
	}
	plain, err := r.readsTables(ctx)
	if err != nil {
		return nil, nil, err
	}
	if plain {
		r.plantTables()
	} else {
		opts.Memory.keep(r.pages)
		r.plantTrees()
		r.chooseDialects()
	}
	r.collectTexts()
	if err := r.buildModels(ctx, opts.Memory); err != nil {
		return nil, nil, err
	}
	r.finish()
	slices.SortFunc(r.schema.Skipped, func(a, b ir.Skipped) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Reason, b.Reason))
	})
	r.diags.Sort()
	return r.schema, r.diags, nil
}

// A reading is the state of one call of Parse.
type reading struct {
	forced  dialect
	pages   []*readFile // in the order of their names
	models  []*modelPage
	trees   []*tree
	index   *index
	schema  *ir.Schema
	diags   diag.List
	missing []*ir.Opaque
	uses    []unionUse
	// outlines are those of the pages, where the pages may be hand-written.
	outlines []*outline
}

// A readFile is a page, and what it describes.
type readFile struct {
	*page
	kind   kind
	reason string // why it is no model
	near   bool
	votes  votes
}

// readPages takes all files apart, but for those that memory has.
func (r *reading) readPages(ctx context.Context, files []*source.File, memory *Memory) error {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b *source.File) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), slices.Compare(a.Content, b.Content))
	})
	r.pages = make([]*readFile, len(files))
	err := parallel.Each(ctx, len(files), func(i int) {
		if r.pages[i] = memory.recall(files[i]); r.pages[i] == nil {
			r.pages[i] = newReadFile(files[i])
		}
	})
	if err != nil {
		return err
	}
	for _, f := range r.pages {
		r.diags = append(r.diags, f.refused...)
	}
	return nil
}

// newReadFile takes a file apart.
func newReadFile(file *source.File) *readFile {
	f := &readFile{page: readPage(file)}
	f.kind, f.reason, f.near = classify(f.page)
	f.votes = ballot(f.page, f.kind)
	if f.kind == kindNone || f.kind == kindOpaque {
		f.readCode()
	}
	f.doc = nil
	return f
}

// skip leaves a page out of the schema.
func (r *reading) skip(f *readFile, reason string, near bool) {
	r.schema.Skipped = append(r.schema.Skipped, ir.Skipped{File: f.file.Name, Reason: reason})
	r.index.others[path.Clean(f.file.Name)] = reason
	if near {
		r.diags.Add(diag.Diagnostic{
			Code: "DG0106", Span: f.titleSpan,
			Message: "the page looks like a model's, and is left out: " + reason,
		})
	}
}

// buildModels makes the models, but for those that memory has, and puts them in
// order.
func (r *reading) buildModels(ctx context.Context, memory *Memory) error {
	builders := make([]*builder, len(r.models))
	models := make([]ir.Model, len(r.models))
	memory.forgetBuilt(r.models)
	err := parallel.Each(ctx, len(r.models), func(i int) {
		builders[i] = newBuilder(r.models[i], r.index)
		models[i] = builders[i].recall(memory)
	})
	if err != nil {
		return err
	}
	unused := r.unused(models, builders)
	for i, b := range builders {
		if unused[i] {
			continue
		}
		r.schema.Models = append(append(r.schema.Models, models[i]), b.extra...)
		r.diags = append(append(r.diags, r.models[i].diags...), b.diags...)
		r.missing = append(r.missing, b.resolver.missing...)
		r.uses = append(r.uses, b.resolver.uses...)
	}
	return nil
}

// finish does what needs all models at once.
func (r *reading) finish() {
	trees := make(map[ir.ID]*tree, len(r.models))
	for _, m := range r.models {
		trees[m.id] = m.tree
	}
	r.addMissing()
	r.fillUnions()
	slices.SortFunc(r.schema.Models, func(a, b ir.Model) int { return a.Head().ID.Compare(b.Head().ID) })
	r.linkRefs()
	r.breakAliases()
	if r.index.plain != nil {
		settleNulls(r.schema.Models)
		return
	}
	assignRoles(r.schema.Models, trees)
}
