package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"
)

func newGenerate() *cobra.Command {
	var (
		flags                 targetFlags
		dryRun, quiet, again  bool
		asJSON, onlyListNames bool
	)
	cmd := &cobra.Command{
		Use:   "generate [DOCS]",
		Short: "Write the Go package of reference pages",
		Long: `Generate writes the Go package of the reference pages in DOCS, which is a page
or a directory. Without DOCS, every directory docs/NAME that holds model pages
becomes the package NAME in generated/NAME.

Everything is made before anything is written. Files that need no change are
left alone, generated files that are no longer wanted are removed, and files
that docgen did not write are never touched.

With --watch it goes on until it is interrupted, and makes each package again
when its pages or the configuration change.`,
		Example: `  docgen generate
  docgen generate docs/api -o internal/api
  //go:generate go tool docgen generate ../../docs/api`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if again {
				return watchFor(cmd, flags, args, quiet)
			}
			targets, err := flags.targets(args)
			if err != nil {
				return err
			}
			show := reporter{stderr: cmd.ErrOrStderr(), quiet: quiet || onlyListNames, color: colored(cmd)}
			if asJSON {
				return generateFor(cmd, targets, dryRun)
			}
			builds, err := makeAll(cmd.Context(), targets, show)
			switch {
			case err != nil:
				return err
			case onlyListNames:
				return listOutputs(cmd.OutOrStdout(), builds)
			case dryRun:
				return printPlans(cmd, builds, show)
			}
			return applyPlans(builds, show)
		},
	}
	flags.register(cmd)
	cmd.Flags().BoolVarP(&dryRun, "dry-run", "n", false, "print what would be done, and do nothing")
	cmd.Flags().BoolVar(&quiet, "quiet", false, "say nothing but errors")
	cmd.Flags().BoolVar(&again, "watch", false, "go on, and generate again after each change")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print what was done as JSON")
	cmd.Flags().BoolVar(&onlyListNames, "list-outputs", false, "print the paths of the files that there will be, and do nothing")
	cmd.MarkFlagsMutuallyExclusive("watch", "dry-run", "list-outputs")
	cmd.MarkFlagsMutuallyExclusive("watch", "json", "list-outputs")
	return cmd
}

func applyPlans(builds []build, show reporter) error {
	for _, b := range builds {
		if err := b.apply(); err != nil {
			return err
		}
		show.summary(b, b.done())
		show.keptReadmes(b)
	}
	return nil
}

// apply writes and removes what is to be written and removed.
func (b *build) apply() error {
	start := time.Now()
	err := b.plan.Apply()
	b.took += time.Since(start)
	return err
}

// done counts what apply has done.
func (b build) done() []string {
	counts := count(nil, len(b.plan.Unchanged), "unchanged")
	counts = count(counts, len(b.plan.Changed), "changed")
	counts = count(counts, len(b.plan.Missing), "new")
	return count(counts, len(b.plan.Orphans), "removed")
}

// listOutputs prints the paths of all files of the packages, with slashes, in
// order: what a build system wants to know beforehand.
func listOutputs(stdout io.Writer, builds []build) error {
	var paths []string
	for _, b := range builds {
		for _, c := range slices.Concat(b.plan.Changed, b.plan.Missing) {
			paths = append(paths, b.path(c))
		}
		for _, name := range b.plan.Unchanged {
			paths = append(paths, filepath.ToSlash(filepath.Join(b.out, name)))
		}
	}
	slices.Sort(paths)
	for _, path := range paths {
		if _, err := fmt.Fprintln(stdout, path); err != nil {
			return err
		}
	}
	return nil
}

// printPlans lists on stdout the files that generate would write and remove.
func printPlans(cmd *cobra.Command, builds []build, show reporter) error {
	for _, b := range builds {
		for _, c := range slices.Concat(b.plan.Changed, b.plan.Missing, b.plan.Orphans) {
			verb := "write"
			if c.New == nil {
				verb = "remove"
			}
			if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%s %s\n", verb, b.path(c)); err != nil {
				return err
			}
		}
		counts := count(nil, len(b.plan.Unchanged), "unchanged")
		counts = count(counts, len(b.plan.Changed)+len(b.plan.Missing), "to write")
		show.summary(b, count(counts, len(b.plan.Orphans), "to remove"))
		show.keptReadmes(b)
	}
	return nil
}
