package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/diag"
)

func newCheck() *cobra.Command {
	var (
		flags  targetFlags
		format formatFlag
		diff   bool
		quiet  bool
	)
	cmd := &cobra.Command{
		Use:   "check [DOCS]",
		Short: "Tell whether generated packages are up to date",
		Long: `Check makes the same files as generate with the same arguments, compares them
with those on the disk, and writes nothing. It prints what generate would
change as a unified diff: files that were edited, that are missing, and that
are no longer wanted. With --diff=false it names them, line by line.

The other formats hold these findings and what there is to say about the pages
as diagnostics: json for programs, with the diff; github for annotations in a
workflow of GitHub, gitlab for a code quality report, sarif for code scanning.

Its exit code is 0 when everything is up to date and 1 when it is not; see
"docgen help exit-codes".`,
		Example: `  docgen check
  docgen check docs/api -o internal/api
  docgen check --format github`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			targets, err := flags.targets(args)
			if err != nil {
				return err
			}
			chosen, err := format.choice(cmd)
			if err != nil {
				return err
			}
			if chosen != "text" {
				return checkFor(cmd, targets, chosen, diff)
			}
			show := reporter{stderr: cmd.ErrOrStderr(), quiet: quiet, color: colored(cmd)}
			builds, err := makeAll(cmd.Context(), targets, show)
			if err != nil {
				return err
			}
			return printDrift(cmd.OutOrStdout(), builds, show, diff)
		},
	}
	flags.register(cmd)
	format.register(cmd, "findings")
	cmd.Flags().BoolVar(&diff, "diff", true, "show what differs, in the formats text and json")
	cmd.Flags().BoolVar(&quiet, "quiet", false, "say nothing but errors and differences")
	return cmd
}

// printDrift shows to people what is not up to date.
func printDrift(stdout io.Writer, builds []build, show reporter, diff bool) error {
	stale := false
	for _, b := range builds {
		if err := printFindings(stdout, b, diff); err != nil {
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

func printFindings(stdout io.Writer, b build, diff bool) error {
	if !diff {
		return diag.Text{}.Render(stdout, b.drift())
	}
	_, err := io.WriteString(stdout, b.plan.Diff())
	return err
}
