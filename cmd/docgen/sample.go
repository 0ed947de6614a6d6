package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/sample"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

func newSample() *cobra.Command {
	var (
		e           evidence
		docs, model string
		asJSON      bool
	)
	cmd := &cobra.Command{
		Use:   "sample --model NAME FILE...",
		Short: "Hold real payloads against reference pages",
		Long: `Sample reads JSON payloads as values of a model and tells where they and the
reference pages contradict: unknown members, values that an enum does not list,
values of another kind, missing members, and JSON names that the payload proves
wrong, with the pin that repairs them. Each finding has its place in the payload
and on the page.

NAME is a model's title, its page such as components/card, or its Go name, in
any case. FILE may be - for standard input. Without --docs, the pages are those
of docgen.yaml or of every directory docs/NAME.

The exit code is 1 when there are errors or warnings; members that the pages do
not name are notes.`,
		Example: `  docgen sample --model Card card.json
  curl -s https://api.example.com/cards/1 | docgen sample --docs docs/api --model Card -`,
		Args: docsArgument(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			var pages []string
			if docs != "" {
				pages = []string{docs}
			}
			targets, err := vetTargets(pages, e)
			if err != nil {
				return err
			}
			m, err := findModel(cmd, targets, model)
			if err != nil {
				return err
			}
			return samples(cmd, m, args, asJSON)
		},
	}
	e.register(cmd)
	cmd.Flags().StringVar(&docs, "docs", "", "the page, or the directory of pages")
	cmd.Flags().StringVar(&model, "model", "", "the model that the payloads are values of")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the findings as JSON")
	if err := cmd.MarkFlagRequired("model"); err != nil {
		panic("docgen: " + err.Error())
	}
	return cmd
}

// findModel reads the pages of all targets, and returns the model of the name.
func findModel(cmd *cobra.Command, targets []target, name string) (ir.Model, error) {
	var found ir.Model
	var errs []error
	for _, t := range targets {
		result, err := docgen.Read(cmd.Context(), t.options())
		if err != nil {
			return nil, err
		}
		if err := requireModels(t.docs, result.Schema); err != nil {
			return nil, err
		}
		m, err := sample.Find(result.Schema, name)
		switch {
		case err != nil:
			errs = append(errs, fmt.Errorf("%s: %w", t.docs, err))
		case found != nil:
			return nil, fmt.Errorf("several APIs have a model called %q: say which pages are meant with --docs", name)
		default:
			found = m
		}
	}
	if found == nil {
		return nil, errors.Join(errs...)
	}
	return found, nil
}

// samples holds all files against m.
func samples(cmd *cobra.Command, m ir.Model, files []string, asJSON bool) error {
	var findings diag.List
	for _, name := range files {
		payload, err := readPayload(cmd.InOrStdin(), name)
		if err != nil {
			return err
		}
		findings = append(findings, sample.Check(m, payload)...)
	}
	if asJSON {
		if err := (diag.JSON{}).Render(cmd.OutOrStdout(), findings); err != nil {
			return err
		}
	} else {
		if err := (diag.Text{}).Render(cmd.OutOrStdout(), findings); err != nil {
			return err
		}
		summary := findings.Summary()
		if summary == "" {
			summary = "nothing to say"
		}
		reporter{stderr: cmd.ErrOrStderr()}.line("%s against %s: %s", plural(len(files), "payload"), m.Head().ID, summary)
	}
	if findings.Count(diag.Error)+findings.Count(diag.Warning) > 0 {
		return errFindings
	}
	return nil
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func readPayload(stdin io.Reader, name string) (*source.File, error) {
	if name == "-" {
		text, err := io.ReadAll(stdin)
		return source.NewFile("stdin", text), err
	}
	text, err := os.ReadFile(name)
	return source.NewFile(filepath.ToSlash(name), text), err
}
