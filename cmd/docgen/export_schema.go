package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/sample"
	"github.com/docgen-go/docgen/ir"
)

// schemaFlags are the flags of the verbs that write schemas of JSON.
type schemaFlags struct {
	out, root string
	evidence
}

func (f *schemaFlags) register(cmd *cobra.Command) {
	f.evidence.register(cmd)
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "file to write (default: standard output)")
	cmd.Flags().StringVar(&f.root, "root", "", "describe this model, and leave out what it does not need")
}

func newExportJSONSchema() *cobra.Command {
	var f schemaFlags
	cmd := &cobra.Command{
		Use:   "jsonschema DOCS",
		Short: "Write the models as JSON Schema",
		Long: `Jsonschema writes one document of JSON Schema 2020-12 with a definition for each
model of the reference pages in DOCS, which is a page or a directory. What the
schema takes is what the generated package decodes and validates; the manual
tells how pages become schemas in docs/guide/export.md.`,
		Example: `  docgen export jsonschema docs/api -o api.schema.json
  docgen export jsonschema docs/api --root Card`,
		Args: docsArgument(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return f.export(cmd, args[0], export.JSONSchema)
		},
	}
	f.register(cmd)
	return cmd
}

// export reads the pages in docs and writes their models in one form. Nothing
// is written when the pages hold errors.
func (f schemaFlags) export(cmd *cobra.Command, docs string, write func(io.Writer, *ir.Schema, export.Options) error) error {
	t, err := f.read(docs)
	if err != nil {
		return err
	}
	result, err := docgen.Select(cmd.Context(), t.options())
	if err != nil {
		return err
	}
	if err := (reporter{stderr: cmd.ErrOrStderr()}).diagnostics(result.Diagnostics); err != nil {
		return err
	}
	if result.Diagnostics.HasErrors() {
		return errFindings
	}
	if err := requireModels(docs, result.Schema); err != nil {
		return err
	}
	opts := export.Options{Names: result.TypeNames}
	if f.root != "" {
		if opts.Root, err = sample.Find(result.Schema, f.root); err != nil {
			return fmt.Errorf("--root: %w", err)
		}
	}
	var text bytes.Buffer
	if err := write(&text, result.Schema, opts); err != nil {
		return fmt.Errorf("%s: %w", docs, err)
	}
	if f.out != "" {
		return os.WriteFile(f.out, text.Bytes(), 0o666)
	}
	_, err = cmd.OutOrStdout().Write(text.Bytes())
	return err
}
