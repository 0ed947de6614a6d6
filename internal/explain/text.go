package explain

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/docgen-go/docgen/internal/diag"
)

// Render writes e to w for people.
func (e *Explanation) Render(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", e.Name, diag.Place(e.Place))
	columns := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, d := range e.Decisions {
		fmt.Fprintf(columns, "%s\t%s\n", d.What, diag.Printable(d.Is))
		fmt.Fprintf(columns, "\t  %s\n", diag.Printable(d.Why))
		if d.Key != "" {
			fmt.Fprintf(columns, "\t  docgen.yaml: %s\n", diag.Printable(d.Key))
		}
	}
	if err := columns.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, b.String())
	return err
}
