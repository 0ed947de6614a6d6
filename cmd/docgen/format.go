package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
)

// formats are the forms that diagnostics can be printed in.
var formats = []string{"text", "json", "github", "gitlab", "sarif"}

// A formatFlag is the choice of one of them.
type formatFlag struct {
	name   string
	asJSON bool
}

func (f *formatFlag) register(cmd *cobra.Command, what string) {
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "short for --format json")
	cmd.Flags().StringVar(&f.name, "format", "text", "how "+what+" are printed: "+naming.List(formats))
	completeFlag(cmd, "format", completeWords(formats))
}

// choice returns the format, or an error for one that there is not.
func (f *formatFlag) choice(cmd *cobra.Command) (string, error) {
	if f.asJSON {
		return "json", nil
	}
	if !slices.Contains(formats, f.name) {
		return "", usageError(cmd, fmt.Errorf("--format %s: the formats are %s", f.name, naming.List(formats)))
	}
	return f.name, nil
}

// render writes diagnostics in a format for programs.
func render(w io.Writer, format string, trees []diag.Tree, diags diag.List) error {
	switch format {
	case "github":
		return diag.GitHub{}.Render(w, diags)
	case "gitlab":
		return diag.GitLab{}.Render(w, diags)
	case "sarif":
		return diag.SARIF{}.Render(w, diags)
	}
	return diag.JSON{Trees: trees}.Render(w, diags)
}
