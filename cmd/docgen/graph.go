package main

import (
	"bytes"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/export"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/sample"
	"github.com/docgen-go/docgen/ir"
)

// A graphRequest is what the command line asks to be drawn.
type graphRequest struct {
	evidence
	from      []string
	depth     int
	direction string
	out       string
}

func newExportGraph() *cobra.Command {
	var r graphRequest
	cmd := &cobra.Command{
		Use:   "graph [DOCS]",
		Short: "Draw models and their references, for GitHub and other readers of mermaid",
		Long: `Graph draws the models of the reference pages in DOCS, which is a page or a
directory, with the references between them, as a mermaid flowchart: the text
goes into a block of GitHub's markdown that is marked "mermaid", or into a file
called NAME.mmd. Without DOCS, the pages are those of docgen.yaml or of the only
directory docs/NAME.

--from draws a model with what it leads to, --depth says how far. MODEL is a
title, or a page such as components/card, in any case. Mermaid draws no more than
500 references and 50,000 letters; what has no room is counted in the drawing.`,
		Example: `  docgen export graph docs/api --from Card
  docgen export graph docs/api --from Card --from Owner --depth 1 -o cards.mmd`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.check(cmd.Flags().Changed("depth")); err != nil {
				return usageError(cmd, err)
			}
			return r.run(cmd, args)
		},
	}
	r.register(cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&r.from, "from", nil, "model to begin at (default: all models)")
	flags.IntVar(&r.depth, "depth", 2, "how many references away from --from a model may be")
	flags.StringVar(&r.direction, "direction", export.Directions[0], "where the arrows lead: "+naming.List(export.Directions))
	flags.StringVarP(&r.out, "out", "o", "", "file to write (default: standard output)")
	completeFlag(cmd, "from", completeModels)
	completeFlag(cmd, "depth", cobra.NoFileCompletions)
	completeFlag(cmd, "direction", completeWords(export.Directions))
	return cmd
}

// check returns what is wrong with the flags.
func (r graphRequest) check(hasDepth bool) error {
	switch {
	case !slices.Contains(export.Directions, r.direction):
		return fmt.Errorf("there is no direction %q: it is one of %s", r.direction, naming.List(export.Directions))
	case r.depth < 0:
		return fmt.Errorf("a depth of %d: it is 0, for --from alone, or more", r.depth)
	case hasDepth && len(r.from) == 0:
		return fmt.Errorf("--depth needs --from, the model that it is counted from")
	}
	return nil
}

func (r graphRequest) run(cmd *cobra.Command, args []string) error {
	targets, err := vetTargets(args, r.evidence)
	if err != nil {
		return err
	}
	if len(targets) > 1 {
		return usageError(cmd, fmt.Errorf("there are pages of %d APIs here: say which to draw, such as: docgen export graph %s", len(targets), targets[0].docs))
	}
	t := targets[0]
	result, err := docgen.Read(cmd.Context(), t.options())
	if err != nil {
		return err
	}
	show := reporter{stderr: cmd.ErrOrStderr()}
	if err := show.diagnostics(result.Diagnostics); err != nil {
		return err
	}
	if result.Diagnostics.HasErrors() {
		return errFindings
	}
	if err := requireModels(t.docs, result.Schema); err != nil {
		return err
	}
	from, err := findAll(result.Schema, r.from)
	if err != nil {
		return fmt.Errorf("%s: %w", t.docs, err)
	}
	var text bytes.Buffer
	drawn, err := export.Mermaid(&text, result.Schema, export.GraphOptions{From: from, Depth: r.depth, Direction: r.direction})
	if err != nil {
		return err
	}
	show.line("%s: %s, %s%s", t.docs, plural(drawn.Models, "model"), plural(drawn.References, "reference"), r.advice(drawn))
	if r.out != "" {
		return os.WriteFile(r.out, text.Bytes(), 0o666)
	}
	_, err = cmd.OutOrStdout().Write(text.Bytes())
	return err
}

// findAll returns the models of the names.
func findAll(s *ir.Schema, names []string) ([]ir.Model, error) {
	var found []ir.Model
	for _, name := range names {
		m, err := sample.Find(s, name)
		if err != nil {
			return nil, err
		}
		found = append(found, m)
	}
	return found, nil
}

// advice says what has no room in the drawing, and what to do about it.
func (r graphRequest) advice(drawn export.Drawn) string {
	switch {
	case drawn.Left == 0:
		return ""
	case len(r.from) == 0:
		return fmt.Sprintf("; %d more have no room, since mermaid draws no more: choose a part with --from MODEL", drawn.Left)
	}
	return fmt.Sprintf("; %d more have no room, since mermaid draws no more: choose less with --depth %d", drawn.Left, max(0, r.depth-1))
}
