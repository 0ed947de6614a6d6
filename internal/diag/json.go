package diag

import (
	"encoding/json"
	"io"

	"github.com/docgen-go/docgen/internal/source"
)

// A Report is what is printed for programs, in the shape that the manual
// documents as version 1. Members are added to it, never renamed or removed.
type Report struct {
	Version     int              `json:"version"`
	Errors      int              `json:"errors"`
	Warnings    int              `json:"warnings"`
	Notes       int              `json:"notes"`
	Trees       []Tree           `json:"trees,omitempty"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
}

type jsonDiagnostic struct {
	Code     Code          `json:"code"`
	Severity string        `json:"severity"`
	Message  string        `json:"message"`
	Help     string        `json:"help,omitempty"`
	Place    *jsonPlace    `json:"place,omitempty"`
	Related  []jsonRelated `json:"related,omitempty"`
}

type jsonRelated struct {
	Message string     `json:"message"`
	Place   *jsonPlace `json:"place,omitempty"`
}

// jsonPlace is a span: lines and columns count from 1, columns in code
// points; the end is the first column behind the span.
type jsonPlace struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

// A Tree says in which grammar a directory of pages was read, and why.
type Tree struct {
	Tree    string `json:"tree"`
	Dialect string `json:"dialect"`
	Why     string `json:"why"`
}

// JSON shows diagnostics to programs, all of them, with no limit.
type JSON struct {
	Trees []Tree // that the diagnostics are about; may be empty
}

// Render writes l to w as one JSON document.
func (j JSON) Render(w io.Writer, l List) error {
	return encode(w, j.Report(l))
}

// Report returns what Render writes, for documents that hold more.
func (j JSON) Report(l List) Report {
	report := Report{
		Version:     1,
		Errors:      l.Count(Error),
		Warnings:    l.Count(Warning),
		Notes:       l.Count(Note),
		Trees:       j.Trees,
		Diagnostics: make([]jsonDiagnostic, len(l)),
	}
	for i, d := range l {
		report.Diagnostics[i] = jsonOf(d)
	}
	return report
}

// encode writes v to w as an indented JSON document.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func jsonOf(d Diagnostic) jsonDiagnostic {
	out := jsonDiagnostic{
		Code:     d.Code,
		Severity: d.Severity().String(),
		Message:  d.Message,
		Help:     d.Help,
		Place:    placeOf(d.Span),
	}
	for _, r := range d.Related {
		out.Related = append(out.Related, jsonRelated{Message: r.Message, Place: placeOf(r.Span)})
	}
	return out
}

func placeOf(span source.Span) *jsonPlace {
	if span.IsZero() {
		return nil
	}
	start, end := span.Position(), span.File.Span(span.End, span.End).Position()
	return &jsonPlace{start.Name, start.Line, start.Column, end.Line, end.Column}
}
