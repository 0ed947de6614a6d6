package main

import (
	"errors"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/naming"
)

// addColor registers the flag that says whether diagnostics are coloured.
func addColor(root *cobra.Command) {
	choice := colorChoice("auto")
	root.PersistentFlags().Var(&choice, "color", "colour diagnostics: always, never, or auto, which is on a terminal unless NO_COLOR is set")
	completeFlag(root, "color", completeWords(colorChoices))
}

var colorChoices = []string{"auto", "always", "never"}

// A colorChoice is one of them.
type colorChoice string

// String, Type and Set make it a pflag.Value.
func (c *colorChoice) String() string { return string(*c) }

func (c *colorChoice) Type() string { return "when" }

func (c *colorChoice) Set(text string) error {
	if !slices.Contains(colorChoices, text) {
		return errors.New("the choices are " + naming.List(colorChoices))
	}
	*c = colorChoice(text)
	return nil
}

// colored reports whether diagnostics on standard error are to be coloured.
func colored(cmd *cobra.Command) bool { return coloredOn(cmd, cmd.ErrOrStderr()) }

// coloredOutput reports whether diagnostics on standard output are to be.
func coloredOutput(cmd *cobra.Command) bool { return coloredOn(cmd, cmd.OutOrStdout()) }

// coloredOn follows https://no-color.org.
func coloredOn(cmd *cobra.Command, w io.Writer) bool {
	switch cmd.Flag("color").Value.String() {
	case "never":
		return false
	case "always":
		return true
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w)
}

// isTerminal reports whether w is a device of characters, as terminals are.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
