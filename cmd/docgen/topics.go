package main

import "github.com/spf13/cobra"

// topics returns the pages that "docgen help" has beside those of the verbs.
func topics() []*cobra.Command {
	return []*cobra.Command{
		{
			Use:   "exit-codes",
			Short: "What the exit codes of docgen mean",
			Long: `docgen ends with one of three exit codes:

  0  clean: generate has written what was needed, check found everything up to
     date, vet found no errors
  1  findings: the pages hold errors, check found a difference, or breaking found
     something that breaks
  2  could not run: a wrong command line, a file that cannot be read or written,
     a file in the way that docgen did not write

Warnings and notes do not change the exit code. Results go to standard output;
diagnostics, summaries and errors go to standard error.`,
		},
		{
			Use:   "convention",
			Short: "Which packages are made when no pages are named",
			Long: `Without DOCS, generate, check and vet look into the directory docs. Each
directory docs/NAME that holds model pages is one API: its package is called
NAME and stands in generated/NAME. Model pages stand in a directory called
models, at any depth, in any case.

With DOCS, -o says where the package goes. Under go generate it defaults to the
directory of the directive, and --package to the directive's package; else the
package has the name of its directory.`,
		},
	}
}
