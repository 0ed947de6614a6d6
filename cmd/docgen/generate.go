package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"
)

func newGenerate() *cobra.Command {
	var (
		flags                targetFlags
		dryRun, quiet, again bool
	)
	cmd := &cobra.Command{
		Use:   "generate [DOCS]",
		Short: "Write the Go package of reference pages",
		Long: `Generate writes the Go package of the reference pages in DOCS, which is a page
or a directory. Without DOCS, every directory docs/NAME that holds model pages
becomes the package NAME in generated/NAME.

Everything is made before anything is written. Files that need no change are
left alone, generated files that are no longer wanted are removed, and files
that docgen did not write are never touched.`,
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
			show := reporter{stderr: cmd.ErrOrStderr(), quiet: quiet}
			builds, err := makeAll(cmd.Context(), targets, show)
			if err != nil {
				return err
			}
			if dryRun {
				return printPlans(cmd, builds, show)
			}
			return applyPlans(builds, show)
		},
	}
	flags.register(cmd)
	cmd.Flags().BoolVarP(&dryRun, "dry-run", "n", false, "print what would be done, and do nothing")
	cmd.Flags().BoolVar(&quiet, "quiet", false, "say nothing but errors")
	cmd.Flags().BoolVar(&again, "watch", false, "go on, and generate again after each change")
	cmd.MarkFlagsMutuallyExclusive("watch", "dry-run")
	return cmd
}

func applyPlans(builds []build, show reporter) error {
	for _, b := range builds {
		start := time.Now()
		if err := b.plan.Apply(); err != nil {
			return err
		}
		b.took += time.Since(start)
		counts := count(nil, len(b.plan.Unchanged), "unchanged")
		counts = count(counts, len(b.plan.Changed)+len(b.plan.Missing), "written")
		show.summary(b, count(counts, len(b.plan.Orphans), "removed"))
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
			path := filepath.ToSlash(filepath.Join(b.out, c.Name))
			if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%s %s\n", verb, path); err != nil {
				return err
			}
		}
		counts := count(nil, len(b.plan.Unchanged), "unchanged")
		counts = count(counts, len(b.plan.Changed)+len(b.plan.Missing), "to write")
		show.summary(b, count(counts, len(b.plan.Orphans), "to remove"))
	}
	return nil
}
