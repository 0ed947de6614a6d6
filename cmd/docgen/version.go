package main

import (
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of docgen",
		Args:  docsArgument(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return errors.New("this docgen was built without build information")
			}
			_, err := fmt.Fprintln(cmd.OutOrStdout(), versionOf(info))
			return err
		},
	}
}

// versionOf returns the module's version, the commit if it is known, and the
// version of Go, such as "docgen v1.2.0 (0123456789ab, go1.26.8)".
func versionOf(info *debug.BuildInfo) string {
	var made []string
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			made = append(made, s.Value[:min(12, len(s.Value))])
		case s.Key == "vcs.modified" && s.Value == "true":
			made = append(made, "modified")
		}
	}
	made = append(made, info.GoVersion)
	return fmt.Sprintf("docgen %s (%s)", info.Main.Version, strings.Join(made, ", "))
}
