package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/reconcile"
	"github.com/docgen-go/docgen/internal/source"
)

// A checkReport is what check prints for programs: the diagnostics of the
// pages and of the drift, and the state of each package.
type checkReport struct {
	diag.Report
	Packages []packageReport `json:"packages"`
}

// A packageReport says how a directory differs from what the pages make.
type packageReport struct {
	Docs     string   `json:"docs"`
	Out      string   `json:"out"`
	Current  bool     `json:"current"`
	UpToDate int      `json:"upToDate"`
	Changed  []string `json:"changed"`
	Missing  []string `json:"missing"`
	Stale    []string `json:"stale"`
	Diff     string   `json:"diff,omitempty"`
}

// checkFor prints what is not up to date, in a format for programs.
func checkFor(cmd *cobra.Command, targets []target, format string, diff bool) error {
	var diags diag.List
	var packages []packageReport
	for _, t := range targets {
		b, err := t.build(cmd.Context())
		if err != nil {
			return err
		}
		drift := b.drift()
		diags = append(append(diags, b.diags...), drift...)
		packages = append(packages, b.report(diff))
	}
	diags.Sort()
	var err error
	if format == "json" {
		err = writeJSON(cmd.OutOrStdout(), checkReport{diag.JSON{}.Report(diags), packages})
	} else {
		err = render(cmd.OutOrStdout(), format, nil, diags)
	}
	if err == nil && diags.HasErrors() {
		return errFindings
	}
	return err
}

// drift returns a finding for each file that is not as the pages make it.
func (b build) drift() diag.List {
	help := "run: " + b.command("generate")
	var l diag.List
	for _, c := range b.plan.Changed {
		l.Add(diag.Diagnostic{Code: "DG0901", Span: b.firstDifference(c), Message: "this is not what the pages make", Help: help})
	}
	for _, c := range b.plan.Missing {
		file := source.NewFile(b.path(c), nil) // a place, since some who read findings take none without
		l.Add(diag.Diagnostic{Code: "DG0902", Span: file.Span(0, 0), Message: "this file is missing", Help: help})
	}
	for _, c := range b.plan.Orphans {
		file := source.NewFile(b.path(c), c.Old)
		l.Add(diag.Diagnostic{Code: "DG0903", Span: file.Span(0, lineEnd(c.Old)), Message: "no page makes this file any more", Help: help})
	}
	return l
}

// path returns where a file is, with slashes.
func (b build) path(c reconcile.Change) string { return filepath.ToSlash(filepath.Join(b.out, c.Name)) }

// firstDifference returns the first line of a file that is to change.
func (b build) firstDifference(c reconcile.Change) source.Span {
	same := 0
	for same < min(len(c.Old), len(c.New)) && c.Old[same] == c.New[same] {
		same++
	}
	start := bytes.LastIndexByte(c.Old[:same], '\n') + 1
	if start == len(c.Old) { // only lines at the end are missing
		start = bytes.LastIndexByte(c.Old[:max(start-1, 0)], '\n') + 1
	}
	return source.NewFile(b.path(c), c.Old).Span(start, start+lineEnd(c.Old[start:]))
}

// lineEnd returns the length of the first line of text.
func lineEnd(text []byte) int {
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		return i
	}
	return len(text)
}

func (b build) report(diff bool) packageReport {
	r := packageReport{
		Docs: filepath.ToSlash(b.docs), Out: filepath.ToSlash(b.out),
		Current:  b.plan.IsCurrent() && !b.diags.HasErrors(),
		UpToDate: len(b.plan.Unchanged),
		Changed:  namesOf(b.plan.Changed), Missing: namesOf(b.plan.Missing), Stale: namesOf(b.plan.Orphans),
	}
	if diff {
		r.Diff = b.plan.Diff()
	}
	return r
}

func namesOf(changes []reconcile.Change) []string {
	names := make([]string, len(changes))
	for i, c := range changes {
		names[i] = c.Name
	}
	return names
}

// writeJSON writes v to w as an indented JSON document.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}
