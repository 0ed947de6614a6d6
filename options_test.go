package docgen_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/source"
)

// optionsTogether are configurations that hold every option at once, as far as
// they go together.
var optionsTogether = map[string]string{
	"zero": `version: 1
defaults:
  types:
    date-time: time.Time
    bytes: "[]byte"
    any: any
    string: generated/own.Text
    bigint: "*math/big.Int"
  optional: zero
  nulls: pointer
  numbers: exact
  additional-properties: none
  enums: closed
  presence: lenient
  tags: {yaml: "{{.Wire}}{{if .Optional}},omitempty{{end}}"}
  getters: true
  envelopes: true
  split: page
  target: 1.27
`,
	"wrapped": `version: 1
defaults:
  types:
    date: generated/own.Text
    int64: float64
    float64: float32
    boolean: bool
    any: map[string]generated/own.Option[any]
  optional: generated/own.Option
  additional-properties: declared
  enums: open
  presence: lenient
  tags: {bson: "{{.Wire}}", xml: "{{.Name}}"}
  getters: true
  envelopes: true
  provenance: on
  split: single
  target: 1.26
`,
}

// own is the package of the types that the configurations name.
const own = `// Package own has types of a user's own.
package own

import "encoding/json"

// A Text is a text.
type Text struct{ value string }

// UnmarshalText keeps the text.
func (t *Text) UnmarshalText(text []byte) error {
	t.value = string(text)
	return nil
}

// MarshalText returns the text.
func (t Text) MarshalText() ([]byte, error) { return []byte(t.value), nil }

// An Option is a value, or none.
type Option[T any] struct{ value *T }

// UnmarshalJSON reads a value.
func (o *Option[T]) UnmarshalJSON(data []byte) error {
	o.value = new(T)
	return json.Unmarshal(data, o.value)
}

// MarshalJSON writes the value, or null.
func (o Option[T]) MarshalJSON() ([]byte, error) { return json.Marshal(o.value) }
`

// TestOptionsTogether generates the packages of the examples with all options
// at once, builds and vets them, and runs the tests that come with them.
func TestOptionsTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds many packages")
	}
	module := writeModule(t, nil)
	writeFile(t, filepath.Join(module, "own", "own.go"), []byte(own))
	packages, err := filepath.Glob("generated/*/docgen_support.go")
	if err != nil || len(packages) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for name, text := range optionsTogether {
		text += "packages:\n"
		for _, path := range packages {
			api := filepath.Base(filepath.Dir(path))
			text += "  - {docs: docs/" + api + ", out: " + api + "}\n"
		}
		writeFile(t, filepath.Join(module, name+".yaml"), []byte(text))
		file, err := config.Load(filepath.Join(module, name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range file.Packages {
			api := filepath.Base(p.Out)
			generateWith(t, docgen.Config{Docs: filepath.Join("docs", api), Package: api, Go: p.Go}, filepath.Join(module, name, api))
		}
	}
	if out := run(t, module, nil, "gofmt", "-l", "."); out != "" {
		t.Errorf("not in the form of gofmt:\n%s", out)
	}
	run(t, module, nil, "go", "vet", "./...")
	run(t, module, nil, "go", "test", "./...")
}

// parseOptions returns the options of a configuration with defaults alone.
func parseOptions(t testing.TB, text string) plan.Options {
	t.Helper()
	file, err := config.Parse(source.NewFile(config.Name, []byte(text+"packages: [{docs: docs, out: out}]\n")))
	if err != nil {
		t.Fatal(err)
	}
	return file.Packages[0].Go
}

// generateWith writes the package that cfg asks for to dir.
func generateWith(t *testing.T, cfg docgen.Config, dir string) {
	t.Helper()
	result, err := docgen.Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(diagnostics(result.Diagnostics))
	}
	for _, f := range result.Files {
		writeFile(t, filepath.Join(dir, f.Name), f.Content)
	}
}
