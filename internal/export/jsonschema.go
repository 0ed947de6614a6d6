package export

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// Draft names the dialect of JSON Schema that [JSONSchema] writes, and that
// OpenAPI 3.1 builds upon.
const Draft = "https://json-schema.org/draft/2020-12/schema"

// Options are the choices of [JSONSchema] and [OpenAPI].
type Options struct {
	// Names are what models are called; one that has no name here, or shares
	// it, is called by its identity.
	Names map[ir.ID]string
	// Root is the model that a document describes, or nil for all models. With
	// a root, what it does not need is left out.
	Root ir.Model
}

// JSONSchema writes the models that travel as JSON as one document of JSON
// Schema 2020-12, with a definition for each. The same schema always gives the
// same bytes. The error is for two models that cannot be told apart by name.
func JSONSchema(w io.Writer, s *ir.Schema, opts Options) error {
	d, err := define(s, opts, "#/$defs/")
	if err != nil {
		return err
	}
	doc := keywords{{"$schema", Draft}}
	if opts.Root != nil {
		doc.set("$ref", d.ref(opts.Root))
	}
	doc.set("$defs", d.schemas)
	return writeDocument(w, doc)
}

func writeDocument(w io.Writer, doc keywords) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

// Definitions are the schemas of models, and how they refer to one another.
type definitions struct {
	prefix  string // of references
	names   map[ir.ID]string
	schemas keywords // in the order of their names
}

// define makes the definitions of the models that opts ask for.
func define(s *ir.Schema, opts Options, prefix string) (*definitions, error) {
	var roots []ir.Model
	for _, m := range s.Models {
		if role := m.Head().Role; role == ir.RoleModel || role == ir.RoleError {
			roots = append(roots, m)
		}
	}
	if opts.Root != nil {
		roots = []ir.Model{opts.Root}
	}
	models := needed(roots)
	names, err := nameDefinitions(models, opts.Names)
	if err != nil {
		return nil, err
	}
	d := &definitions{prefix: prefix, names: names, schemas: keywords{}}
	for _, m := range models {
		d.schemas.set(names[m.Head().ID], d.model(m))
	}
	slices.SortFunc(d.schemas, func(a, b keyword) int { return strings.Compare(a.name, b.name) })
	return d, nil
}

func (d *definitions) ref(m ir.Model) string { return d.prefix + d.names[m.Head().ID] }

// needed returns roots and all models that they lead to.
func needed(roots []ir.Model) []ir.Model {
	var out []ir.Model
	seen := map[ir.ID]bool{}
	for queue := slices.Clone(roots); len(queue) > 0; queue = queue[1:] {
		m := queue[0]
		if seen[m.Head().ID] {
			continue
		}
		seen[m.Head().ID] = true
		out = append(out, m)
		if o, ok := m.(*ir.Object); ok {
			m = &ir.Object{Header: o.Header, Fields: membersOf(o), Additional: o.Additional}
		}
		for ref := range ir.Refs(m) {
			queue = append(queue, ref.Model)
		}
	}
	return out
}

// componentName is what OpenAPI 3.1, section 4.8.7.1, asks of the names of
// components. References need no escapes for such a name.
var componentName = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

// nameDefinitions returns what the models are called, each by its own name.
func nameDefinitions(models []ir.Model, wanted map[ir.ID]string) (map[ir.ID]string, error) {
	count := map[string]int{}
	for _, m := range models {
		count[wanted[m.Head().ID]]++
	}
	names := make(map[ir.ID]string, len(models))
	owner := make(map[string]ir.ID, len(models))
	for _, m := range models {
		id := m.Head().ID
		name := wanted[id]
		if count[name] > 1 || !componentName.MatchString(name) {
			name = identityName(id)
		}
		if other, taken := owner[name]; taken {
			return nil, fmt.Errorf("the models %s and %s want the same name %s: rename one of them in docgen.yaml", other, id, name)
		}
		names[id], owner[name] = name, id
	}
	return names, nil
}

// identityName returns the identity of a model as the name of a component.
func identityName(id ir.ID) string {
	var b strings.Builder
	for _, r := range id.String() {
		switch {
		case r == '/':
			b.WriteByte('.')
		case componentName.MatchString(string(r)):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "_%X_", r)
		}
	}
	return b.String()
}
