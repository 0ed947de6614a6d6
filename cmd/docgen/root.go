package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "docgen",
		Short: "Go packages from API reference pages",
		Long: `docgen reads API reference pages, markdown with tables of fields, and writes
the Go package that the vendor of the API could have shipped.

In a directory with pages under docs/NAME, "docgen generate" writes the package
NAME to generated/NAME, and "docgen check" tells whether it is up to date.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(usageError)
	root.AddCommand(newGenerate(), newCheck(), newVet(), newNames(), newSample(), newExport(), newInit(), newConfig(), newBreaking(), newExplain(), newVersion())
	root.AddCommand(newCompletion(), newMan())
	root.AddCommand(topics()...)
	addColor(root)
	addCompletions(root)
	return root
}

// usageError says of a wrong command line where the right ones are described.
func usageError(cmd *cobra.Command, err error) error {
	return fmt.Errorf("%w\nrun \"%s --help\" for usage", err, cmd.CommandPath())
}

// docsArgument returns a check of the arguments: one DOCS, or none where the
// convention stands in for it.
func docsArgument(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError(cmd, err)
		}
		return nil
	}
}
