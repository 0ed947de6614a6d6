package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/docs/guide"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
)

// vetPackage is the name under which vet plans a package that is never written.
const vetPackage = "api"

func newVet() *cobra.Command {
	var (
		e       evidence
		format  formatFlag
		explain string
	)
	cmd := &cobra.Command{
		Use:   "vet [DOCS]",
		Short: "Show everything that docgen has to say about reference pages",
		Long: `Vet prints the diagnostics of the reference pages in DOCS, which is a page or a
directory, with notes, and as many as there are. It writes no files. Without
DOCS, it reads every directory docs/NAME that holds model pages.

It tells on stderr in which grammar the pages are read, and why. Its exit code
is 1 when there are errors; warnings and notes do not count. Each code, such as
DG0104, has a page in the manual, which --explain prints.

The format github makes annotations in a workflow of GitHub, gitlab is a code
quality report, and sarif is for code scanning.`,
		Example: `  docgen vet docs/api
  docgen vet docs/api --format sarif > docgen.sarif
  docgen vet --explain DG0104`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if explain != "" {
				return explainCode(cmd.OutOrStdout(), explain)
			}
			chosen, err := format.choice(cmd)
			if err != nil {
				return err
			}
			targets, err := vetTargets(args, e)
			if err != nil {
				return err
			}
			return vet(cmd, targets, chosen)
		},
	}
	e.register(cmd)
	format.register(cmd, "diagnostics")
	cmd.Flags().StringVar(&explain, "explain", "", "print the manual's page of a diagnostic code, and do nothing else")
	return cmd
}

// explainCode prints the manual's page of a code.
func explainCode(w io.Writer, code string) error {
	page, ok := guide.Diagnostic(strings.ToUpper(code))
	if !ok {
		known := guide.Diagnostics()
		if near := naming.Nearest(code, known); near != "" {
			return fmt.Errorf("there is no diagnostic %s; did you mean %s?", code, near)
		}
		return fmt.Errorf("there is no diagnostic %s; the codes go from %s to %s", code, known[0], known[len(known)-1])
	}
	_, err := io.WriteString(w, page)
	return err
}

func vetTargets(args []string, e evidence) ([]target, error) {
	if len(args) == 0 {
		return e.packages()
	}
	t, err := e.read(args[0])
	return []target{t}, err
}

// vet shows what there is to say about the pages of all targets.
func vet(cmd *cobra.Command, targets []target, format string) error {
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
	if format != "text" {
		return errors.Join(render(cmd.OutOrStdout(), format, trees, diags), verdict(diags, empty))
	}
	for _, t := range trees {
		show.line("%s: %s: %s", t.Tree, t.Dialect, t.Why)
	}
	if err := (diag.Text{Color: coloredOutput(cmd)}).Render(cmd.OutOrStdout(), diags); err != nil {
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
