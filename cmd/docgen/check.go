package main

import (
	"io"

	"github.com/spf13/cobra"
)

func newCheck() *cobra.Command {
	var (
		flags targetFlags
		quiet bool
	)
	cmd := &cobra.Command{
		Use:   "check [DOCS]",
		Short: "Tell whether generated packages are up to date",
		Long: `Check makes the same files as generate with the same arguments, compares them
with those on the disk, and writes nothing. It prints what generate would
change as a unified diff: files that were edited, that are missing, and that
are no longer wanted.

Its exit code is 0 when everything is up to date and 1 when it is not; see
"docgen help exit-codes".`,
		Example: `  docgen check
  docgen check docs/api -o internal/api`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			targets, err := flags.targets(args)
			if err != nil {
				return err
			}
			show := reporter{cmd.ErrOrStderr(), quiet}
			builds, err := makeAll(cmd.Context(), targets, show)
			if err != nil {
				return err
			}
			return printDiffs(cmd.OutOrStdout(), builds, show)
		},
	}
	flags.register(cmd)
	cmd.Flags().BoolVar(&quiet, "quiet", false, "say nothing but errors and differences")
	return cmd
}

func printDiffs(stdout io.Writer, builds []build, show reporter) error {
	stale := false
	for _, b := range builds {
		if _, err := io.WriteString(stdout, b.plan.Diff()); err != nil {
			return err
		}
		counts := count(nil, len(b.plan.Unchanged), "up to date")
		counts = count(counts, len(b.plan.Changed), "changed")
		counts = count(counts, len(b.plan.Missing), "missing")
		show.summary(b, count(counts, len(b.plan.Orphans), "no longer wanted"))
		if !b.plan.IsCurrent() {
			stale = true
			show.line("run: %s", b.command("generate"))
		}
	}
	if stale {
		return errFindings
	}
	return nil
}
