package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
)

const inherited = `packages:
  - docs: a
    out: b
    samples: [x, "no"]
    names: {c.d: e, "#": "1"}
  - docs: c
    out: d
    strict-names: false
    also:
      - ../other
defaults: {strict-names: true, dialect: plain}
version: 1
`

// TestDefaults holds that packages inherit what they do not say themselves,
// wherever the defaults stand.
func TestDefaults(t *testing.T) {
	file, err := Parse(source.NewFile("docgen.yaml", []byte(inherited)))
	if err != nil {
		t.Fatal(err)
	}
	if p := file.Packages[0]; !p.StrictNames || p.Dialect != "plain" {
		t.Errorf("the first package has %+v", p)
	}
	if p := file.Packages[1]; p.StrictNames || p.Dialect != "plain" {
		t.Errorf("the second package has %+v", p)
	}
}

// TestEffective holds that the effective configuration names the origin of
// every value, and means the same when it is read again.
func TestEffective(t *testing.T) {
	file, err := Parse(source.NewFile("docgen.yaml", []byte(inherited)))
	if err != nil {
		t.Fatal(err)
	}
	text := file.Effective()
	for _, line := range []string{
		"version: 1\npackages:\n  - docs: a # docgen.yaml:2\n    out: b # docgen.yaml:3\n    # package: that of its directory\n",
		"    dialect: plain # docgen.yaml:11\n    also: [] # default\n",
		"    samples: # docgen.yaml:4\n      - x\n      - \"no\"\n    strict-names: true # docgen.yaml:11\n",
		"    names: # docgen.yaml:5\n      c.d: e\n      \"#\": \"1\"\n",
		"    also: # docgen.yaml:9\n      - ../other\n    samples: [] # default\n    strict-names: false # docgen.yaml:8\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("the effective configuration lacks\n%s\nin\n%s", line, text)
		}
	}
	again, err := Parse(source.NewFile("docgen.yaml", []byte(text)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file, again, cmpopts.IgnoreUnexported(Package{}), cmpopts.IgnoreFields(wire.Pin{}, "Span"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("in the file (-) and read again (+):\n%s\n%s", diff, text)
	}
}
