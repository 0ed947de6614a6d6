package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/config"
)

func newConfig() *cobra.Command {
	var (
		e      evidence
		schema bool
	)
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the configuration as it counts",
		Long: `Config prints the nearest docgen.yaml as it counts: every key of every package,
with the line that its value comes from, or that it is a default. What it prints
can stand in the place of the file.

With --schema, it prints the JSON Schema of docgen.yaml, for editors.`,
		Example: `  docgen config
  docgen config --schema > docgen.schema.json`,
		Args: docsArgument(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if schema {
				return printConfigSchema(cmd.OutOrStdout())
			}
			return printConfig(cmd.OutOrStdout(), e)
		},
	}
	cmd.Flags().StringVar(&e.config, "config", "", "configuration (default: the nearest "+config.Name+")")
	cmd.Flags().BoolVar(&schema, "schema", false, "print the JSON Schema of the file")
	cmd.MarkFlagsMutuallyExclusive("config", "schema")
	return cmd
}

func printConfigSchema(w io.Writer) error {
	text, err := config.Schema()
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

func printConfig(w io.Writer, e evidence) error {
	file, err := e.file()
	if err != nil {
		return err
	}
	if file == nil {
		return fmt.Errorf("there is no %s here, nor above up to the root of the module", config.Name)
	}
	_, err = io.WriteString(w, file.Effective())
	return err
}
