package breaking

import (
	"encoding/json"
	"io"

	"github.com/docgen-go/docgen/internal/source"
)

// jsonReport is the shape that the manual documents as version 1. Members are
// added to it, never renamed or removed.
type jsonReport struct {
	Version int          `json:"version"`
	Verdict string       `json:"verdict"`
	Go      jsonCounts   `json:"go"`
	Wire    jsonCounts   `json:"wire"`
	Allowed int          `json:"allowed"`
	Changes []jsonChange `json:"changes"`
}

type jsonCounts struct {
	Breaking   int `json:"breaking"`
	Compatible int `json:"compatible"`
}

type jsonChange struct {
	Rule     string     `json:"rule"`
	Side     string     `json:"side"`
	Breaking bool       `json:"breaking"`
	Breaks   string     `json:"breaks,omitempty"`
	Bump     string     `json:"bump"`
	Allowed  bool       `json:"allowed,omitempty"`
	Subject  string     `json:"subject"`
	Change   string     `json:"change"`
	Effect   string     `json:"effect"`
	Hint     string     `json:"hint,omitempty"`
	Old      *jsonPlace `json:"old,omitempty"`
	New      *jsonPlace `json:"new,omitempty"`
}

// jsonPlace is where a page says something: lines and columns count from 1,
// columns in code points.
type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// JSON shows a report to programs.
type JSON struct {
	Versions
}

// Render writes r to w as one JSON document.
func (j JSON) Render(w io.Writer, r *Report) error {
	out := jsonReport{Version: 1, Verdict: r.Verdict().String(), Allowed: r.Allowed(), Changes: make([]jsonChange, len(r.Changes))}
	out.Go.Breaking, out.Go.Compatible = r.Count(Go)
	out.Wire.Breaking, out.Wire.Compatible = r.Count(Wire)
	for i := range r.Changes {
		c := &r.Changes[i]
		out.Changes[i] = jsonChange{
			Rule: c.Rule.ID, Side: c.Rule.Side.String(), Breaking: c.IsBreaking(), Bump: c.Bump.String(),
			Allowed: c.Allowed, Subject: c.Subject, Change: c.What, Effect: c.Effect(), Hint: c.Hint,
			Old: placeOf(j.Old, c.Old), New: placeOf(j.New, c.New),
		}
		if c.For != 0 {
			out.Changes[i].Breaks = c.For.String()
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func placeOf(version string, span source.Span) *jsonPlace {
	if span.IsZero() {
		return nil
	}
	at := span.Position()
	return &jsonPlace{version + at.Name, at.Line, at.Column}
}
