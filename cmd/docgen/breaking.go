package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
)

// breakingFlags are the flags of the verb breaking.
type breakingFlags struct {
	evidence
	docs   string
	format string
	links  string
	allow  []string
}

func newBreaking() *cobra.Command {
	var flags breakingFlags
	cmd := &cobra.Command{
		Use:   "breaking OLD [NEW]",
		Short: "Tell what breaks between two versions of reference pages",
		Long: `Breaking compares two versions of an API's reference pages: the Go that they
become, and the JSON that they describe. It prints each difference with whom it
breaks, and which part of the module's version must be raised.

OLD and NEW are pages, directories of pages, or git revisions. Without NEW, it
is the working tree. Of revisions, the pages in --docs are read or, without it,
those of docgen.yaml or of every directory docs/NAME. What exists as a path is
taken for a path.

The exit code is 1 when something breaks. --allow accepts the changes by a rule;
the manual lists the rules in docs/guide/breaking.md.`,
		Example: `  docgen breaking v1.2.0
  docgen breaking v1.2.0 HEAD --docs docs/api --format markdown
  docgen breaking old/docs new/docs --allow constant-removed --allow value-removed`,
		Args:              docsArgument(cobra.RangeArgs(1, 2)),
		ValidArgsFunction: completeVersions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := flags.check(); err != nil {
				return usageError(cmd, err)
			}
			return flags.run(cmd, args)
		},
	}
	flags.register(cmd)
	cmd.Flags().StringVar(&flags.docs, "docs", "", "the page, or the directory of pages, to read of revisions")
	cmd.Flags().StringVar(&flags.format, "format", "text", "how changes are printed: "+naming.List(breakingFormats))
	cmd.Flags().StringVar(&flags.links, "links", "", "what links to pages begin with, in markdown (default: they are relative)")
	cmd.Flags().StringArrayVar(&flags.allow, "allow", nil, "rule by which changes are accepted")
	completeFlag(cmd, "format", completeWords(breakingFormats))
	return cmd
}

// breakingFormats are the forms that a report can be printed in.
var breakingFormats = []string{"text", "json", "markdown"}

// check says what is wrong with the flags.
func (f *breakingFlags) check() error {
	if !slices.Contains(breakingFormats, f.format) {
		return fmt.Errorf("--format %s: the formats are %s", f.format, naming.List(breakingFormats))
	}
	var ids []string
	for _, r := range breaking.Rules() {
		ids = append(ids, r.ID)
	}
	for _, id := range f.allow {
		switch near := naming.Nearest(id, ids); {
		case slices.Contains(ids, id):
		case near != "":
			return fmt.Errorf("--allow %s: no rule is called that; is it %s?", id, near)
		default:
			return fmt.Errorf("--allow %s: no rule is called that", id)
		}
	}
	return nil
}

// run compares the versions of all APIs, and prints one report.
func (f *breakingFlags) run(cmd *cobra.Command, args []string) error {
	show := reporter{stderr: cmd.ErrOrStderr()}
	old, err := f.version(cmd.Context(), args[0], show)
	if err != nil {
		return err
	}
	now := &version{}
	if len(args) == 2 {
		if now, err = f.version(cmd.Context(), args[1], show); err != nil {
			return err
		}
	}
	pairs, err := f.pairs(old, now)
	if err != nil {
		return err
	}
	report := &docgen.BreakingReport{}
	for _, p := range pairs {
		changes, err := p.compare(cmd.Context(), show)
		if err != nil {
			return err
		}
		report.Changes = append(report.Changes, changes.Changes...)
	}
	for _, id := range report.Allow(f.allow) {
		show.line("--allow %s: nothing breaks by this rule", id)
	}
	versions := breaking.Versions{Old: old.prefix(), New: now.prefix()}
	if err := f.print(cmd, report, versions); err != nil {
		return err
	}
	if report.Verdict() == breaking.Major {
		return errFindings
	}
	return nil
}

func (f *breakingFlags) print(cmd *cobra.Command, r *docgen.BreakingReport, v breaking.Versions) error {
	w := cmd.OutOrStdout()
	switch f.format {
	case "json":
		return breaking.JSON{Versions: v}.Render(w, r)
	case "markdown":
		return breaking.Markdown{Versions: v, Links: f.links}.Render(w, r)
	}
	return breaking.Text{Versions: v}.Render(w, r)
}

// A versionPair is an API in two versions.
type versionPair struct {
	old, now         *version
	target           target // what is common to both
	oldDocs, nowDocs string
}

// pairs returns the APIs to compare.
func (f *breakingFlags) pairs(old, now *version) ([]versionPair, error) {
	switch {
	case old.path != "" && now.isWorkingTree():
		return nil, fmt.Errorf("%s is a path: name what it is to be compared with, or a revision in its place", old.path)
	case old.path != "" && now.path != "" && f.docs != "":
		return nil, errors.New("--docs is for revisions, and both versions are paths")
	case old.path != "" && now.path != "":
		t, err := f.read(now.path)
		return []versionPair{{old, now, t, old.path, now.path}}, err
	}
	docs := f.docs
	for _, v := range []*version{old, now} {
		if docs == "" {
			docs = v.path
		}
	}
	var args []string
	if docs != "" {
		args = []string{docs}
	}
	targets, err := vetTargets(args, f.evidence)
	if err != nil {
		return nil, err
	}
	var pairs []versionPair
	for _, t := range targets {
		pairs = append(pairs, versionPair{old, now, t, old.docs(t.docs), now.docs(t.docs)})
	}
	return pairs, nil
}

// compare compares the two versions of an API.
func (p versionPair) compare(ctx context.Context, show reporter) (*docgen.BreakingReport, error) {
	old, err := p.read(ctx, p.old, p.oldDocs, show)
	if err != nil {
		return nil, err
	}
	now, err := p.read(ctx, p.now, p.nowDocs, show)
	switch {
	case err != nil:
		return nil, err
	case now.Models() == 0:
		return nil, fmt.Errorf("%s%s: no page holds a model", p.now.prefix(), p.nowDocs)
	case old.Models() == 0:
		show.line("%s%s: no page holds a model; everything is added", p.old.prefix(), p.oldDocs)
	}
	return old.Breaking(now), nil
}

// read reads the pages that v has in docs.
func (p versionPair) read(ctx context.Context, v *version, docs string, show reporter) (*docgen.Version, error) {
	cfg := p.target.options()
	cfg.Docs = docs
	var err error
	if cfg.Pages, err = v.pages(ctx, docs); err != nil {
		return nil, err
	}
	read, err := docgen.ReadVersion(ctx, cfg)
	if err != nil || !read.Diagnostics.HasErrors() {
		return read, err
	}
	var broken diag.List
	for _, d := range read.Diagnostics {
		if d.Severity() == diag.Error {
			broken = append(broken, d)
		}
	}
	if err := show.diagnostics(broken); err != nil {
		return nil, err
	}
	return nil, fmt.Errorf("%s%s: %s; versions with errors cannot be compared", v.prefix(), docs, broken.Summary())
}
