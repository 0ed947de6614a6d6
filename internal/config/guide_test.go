package config

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the JSON Schema and the tables of the manual")

const manual = "../../docs/guide/"

// TestSchemaIsCurrent holds the JSON Schema that is shipped against the keys.
func TestSchemaIsCurrent(t *testing.T) {
	got, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	compare(t, manual+"docgen.schema.json", string(got))
}

// TestManualListsAllKeys holds the tables of the manual against the keys.
func TestManualListsAllKeys(t *testing.T) {
	const path = manual + "configuration.md"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	for of, table := range Tables() {
		heading := "\n## The keys of a " + of + "\n\n"
		before, rest, ok := strings.Cut(page, heading)
		shown, after, ends := strings.Cut(rest, "\n\n")
		if !ok || !strings.HasPrefix(shown, "|") {
			t.Fatalf("%s: no table follows %q", path, heading)
		}
		page = before + heading + table
		if ends {
			page += "\n" + after
		}
	}
	compare(t, path, page)
}

// compare holds a file against what it should be, or makes it that.
func compare(t *testing.T, path, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), want); diff != "" {
		t.Errorf("%s is (-) and should be (+); run with -update:\n%s", path, diff)
	}
}

// TestKeysAreDocumented holds that each key says what it is for, and what
// counts where it is left out.
func TestKeysAreDocumented(t *testing.T) {
	documented(t, rootForm())
	documented(t, packageForm())
	documented(t, initialisms)
	documented(t, rule{}.mapping())
}

func documented[O any](t *testing.T, m mapping[O]) {
	t.Helper()
	for _, k := range m.keys {
		if len(k.doc) < 10 || strings.HasSuffix(k.doc, ".") {
			t.Errorf("%s of a %s: the doc %q", k.name, m.what, k.doc)
		}
		if k.need == "" && k.absent == "" && k.preset == "" {
			t.Errorf("%s of a %s: nothing says what counts where it is left out", k.name, m.what)
		}
	}
}
