package breaking_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/google/go-cmp/cmp"
)

const manual = "../../docs/guide/breaking.md"

// TestManualListsTheRules holds the tables of the manual and the rules against
// each other.
func TestManualListsTheRules(t *testing.T) {
	text, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	got := string(text)
	for side, title := range map[breaking.Side]string{breaking.Go: "Go", breaking.Wire: "the wire"} {
		var table strings.Builder
		table.WriteString("| Rule | Severity | Version | What it does |\n| --- | --- | --- | --- |\n")
		for _, r := range breaking.Rules() {
			if r.Side == side {
				fmt.Fprintf(&table, "| `%s` | %s | %s | %s |\n", r.ID, r.Severity(), version(r), r.Effect)
			}
		}
		section := regexp.MustCompile(fmt.Sprintf("(?s)(\n## Rules of %s\n.*?\n\n)(\\|.*?\n)(\n|$)", title))
		if !section.MatchString(got) {
			t.Fatalf("%s has no section \"Rules of %s\" with a table", manual, title)
		}
		got = section.ReplaceAllString(got, "${1}"+table.String()+"${3}")
	}
	if *update {
		if err := os.WriteFile(manual, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if diff := cmp.Diff(string(text), got); diff != "" {
		t.Errorf("%s is (-) and should be (+); run with -update:\n%s", manual, diff)
	}
}

// version returns what a rule asks for.
func version(r breaking.Rule) string {
	if r.Breaks != 0 {
		return breaking.Major.String()
	}
	return r.Bump.String()
}

// TestEveryRuleHasACase holds that each rule shows in a golden file, and that
// what shows there is a rule.
func TestEveryRuleHasACase(t *testing.T) {
	mention := regexp.MustCompile(`\[([a-z-]+)\]\n`)
	shown := map[string]bool{}
	for name, archive := range goldens(t) {
		for _, f := range archive.Files {
			if f.Name != "want" {
				continue
			}
			for _, m := range mention.FindAllStringSubmatch(string(f.Data), -1) {
				shown[m[1]] = true
				if _, ok := breaking.Lookup(m[1]); !ok {
					t.Errorf("%s: %s is no rule", filepath.Base(name), m[1])
				}
			}
		}
	}
	for _, r := range breaking.Rules() {
		if !shown[r.ID] {
			t.Errorf("no golden file shows %s", r.ID)
		}
	}
}
