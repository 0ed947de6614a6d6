package export_test

import (
	"context"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/parser"
)

const guidePath = "../../docs/guide/ir-json.md"

var (
	guidePage = regexp.MustCompile("(?ms)^```markdown\n(.*?)^```\n")
	guideJSON = regexp.MustCompile("(?ms)^```json\n(.*?)^```\n")
)

// TestGuideShowsTheOutput exports the page that the guide shows and compares.
func TestGuideShowsTheOutput(t *testing.T) {
	guide, err := os.ReadFile(guidePath)
	if err != nil {
		t.Fatal(err)
	}
	page, shown := guidePage.FindSubmatch(guide), guideJSON.FindSubmatchIndex(guide)
	if page == nil || shown == nil {
		t.Fatal("the guide lacks the page or the output")
	}
	files := []*source.File{source.NewFile("card.md", page[1])}
	schema, diags, err := parser.Parse(context.Background(), files, parser.Options{})
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	got := string(exported(t, schema))
	if !*update {
		if diff := cmp.Diff(string(guide[shown[2]:shown[3]]), got); diff != "" {
			t.Errorf("the guide shows (-) and docgen exports (+):\n%s", diff)
		}
		return
	}
	rewritten := string(guide[:shown[2]]) + got + string(guide[shown[3]:])
	if err := os.WriteFile(guidePath, []byte(rewritten), 0o644); err != nil {
		t.Fatal(err)
	}
}
