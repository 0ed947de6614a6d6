package export

import (
	"io"

	"github.com/docgen-go/docgen/ir"
)

// Info is what an OpenAPI document says of the API as a whole. Neither may be
// empty.
type Info struct {
	Title   string
	Version string // of the API's description
}

// OpenAPI writes the models that travel as JSON as the components of a document
// of OpenAPI 3.1, which knows JSON Schema 2020-12. Pages of models tell nothing
// of paths and servers, so there are none. The same schema always gives the same
// bytes. The error is as for [JSONSchema].
func OpenAPI(w io.Writer, s *ir.Schema, info Info, opts Options) error {
	d, err := define(s, opts, "#/components/schemas/")
	if err != nil {
		return err
	}
	return writeDocument(w, keywords{
		{"openapi", "3.1.0"},
		{"info", keywords{{"title", info.Title}, {"version", info.Version}}},
		{"paths", keywords{}},
		{"components", keywords{{"schemas", d.schemas}}},
	})
}
