package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/diag"
)

// A generateReport is what generate prints for programs: the diagnostics of
// the pages, and what became of each package.
type generateReport struct {
	diag.Report
	Written  bool               `json:"written"` // false for a dry run, and where pages hold errors
	Packages []generatedPackage `json:"packages"`
}

// A generatedPackage says what was done, or is to be done, to a directory.
type generatedPackage struct {
	Docs         string   `json:"docs"`
	Out          string   `json:"out"`
	Name         string   `json:"name"`
	Unchanged    int      `json:"unchanged"`
	Changed      []string `json:"changed"`
	New          []string `json:"new"`
	Removed      []string `json:"removed"`
	Milliseconds int64    `json:"milliseconds"`
}

// generateFor is generate for programs.
func generateFor(cmd *cobra.Command, targets []target, dryRun bool) error {
	var diags diag.List
	builds := make([]build, len(targets))
	for i, t := range targets {
		var err error
		if builds[i], err = t.build(cmd.Context()); err != nil {
			return err
		}
		diags = append(diags, builds[i].diags...)
	}
	diags.Sort()
	report := generateReport{
		Report:   diag.JSON{}.Report(diags),
		Written:  !dryRun && !diags.HasErrors(),
		Packages: make([]generatedPackage, len(builds)),
	}
	for i := range builds {
		if report.Written {
			if err := builds[i].apply(); err != nil {
				return err
			}
		}
		report.Packages[i] = builds[i].generated()
	}
	if err := writeJSON(cmd.OutOrStdout(), report); err != nil || !diags.HasErrors() {
		return err
	}
	return errFindings
}

func (b build) generated() generatedPackage {
	return generatedPackage{
		Docs: filepath.ToSlash(b.docs), Out: filepath.ToSlash(b.out), Name: b.pkg,
		Unchanged: len(b.plan.Unchanged),
		Changed:   namesOf(b.plan.Changed), New: namesOf(b.plan.Missing), Removed: namesOf(b.plan.Orphans),
		Milliseconds: b.took.Milliseconds(),
	}
}
