// Package docgen turns API reference pages, markdown with tables of fields,
// into the Go package that the vendor of the API could have shipped.
//
// [Run] is the whole pipeline: pages are parsed into a language-neutral
// schema, evidence decides the JSON names, a plan decides what Go that becomes, and the plan is written out as
// files. Nothing touches the disk but the reading of the pages.
package docgen

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/docgen-go/docgen/emitter"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/consensus"
	"github.com/docgen-go/docgen/internal/contradict"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/internal/readme"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

// Header is the first line of every Go file that docgen writes, and of no other.
const Header = emitter.Header

// A Config says what to generate.
type Config struct {
	// Docs is a reference page, or a directory that holds reference pages at
	// any depth. Symbolic links are not followed.
	Docs string
	// Pages are the pages where they are no files on the disk: their names begin
	// with Docs, as those of files would. Nil means that Docs is read.
	Pages []*source.File
	// Package is the name of the Go package. It may be empty for Read.
	Package string
	// Dialect names the grammar of the pages; empty means "by evidence".
	Dialect string
	// Also are pages of the same API in other languages: directories, or single
	// pages. What Docs leaves open is taken from them, and where they
	// contradict it, a diagnostic says so.
	Also []string
	// Samples are JSON payloads, or directories of them (*.json), from which
	// the JSON names of members are learned.
	Samples []string
	// Pins are JSON names that are certain.
	Pins []Pin
	// StrictNames makes an error of every JSON name that is a guess.
	StrictNames bool
	// Include and Exclude choose models: those that a pattern of Include
	// matches, or all where it is empty, with all that they need, but for those
	// that a pattern of Exclude matches. Read does not choose.
	Include, Exclude []Pattern
	// Suppress says which warnings and notes of Run are not wanted.
	Suppress []Suppression
	// Readme adds a README.md to the files. DocsLink is the way from there to
	// Docs, slash-separated; empty for no links to pages.
	Readme   bool
	DocsLink string
	// Memory, if it is not nil, spares what has not changed since the last Run
	// with it.
	Memory *Memory
	// Go says how the Go is shaped. The name of the package is taken from Package.
	Go plan.Options
}

// A Memory holds what Run may need again: of pages and files that have not
// changed since, there is nothing to do. The zero Memory is empty. It serves one
// Run at a time.
type Memory struct {
	texts source.Memory
	pages parser.Memory
	plans plan.Memory
	files emitter.Memory
}

func (m *Memory) ofPages() *parser.Memory {
	if m == nil {
		return nil
	}
	return &m.pages
}

func (m *Memory) ofPlans() *plan.Memory {
	if m == nil {
		return nil
	}
	return &m.plans
}

func (m *Memory) ofFiles() *emitter.Memory {
	if m == nil {
		return nil
	}
	return &m.files
}

// A Pin states the JSON name of a member.
type Pin = wire.Pin

// A File is one generated file: Go, or the README.
type File = emitter.File

// A Diagnostic is something that docgen has to say about the pages.
type Diagnostic = diag.Diagnostic

// A Result is what a run found and made.
type Result struct {
	Schema      *ir.Schema
	Names       []wire.Report    // how well the JSON names of each tree are known
	TypeNames   map[ir.ID]string // what models are called in Go; nil but for Select
	Files       []File           // in the order of their names; nil when a diagnostic is an error
	Diagnostics diag.List
	LeftOut     plan.LeftOut // what is transport, not JSON
}

// Run reads the pages and makes the files of the package. Problems of the
// pages are diagnostics; the error is for docgen not being able to do its
// work, such as a directory that cannot be read.
func Run(ctx context.Context, cfg Config) (*Result, error) {
	result, err := Read(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if err := cfg.Go.Check(result.Schema); err != nil {
		return nil, err
	}
	if err := result.choose(&cfg); err != nil {
		return nil, err
	}
	if !result.Diagnostics.HasErrors() {
		err = result.build(ctx, cfg)
	}
	result.suppress(cfg)
	return result, err
}

// build is the second half of Run: it decides what Go the schema becomes, and
// makes the files.
func (r *Result) build(ctx context.Context, cfg Config) error {
	cfg.Go.Package, cfg.Go.Memory = cfg.Package, cfg.Memory.ofPlans()
	pkg, diags := plan.Build(r.Schema, cfg.Go)
	r.Diagnostics = append(r.Diagnostics, diags...)
	r.Diagnostics.Sort()
	r.LeftOut = pkg.LeftOut
	if diags.HasErrors() {
		return nil
	}
	var text []byte
	var errs [2]error
	parallel.All(len(errs), func(i int) {
		switch {
		case i == 0:
			r.Files, errs[i] = emitter.Emit(ctx, pkg, cfg.Memory.ofFiles())
		case cfg.Readme:
			text, errs[i] = readme.Write(r.Schema, pkg, readme.Options{Docs: cfg.root(), Link: cfg.DocsLink})
		}
	})
	if err := errors.Join(errs[:]...); err != nil || !cfg.Readme {
		return err
	}
	r.Files = append(r.Files, File{Name: readme.Name, Content: text})
	slices.SortFunc(r.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return nil
}

// Read is the first half of Run: it parses the pages into a schema, fills what
// they leave open from pages in other languages, and decides JSON names.
func Read(ctx context.Context, cfg Config) (*Result, error) {
	pages, err := cfg.pages()
	if err != nil {
		return nil, err
	}
	schema, diags, err := parser.Parse(ctx, pages, parser.Options{Dialect: cfg.Dialect, Memory: cfg.Memory.ofPages()})
	if err != nil {
		return nil, err
	}
	e := wire.Evidence{Pins: cfg.Pins}
	for _, docs := range cfg.Also {
		pages, err := source.ReadTree(docs)
		if err != nil {
			return nil, err
		}
		also, d, err := parser.Parse(ctx, pages, parser.Options{})
		if err != nil {
			return nil, err
		}
		diags = append(diags, d...)
		e.Also = append(e.Also, also)
	}
	for _, path := range cfg.Samples {
		samples, err := source.ReadJSON(path)
		if err != nil {
			return nil, err
		}
		e.Samples = append(e.Samples, samples...)
	}
	diags = append(diags, consensus.Merge(schema, e.Also)...)
	names, doubts, err := wire.Name(ctx, schema, e)
	if err != nil {
		return nil, err
	}
	diags = append(diags, doubts...)
	if cfg.StrictNames {
		diags = append(diags, wire.Strict(schema)...)
	}
	diags = append(diags, discriminator.Infer(schema)...)
	diags = append(diags, contradict.Find(schema)...)
	diags.Sort()
	return &Result{Schema: schema, Names: names, Diagnostics: diags}, nil
}

// Dialects returns the names that Config.Dialect may have.
func Dialects() []string { return parser.Dialects() }

// pages returns the pages to read.
func (c Config) pages() ([]*source.File, error) {
	if c.Pages != nil {
		return c.Pages, nil
	}
	if c.Memory != nil {
		return c.Memory.texts.ReadTree(c.Docs)
	}
	return source.ReadTree(c.Docs)
}
