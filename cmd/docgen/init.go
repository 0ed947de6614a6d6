package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/config"
)

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init [DOCS...]",
		Short: "Write a docgen.yaml for the reference pages that are here",
		Long: `Init looks for directories with reference pages below the working directory,
reads them, and writes a docgen.yaml that makes a package of each. With DOCS, it
takes these pages or directories. Hidden directories, testdata, vendor and
node_modules are passed over.

The file has comments that name every key, and a first line by which editors
find its JSON Schema. A docgen.yaml that is there already, here or above up to
the root of the module, is never overwritten.`,
		Example: `  docgen init
  docgen init third_party/pay-sdk/docs`,
		Args: docsArgument(cobra.ArbitraryArgs),
		RunE: initialize,
	}
}

// initialize writes the configuration and says what to do next.
func initialize(cmd *cobra.Command, dirs []string) error {
	if path, err := config.Find("."); err != nil {
		return err
	} else if path != "" {
		return fmt.Errorf("%s is there already: edit it, or move it away", path)
	}
	packages, err := discover(cmd.Context(), dirs, reporter{stderr: cmd.ErrOrStderr()})
	if err != nil {
		return err
	}
	if len(packages) == 0 {
		return errors.New("found no reference pages with models: copy them here, or name their directory, such as: docgen init DOCS")
	}
	if err := writeNew(config.Name, config.Template(packages)); err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	_, err = fmt.Fprintf(out, "wrote %s\n", config.Name)
	for _, p := range packages {
		_, e := fmt.Fprintf(out, "  %s\n", p)
		err = errors.Join(err, e)
	}
	_, e := fmt.Fprint(out, `
next:
  docgen generate   writes the Go
  docgen check      fails when pages and Go differ; run it in CI
  docgen vet        shows all that the pages leave open
`)
	return errors.Join(err, e)
}

// writeNew writes a file that is not there yet.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}
