package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

func newNames() *cobra.Command {
	var (
		e      evidence
		asJSON bool
		all    bool
		pin    bool
	)
	cmd := &cobra.Command{
		Use:   "names [DOCS]",
		Short: "Show how well the JSON names of members are known",
		Long: `Names prints, for each tree of the reference pages in DOCS, how many JSON names
are confirmed, inferred and guessed, and lists the guesses with what speaks for
them. Without DOCS, it reads every directory docs/NAME that holds model pages.

A guess becomes certain by pages of the same API in another language (--also),
by payloads (--samples), or by a pin in docgen.yaml. With --pin, the guesses are
written there as pins, to be looked through. The exit code is 1 when there are
guesses and --strict-names asks for none.`,
		Example: `  docgen names docs/api
  docgen names docs/api --also ../sdk-go/docs --samples testdata
  docgen names docs/api --all --json
  docgen names docs/api --pin`,
		Args: docsArgument(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			targets, err := vetTargets(args, e)
			if err != nil {
				return err
			}
			if pin {
				return pinNames(cmd, targets)
			}
			return names(cmd, targets, all, asJSON)
		},
	}
	e.register(cmd)
	cmd.Flags().BoolVar(&all, "all", false, "list every name, not just the guesses")
	cmd.Flags().BoolVar(&pin, "pin", false, "write the guesses as pins to "+config.Name)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.MarkFlagsMutuallyExclusive("pin", "json")
	cmd.MarkFlagsMutuallyExclusive("pin", "all")
	return cmd
}

// names shows the names of all targets.
func names(cmd *cobra.Command, targets []target, all, asJSON bool) error {
	show := reporter{stderr: cmd.ErrOrStderr()}
	var report []nameTree
	broken := false
	for _, t := range targets {
		result, err := docgen.Read(cmd.Context(), t.options())
		if err != nil {
			return err
		}
		if err := show.diagnostics(nameDiagnostics(result.Diagnostics)); err != nil {
			return err
		}
		if err := requireModels(t.docs, result.Schema); err != nil {
			return err
		}
		broken = broken || result.Diagnostics.HasErrors()
		report = append(report, nameTrees(t.docs, result, all)...)
	}
	if err := printNames(cmd.OutOrStdout(), report, asJSON); err != nil {
		return err
	}
	if broken {
		return errFindings
	}
	return nil
}

// nameDiagnostics returns the errors, and what there is to say of names beside
// the guesses, which are listed anyway.
func nameDiagnostics(all diag.List) diag.List {
	var out diag.List
	for _, d := range all {
		switch d.Code {
		case "DG0402", "DG0405":
			out = append(out, d)
		case "DG0404":
		default:
			if d.Severity() == diag.Error {
				out = append(out, d)
			}
		}
	}
	return out
}

// A nameTree is the report on one tree of pages.
type nameTree struct {
	Tree      string     `json:"tree"`
	Dialect   string     `json:"dialect"`
	Style     string     `json:"style"`
	Confirmed int        `json:"confirmed"`
	Inferred  int        `json:"inferred"`
	Guessed   int        `json:"guessed"`
	Names     []nameLine `json:"names"`
}

// A nameLine is what is known of one name.
type nameLine struct {
	Member   string `json:"member"` // the selector of a pin
	Name     string `json:"name"`
	Evidence string `json:"evidence"`
	Why      string `json:"why"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
}

var evidenceNames = map[ir.Evidence]string{
	ir.Confirmed: "confirmed", ir.Inferred: "inferred", ir.Guessed: "guessed",
}

// nameTrees returns what is listed of each tree: the guesses, or all names.
func nameTrees(docs string, result *docgen.Result, all bool) []nameTree {
	out := make([]nameTree, len(result.Names))
	for i, r := range result.Names {
		out[i] = nameTree{
			Tree: treeName(docs, r.Dir), Dialect: r.Dialect, Style: r.Vote.String(),
			Confirmed: r.Confirmed, Inferred: r.Inferred, Guessed: r.Guessed, Names: []nameLine{},
		}
		for _, m := range r.Members() {
			if all || m.Wire.Evidence == ir.Guessed {
				out[i].Names = append(out[i].Names, lineOfName(m))
			}
		}
	}
	return out
}

func lineOfName(m wire.Member) nameLine {
	at := m.Span.Position()
	return nameLine{
		Member: m.Selector, Name: m.Wire.Name, Evidence: evidenceNames[m.Wire.Evidence], Why: m.Wire.Why,
		File: at.Name, Line: at.Line, Column: at.Column,
	}
}

func printNames(w io.Writer, trees []nameTree, asJSON bool) error {
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(trees)
	}
	var errs []error
	for _, t := range trees {
		_, err := fmt.Fprintf(w, "%s (%s): %d names confirmed, %d inferred, %d guessed; the style is %s\n",
			t.Tree, t.Dialect, t.Confirmed, t.Inferred, t.Guessed, t.Style)
		errs = append(errs, err)
		for _, n := range t.Names {
			_, err := fmt.Fprintf(w, "  %s:%d:%d: %s is %q (%s): %s\n", n.File, n.Line, n.Column, n.Member, n.Name, n.Evidence, n.Why)
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// pinNames writes the guesses of all targets as pins.
func pinNames(cmd *cobra.Command, targets []target) error {
	show := reporter{stderr: cmd.ErrOrStderr()}
	for _, t := range targets {
		result, err := docgen.Read(cmd.Context(), t.options())
		if err != nil {
			return err
		}
		if err := requireModels(t.docs, result.Schema); err != nil {
			return err
		}
		var pins []wire.Pin
		for _, r := range result.Names {
			for _, m := range r.Members() {
				if m.Wire.Evidence == ir.Guessed {
					pins = append(pins, wire.Pin{Selector: m.Selector, Name: m.Wire.Name})
				}
			}
		}
		path, err := t.configPath()
		if err != nil {
			return err
		}
		n, err := config.AddPins(path, t.docs, t.outOrConvention(), pins)
		if err != nil {
			return err
		}
		show.line("%s: %d names pinned in %s", t.docs, n, path)
	}
	return nil
}

// configPath returns the path of the configuration, which need not be there.
func (e evidence) configPath() (string, error) {
	if e.config != "" {
		return e.config, nil
	}
	path, err := config.Find(".")
	return cmp.Or(path, config.Name), err
}

// outOrConvention returns the directory of t's package, which a command that
// writes none does not know.
func (t target) outOrConvention() string {
	return cmp.Or(t.out, filepath.Join(generatedRoot, filepath.Base(t.docs)))
}
