package main

import (
	"bytes"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/export"
)

func newExport() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write what docgen understood of reference pages",
		Args:  docsArgument(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError(cmd, errors.New("nothing to export: name a form, such as: docgen export ir DOCS"))
		},
	}
	cmd.AddCommand(newExportIR(), newExportJSONSchema(), newExportOpenAPI(), newExportGraph())
	return cmd
}

func newExportIR() *cobra.Command {
	var (
		e      evidence
		out    string
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "ir DOCS",
		Short: "Write the schema of reference pages, before it becomes Go",
		Long: `Ir writes the schema that docgen read from the reference pages in DOCS, which is
a page or a directory: the models with their fields, types and evidence, before
any of it becomes Go. The text is for people, the JSON for programs; the manual
describes its shape in docs/guide/ir-json.md.`,
		Example: `  docgen export ir docs/api
  docgen export ir docs/api --json -o schema.json`,
		Args: docsArgument(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			t, err := e.read(args[0])
			if err != nil {
				return err
			}
			result, err := docgen.Read(cmd.Context(), t.options())
			if err != nil {
				return err
			}
			if err := (reporter{stderr: cmd.ErrOrStderr()}).diagnostics(result.Diagnostics); err != nil {
				return err
			}
			if result.Diagnostics.HasErrors() {
				return errFindings
			}
			text, err := schemaText(result, asJSON)
			if err != nil {
				return err
			}
			if out != "" {
				return os.WriteFile(out, text, 0o666)
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
	e.register(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.Flags().StringVarP(&out, "out", "o", "", "file to write (default: standard output)")
	return cmd
}

func schemaText(result *docgen.Result, asJSON bool) ([]byte, error) {
	if !asJSON {
		return []byte(result.Schema.Text()), nil
	}
	var buf bytes.Buffer
	err := export.IR(&buf, result.Schema)
	return buf.Bytes(), err
}
