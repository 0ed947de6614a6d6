package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/explain"
)

func newExplain() *cobra.Command {
	var (
		e      evidence
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "explain NAME [DOCS]",
		Short: "Tell why a type or a field is as it is",
		Long: `Explain shows where a type, a field or a constant stands in the reference pages,
what docgen decided about it and why, and with which key of docgen.yaml it would
be otherwise. NAME is a type, or a type and a member of it, such as
Card.ExpiresAt: types go by their names in Go or on the pages, members by those
in Go, in JSON or on the pages. Without DOCS, it looks in all packages of the
configuration or of the convention, and takes the first that has the name.`,
		Example: `  docgen explain Card.ExpiresAt
  docgen explain Card.expires_at docs/api`,
		Args: docsArgument(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			targets, err := vetTargets(args[1:], e)
			if err != nil {
				return err
			}
			explanation, err := explainIn(cmd, targets, args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return explanation.RenderJSON(cmd.OutOrStdout())
			}
			return explanation.Render(cmd.OutOrStdout())
		},
	}
	e.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// explainIn explains what the first of the targets has that can.
func explainIn(cmd *cobra.Command, targets []target, name string) (*docgen.Explanation, error) {
	var problem error
	for _, t := range targets {
		version, err := docgen.ReadVersion(cmd.Context(), t.options())
		if err != nil {
			return nil, err
		}
		if version.Diagnostics.HasErrors() {
			return nil, errors.Join(reporter{stderr: cmd.ErrOrStderr()}.diagnostics(version.Diagnostics), errFindings)
		}
		explanation, err := version.Explain(name)
		if err == nil {
			return explanation, nil
		}
		var unknown *explain.UnknownError
		if problem == nil || errors.As(err, &unknown) && unknown.Near != "" {
			problem = err
		}
	}
	return nil, problem
}
