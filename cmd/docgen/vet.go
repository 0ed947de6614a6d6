package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/diag"
)

// vetPackage is the name under which vet plans a package that is never written.
const vetPackage = "api"

func newVet() *cobra.Command {
	var (
		dialect string
		asJSON  bool
	)
	cmd := &cobra.Command{
		Use:   "vet [DOCS]",
		Short: "Show everything that docgen has to say about reference pages",
		Long: `Vet prints the diagnostics of the reference pages in DOCS, which is a page or a
directory, with notes, and as many as there are. It writes no files. Without
DOCS, it reads every directory docs/NAME that holds model pages.

Its exit code is 1 when there are errors; warnings and notes do not count. Each
code, such as DG0104, has a page in the manual, docs/guide/diagnostics.`,
		Example: `  docgen vet docs/api
  docgen vet docs/api --json`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			targets, err := vetTargets(args, dialect)
			if err != nil {
				return err
			}
			return vet(cmd, targets, asJSON)
		},
	}
	registerDialect(cmd, &dialect)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the diagnostics as JSON")
	return cmd
}

func vetTargets(args []string, dialect string) ([]target, error) {
	if len(args) == 0 {
		return conventional(dialect)
	}
	return []target{{docs: args[0], pkg: vetPackage, dialect: dialect}}, nil
}

// vet shows what there is to say about the pages of all targets.
func vet(cmd *cobra.Command, targets []target, asJSON bool) error {
	var diags diag.List
	var empty []error
	for _, t := range targets {
		result, err := t.run(cmd.Context())
		if err != nil {
			return err
		}
		diags = append(diags, result.Diagnostics...)
		empty = append(empty, requireModels(t.docs, result.Schema))
	}
	if err := render(cmd.OutOrStdout(), diags, asJSON); err != nil {
		return err
	}
	if s := diags.Summary(); s != "" {
		reporter{stderr: cmd.ErrOrStderr()}.line("%s", s)
	}
	if diags.HasErrors() {
		return errFindings
	}
	return errors.Join(empty...)
}

func render(w io.Writer, l diag.List, asJSON bool) error {
	if asJSON {
		return diag.JSON{}.Render(w, l)
	}
	return diag.Text{}.Render(w, l)
}
