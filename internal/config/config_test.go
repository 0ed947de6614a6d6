package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
)

func TestParse(t *testing.T) {
	got, err := Parse(source.NewFile("a/docgen.yaml", []byte("\uFEFF"+`# What we generate.
version: 1
packages:
  - docs: docs/cards
    out: ../cards
    package: pay
    dialect: speakeasy-go-2026
    also: [ts/docs, /abs]
    samples:
      - testdata
    strict-names: true
    names:
      components/card.ExpiresAt: expiry # since May
      "components/card.no": "no"
  - {docs: other, out: o}
`)))
	if err != nil {
		t.Fatal(err)
	}
	want := &File{Path: filepath.FromSlash("a/docgen.yaml"), Packages: []Package{
		{
			Docs: filepath.FromSlash("a/docs/cards"), Out: "cards", Name: "pay", Dialect: "speakeasy-go-2026",
			Also: []string{filepath.FromSlash("a/ts/docs"), "/abs"}, Samples: []string{filepath.FromSlash("a/testdata")}, StrictNames: true,
			Names: []wire.Pin{
				{Selector: "components/card.ExpiresAt", Name: "expiry"}, {Selector: "components/card.no", Name: "no"},
			},
		},
		{Docs: filepath.FromSlash("a/other"), Out: filepath.FromSlash("a/o")},
	}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Package{}), cmpopts.IgnoreFields(wire.Pin{}, "Span")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if at := got.Packages[0].Names[0].Span.Position().String(); at != "a/docgen.yaml:13:7" {
		t.Errorf("the pin stands at %s", at)
	}
}

// TestErrors holds that what is wrong is said with its place.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "docgen.yaml: it holds no configuration",
		"packages: []":                         `docgen.yaml:1:1: the file has no key "version": write "version: 1"`,
		"version: 2":                           "docgen.yaml:1:10: version 2 is unknown",
		"version: 1\npackges: []":              `docgen.yaml:2:1: unknown key "packges"; did you mean "packages"?`,
		"version: 1\nfoo: 1":                   `docgen.yaml:2:1: unknown key "foo"; the keys here are defaults, packages and version`,
		"version: 1\npackages: x":              "docgen.yaml:2:11: a list should stand here",
		"version: 1\npackages:\n  - docs: d":   `docgen.yaml:3:5: the package has no key "out"`,
		"version: 1\npackages:\n  - out: d":    `the package has no key "docs"`,
		"version: 1\npackages:\n  - [a]":       "a mapping should stand here",
		"version: 1\npackages:\n  - docs: [a]": "a text should stand here",
		"version: 1\nversion: 1":               "docgen.yaml:2:1",
		"version: [":                           "docgen.yaml:1:",
		"version: 1\npackages:\n  - docs: d\n    out: o\n    strict-names: maybe": "docgen.yaml:5:19: true or false should stand here",
		"version: 1\npackages:\n  - docs: d\n    out: o\n    names: [x]":          "a mapping should stand here",
		"version: 1\npackages:\n  - {docs: d, out: o}\n  - {docs: e, out: ./o/}":  "docgen.yaml:4:20: o is the directory of the package of d as well",
	} {
		_, err := Parse(source.NewFile("docgen.yaml", []byte(text)))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// TestFind looks for the file up to the root of the module, and no further.
func TestFind(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, Name), "version: 1\n")
	module := filepath.Join(root, "module")
	write(t, filepath.Join(module, "go.mod"), "module m\n")
	deep := filepath.Join(module, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if got, err := Find(deep); got != "" || err != nil {
		t.Errorf("found %q beyond the module, %v", got, err)
	}
	write(t, filepath.Join(module, Name), "version: 1\n")
	got, err := Find(deep)
	if err != nil || !same(got, filepath.Join(module, Name)) {
		t.Errorf("found %q, %v", got, err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestAddPins writes pins into files of all forms: what stands there stays,
// and what was written is read again.
func TestAddPins(t *testing.T) {
	pins := []wire.Pin{{Selector: "components/a.x_y", Name: "xY"}, {Selector: "b c.#d", Name: "true"}}
	for name, tt := range map[string]struct{ before, after string }{
		"new": {"", "version: 1\npackages:\n  - docs: docs\n    out: out\n    names:\n      components/a.x_y: xY\n      \"b c.#d\": \"true\"\n"},
		"without names": {
			"version: 1\n# ours\npackages:\n  - docs: docs # the pages\n    out: out\n  - docs: other\n    out: o\n",
			"version: 1\n# ours\npackages:\n  - docs: docs # the pages\n    out: out\n    names:\n      components/a.x_y: xY\n      \"b c.#d\": \"true\"\n  - docs: other\n    out: o\n",
		},
		"with names": {
			"version: 1\npackages:\n  - docs: docs\n    names:\n      components/a.x_y: xY # sure\n    out: out",
			"version: 1\npackages:\n  - docs: docs\n    names:\n      components/a.x_y: xY # sure\n      \"b c.#d\": \"true\"\n    out: out",
		},
		"at the end, without a line break": {
			"version: 1\npackages:\n- docs: docs\n  out: out",
			"version: 1\npackages:\n- docs: docs\n  out: out\n  names:\n    components/a.x_y: xY\n    \"b c.#d\": \"true\"\n",
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, Name)
			if tt.before != "" {
				write(t, path, tt.before)
			}
			if _, err := AddPins(path, filepath.Join(dir, "docs"), filepath.Join(dir, "out"), pins); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.after, string(text)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			file, err := Load(path)
			if err != nil {
				t.Fatal(err)
			}
			if got := file.Packages[0].Names; len(got) != 2 {
				t.Errorf("%d pins are read again", len(got))
			}
			if n, err := AddPins(path, filepath.Join(dir, "docs"), "", pins); n != 0 || err != nil {
				t.Errorf("once more: %d, %v", n, err)
			}
		})
	}
}

// TestAddPinsRefuses holds that a pin is never overwritten, and that nothing
// is written where it cannot be read again.
func TestAddPinsRefuses(t *testing.T) {
	const text = "version: 1\npackages:\n  - docs: docs\n    out: out\n    names: {a.b: c}\n"
	dir := t.TempDir()
	path := filepath.Join(dir, Name)
	for docs, pins := range map[string][]wire.Pin{
		"docs":  {{Selector: "a.b", Name: "other"}},
		"nodoc": {{Selector: "a.c", Name: "c"}},
		"docs/": {{Selector: "a.c", Name: "c"}}, // one line holds all names
	} {
		write(t, path, text)
		if _, err := AddPins(path, filepath.Join(dir, docs), "", pins); err == nil {
			t.Errorf("%s: no error", docs)
		}
		if now, err := os.ReadFile(path); err != nil || string(now) != text {
			t.Errorf("%s: the file is %q, %v", docs, now, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("version: 1\npackages:\n  - docs: d\n    out: o\n    names: {a: b}\n")
	f.Add("version: 1\npackages: &a [*a]")
	f.Add("? [a]\n: b")
	f.Add("version: 1\ndefaults: {strict-names: true}\npackages:\n- {docs: d, out: o, suppress: [{code: DG0104, at: a}], also: [b], \"names\":}\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Parse(source.NewFile("docgen.yaml", []byte(text)))
		if err == nil && file == nil {
			t.Error("neither a file nor an error")
		}
		if err == nil {
			if _, err := Parse(source.NewFile("docgen.yaml", []byte(file.Effective()))); err != nil {
				t.Errorf("the effective configuration cannot be read: %v\n%s", err, file.Effective())
			}
		}
	})
}
