package explain

import (
	"encoding/json"
	"io"
)

// The shape of an explanation as JSON. Its version is 1; members are added
// under it, never renamed or removed.
type (
	jsonExplanation struct {
		Version   int            `json:"version"`
		Name      string         `json:"name"`
		File      string         `json:"file,omitempty"`
		Line      int            `json:"line,omitempty"`
		Column    int            `json:"column,omitempty"`
		Decisions []jsonDecision `json:"decisions"`
	}
	jsonDecision struct {
		What string `json:"what"`
		Is   string `json:"is"`
		Why  string `json:"why"`
		Key  string `json:"key,omitempty"`
	}
)

// RenderJSON writes e to w for programs.
func (e *Explanation) RenderJSON(w io.Writer) error {
	out := jsonExplanation{Version: 1, Name: e.Name}
	if !e.Place.IsZero() {
		at := e.Place.Position()
		out.File, out.Line, out.Column = at.Name, at.Line, at.Column
	}
	for _, d := range e.Decisions {
		out.Decisions = append(out.Decisions, jsonDecision(d))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
