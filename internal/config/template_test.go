package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/internal/source"
)

// TestTemplate holds that a new configuration is read as what was proposed,
// that it names every key, and that its commented keys can be made lines of it
// without any effect.
func TestTemplate(t *testing.T) {
	text := Template([]Proposal{
		{Docs: "docs/cards", Out: "internal/cards", Package: "cards", Dialect: "tables", Models: 1},
		{Docs: "docs/no", Out: "internal/no", Package: "no", Dialect: "tables", Models: 3},
	})
	want := []Package{{Docs: "docs/cards", Out: "internal/cards", Name: "cards"}, {Docs: "docs/no", Out: "internal/no", Name: "no"}}
	compareTemplate(t, text, want)
	for _, line := range strings.Split(text, "\n") {
		if len(line) > 120 {
			t.Errorf("a long line: %s", line)
		}
	}
	var plainer []string
	for _, line := range strings.Split(text, "\n") {
		if setting, ok := strings.CutPrefix(line, "#     "); ok && !strings.HasPrefix(setting, "#") && !strings.HasSuffix(line, "...") {
			line = "    " + setting
		}
		plainer = append(plainer, line)
	}
	compareTemplate(t, strings.Join(plainer, "\n"), want)
	for _, k := range packageForm().keys {
		if !strings.Contains(text, " "+k.name+": ") {
			t.Errorf("the template lacks %s", k.name)
		}
	}
}

func compareTemplate(t *testing.T, text string, want []Package) {
	t.Helper()
	file, err := Parse(source.NewFile(Name, []byte(text)))
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if diff := cmp.Diff(want, file.Packages, cmpopts.IgnoreUnexported(Package{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
