package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/reconcile"
	"github.com/docgen-go/docgen/ir"
)

// maxShown is how many diagnostics generate, check and export show in full.
const maxShown = 20

// A build is a package that was made in memory, and how the directory on the
// disk differs from it.
type build struct {
	target
	diags diag.List
	plan  reconcile.Plan
	took  time.Duration
}

// makeAll makes every target in memory and compares it with the disk. It
// shows the diagnostics of all of them before it gives up with errFindings.
func makeAll(ctx context.Context, targets []target, show reporter) ([]build, error) {
	var builds []build
	broken := false
	progress := newProgress(show.stderr, show.quiet)
	for i, t := range targets {
		var b build
		err := progress.during(fmt.Sprintf("reading %s (%d of %d)", t.docs, i+1, len(targets)), func() (err error) {
			b, err = t.build(ctx)
			return err
		})
		if err := errors.Join(show.diagnostics(b.diags), err); err != nil {
			return nil, err
		}
		if b.diags.HasErrors() {
			broken = true
			show.line("%s: %s; nothing was written", t.docs, b.diags.Summary())
			continue
		}
		builds = append(builds, b)
	}
	if broken {
		return nil, errFindings
	}
	return builds, nil
}

// build makes t's package in memory. There is no plan where the pages hold
// errors. What there is to say about them comes with an error, too.
func (t target) build(ctx context.Context) (build, error) {
	start := time.Now()
	result, err := t.run(ctx)
	if err != nil {
		return build{}, err
	}
	b := build{target: t, diags: result.Diagnostics}
	if !b.diags.HasErrors() {
		if err := requireModels(t.docs, result.Schema); err != nil {
			return b, err
		}
		if b.plan, err = reconcile.Compare(t.out, wanted(result.Files), t.memory.disk); err != nil {
			return b, err
		}
	}
	b.took = time.Since(start)
	return b, nil
}

// run makes t's files.
func (t target) run(ctx context.Context) (*docgen.Result, error) {
	cfg := t.options()
	if cfg.Go.Target == 0 {
		var err error
		if cfg.Go.Target, err = config.GoVersion(t.out); err != nil {
			return nil, err
		}
	}
	if t.out != "" && !t.noReadme {
		var err error
		if cfg.DocsLink, err = docsLink(t.docs, t.out); err != nil {
			return nil, err
		}
		cfg.Readme = true
	}
	if p := &cfg.Go.Provenance; p.On {
		var err error
		if p.As, err = docsInModule(t.docs, t.out); err != nil {
			return nil, err
		}
		p.Docs = filepath.ToSlash(t.docs)
	}
	return docgen.Run(ctx, cfg)
}

// requireModels returns an error for pages without a single model: those are
// a mistake in the command line, not an empty package.
func requireModels(docs string, schema *ir.Schema) error {
	switch {
	case len(schema.Models) > 0:
		return nil
	case len(schema.Skipped) == 0:
		return fmt.Errorf("%s: there are no pages", docs)
	}
	first := schema.Skipped[0]
	return fmt.Errorf("%s: no page holds a model (%s: %s)", docs, first.File, first.Reason)
}

func wanted(files []docgen.File) []reconcile.File {
	all := make([]reconcile.File, len(files))
	for i, f := range files {
		all[i] = reconcile.File(f)
	}
	return all
}

// A reporter writes to stderr what a person wants to know beside the result.
type reporter struct {
	stderr io.Writer
	quiet  bool // nothing but errors
	timed  bool // each line begins with the time of day
	color  bool // diagnostics are coloured
}

// line writes one line, unless docgen is to be quiet.
func (r reporter) line(format string, args ...any) {
	if r.quiet {
		return
	}
	if r.timed {
		fmt.Fprint(r.stderr, time.Now().Format(time.TimeOnly), " ")
	}
	fmt.Fprintf(r.stderr, format+"\n", args...)
}

// diagnostics shows the errors and warnings of l; when there are many, the
// first ones. Notes are left to vet.
func (r reporter) diagnostics(l diag.List) error {
	mildest := diag.Warning
	if r.quiet {
		mildest = diag.Error
	}
	var shown diag.List
	for _, d := range l {
		if d.Severity() >= mildest {
			shown = append(shown, d)
		}
	}
	return diag.Text{Limit: maxShown, Color: r.color}.Render(r.stderr, shown)
}

// summary writes the one line that sums a build up: its counts, such as
// "12 unchanged", the time that it took, and where to read more.
func (r reporter) summary(b build, counts []string) {
	more := ""
	if s := b.diags.Summary(); s != "" {
		more = fmt.Sprintf(" (%s: see docgen vet %s)", s, b.docs)
	}
	r.line("%s: %s in %d ms%s", b.out, strings.Join(counts, ", "), b.took.Milliseconds(), more)
}

// count appends "n what" to counts unless n is zero.
func count(counts []string, n int, what string) []string {
	if n == 0 {
		return counts
	}
	return append(counts, fmt.Sprintf("%d %s", n, what))
}
