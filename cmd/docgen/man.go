package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func newMan() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the pages for man(1)",
		Long: `Man writes a page in roff for docgen and for each of its commands to the directory
DIR, which it makes if need be: docgen.1, docgen-generate.1 and so on. The same
docgen always writes the same bytes. It is meant for those who package docgen.`,
		Example:           `  docgen man /usr/local/share/man/man1`,
		Args:              docsArgument(cobra.ExactArgs(1)),
		ValidArgsFunction: completeDirectories,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			for _, c := range commands(cmd.Root()) {
				path := filepath.Join(args[0], pageName(c)+".1")
				if err := os.WriteFile(path, []byte(manPage(c)), 0o666); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// commands returns cmd and what is below it, in their order, but for what is
// hidden and what cobra adds by itself.
func commands(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, c := range cmd.Commands() {
		if !c.Hidden && c.Name() != "help" {
			all = append(all, commands(c)...)
		}
	}
	return all
}

// pageName returns what the page of a command is called: "docgen-export-ir".
func pageName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }
