package main

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/ir"
)

// unversioned is the version of an API of which none is told: OpenAPI has no
// document without one.
const unversioned = "0.0.0"

func newExportOpenAPI() *cobra.Command {
	var (
		f    schemaFlags
		info export.Info
	)
	cmd := &cobra.Command{
		Use:   "openapi DOCS",
		Short: "Write the models as an OpenAPI document",
		Long: `Openapi writes a document of OpenAPI 3.1 with a component for each model of the
reference pages in DOCS, which is a page or a directory. It has no paths, which
pages of models do not tell. The manual tells how pages become schemas in
docs/guide/export.md.`,
		Example: `  docgen export openapi docs/api -o openapi.json
  docgen export openapi docs/api --title "Cards API" --api-version 2.1`,
		Args: docsArgument(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if info.Title == "" {
				title, err := titleOf(args[0])
				if err != nil {
					return err
				}
				info.Title = title
			}
			return f.export(cmd, args[0], func(w io.Writer, s *ir.Schema, opts export.Options) error {
				return export.OpenAPI(w, s, info, opts)
			})
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&info.Title, "title", "", "title of the API (default: the name of DOCS)")
	cmd.Flags().StringVar(&info.Version, "api-version", unversioned, "version of the API")
	return cmd
}

// titleOf returns what the page or directory docs is called.
func titleOf(docs string) (string, error) {
	abs, err := filepath.Abs(docs)
	base := filepath.Base(abs)
	return strings.TrimSuffix(base, filepath.Ext(base)), err
}
