package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print the version of docgen",
		Long: `Version prints the version of docgen, the commit that it was built from, if that
is known, and the version of Go that built it. With --json, it prints an object:
version, commit, modified (whether files differed from the commit) and go. What
is not known is left out.`,
		Example: `  docgen version
  docgen version --json`,
		Args: docsArgument(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return errors.New("this docgen was built without build information")
			}
			v := versionOf(info)
			if asJSON {
				return v.writeJSON(cmd.OutOrStdout())
			}
			_, err := fmt.Fprintln(cmd.OutOrStdout(), v)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// A versionInfo says which docgen this is.
type versionInfo struct {
	Version  string `json:"version"`
	Commit   string `json:"commit,omitempty"`
	Modified bool   `json:"modified,omitempty"`
	Go       string `json:"go"`
}

// versionOf returns what a build tells of itself. One that was not installed
// as a module has the version "(devel)".
func versionOf(info *debug.BuildInfo) versionInfo {
	v := versionInfo{Version: cmp.Or(info.Main.Version, "(devel)"), Go: info.GoVersion}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}

// String returns "docgen v1.2.0 (0123456789ab, go1.26.8)".
func (v versionInfo) String() string {
	var made []string
	if v.Commit != "" {
		made = append(made, v.Commit[:min(12, len(v.Commit))])
	}
	if v.Modified {
		made = append(made, "modified")
	}
	return fmt.Sprintf("docgen %s (%s)", v.Version, strings.Join(append(made, v.Go), ", "))
}

func (v versionInfo) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
