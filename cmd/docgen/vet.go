package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/diag"
)

// vetPackage is the name under which vet plans a package that is never written.
const vetPackage = "api"

func newVet() *cobra.Command {
	var (
		e      evidence
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "vet [DOCS]",
		Short: "Show everything that docgen has to say about reference pages",
		Long: `Vet prints the diagnostics of the reference pages in DOCS, which is a page or a
directory, with notes, and as many as there are. It writes no files. Without
DOCS, it reads every directory docs/NAME that holds model pages.

It tells on stderr in which grammar the pages are read, and why. Its exit code
is 1 when there are errors; warnings and notes do not count. Each code, such as
DG0104, has a page in the manual, docs/guide/diagnostics.`,
		Example: `  docgen vet docs/api
  docgen vet docs/api --json`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			targets, err := vetTargets(args, e)
			if err != nil {
				return err
			}
			return vet(cmd, targets, asJSON)
		},
	}
	e.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the diagnostics as JSON")
	return cmd
}

func vetTargets(args []string, e evidence) ([]target, error) {
	if len(args) == 0 {
		return e.packages()
	}
	t, err := e.read(args[0])
	return []target{t}, err
}

// vet shows what there is to say about the pages of all targets.
func vet(cmd *cobra.Command, targets []target, asJSON bool) error {
	show := reporter{stderr: cmd.ErrOrStderr()}
	var diags diag.List
	var empty []error
	var trees []diag.Tree
	for _, t := range targets {
		result, err := t.run(cmd.Context())
		if err != nil {
			return err
		}
		for _, tree := range result.Schema.Trees {
			trees = append(trees, diag.Tree{Tree: treeName(t.docs, tree.Dir), Dialect: tree.Dialect, Why: tree.Why})
		}
		diags = append(diags, result.Diagnostics...)
		empty = append(empty, requireModels(t.docs, result.Schema))
	}
	if asJSON {
		return errors.Join(diag.JSON{Trees: trees}.Render(cmd.OutOrStdout(), diags), verdict(diags, empty))
	}
	for _, t := range trees {
		show.line("%s: %s: %s", t.Tree, t.Dialect, t.Why)
	}
	if err := (diag.Text{}).Render(cmd.OutOrStdout(), diags); err != nil {
		return err
	}
	if s := diags.Summary(); s != "" {
		show.line("%s", s)
	}
	return verdict(diags, empty)
}

// verdict returns the error that vet ends with, if any.
func verdict(diags diag.List, empty []error) error {
	if diags.HasErrors() {
		return errFindings
	}
	return errors.Join(empty...)
}

// treeName names a tree of pages: its directory, or docs where that is all
// there is.
func treeName(docs, dir string) string {
	if dir == "" {
		return docs
	}
	return dir
}
