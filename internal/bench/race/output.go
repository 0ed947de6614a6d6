package race

import (
	"encoding/json"
	"io"
	"os"
)

// An Output is what a measurement says, in both forms.
type Output struct {
	Value    any
	Markdown string
	JSON     string // file for Value; empty for none
	MD       string // file for Markdown; empty for none
}

// Write prints the tables, and writes the files that are asked for.
func Write(w io.Writer, out Output) error {
	if _, err := io.WriteString(w, out.Markdown); err != nil {
		return err
	}
	if out.MD != "" {
		if err := os.WriteFile(out.MD, []byte(out.Markdown), 0o644); err != nil {
			return err
		}
	}
	if out.JSON == "" {
		return nil
	}
	text, err := json.MarshalIndent(out.Value, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(out.JSON, append(text, '\n'), 0o644)
}
