package docgen_test

import (
	"fmt"
	"go/build"
	"path"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/source"
)

// hostileNames are names of pages and models that mean something to the go
// command or to a system, that differ from others by little, or that are long.
var hostileNames = []string{
	"Con", "NUL", "aux", "Prn", "Com1", "LPT9", "CardTest", "card_linux", "CardAmd64", "x_windows_arm64", "_hidden", ".dotted", "docgen_support",
	"DocgenLayout", "Card", "Señor", "SEÑOR2", "日本", "Maſter", "Master", "X١", "Fa\u202eke", "😀smile", "card-id", "internal", "vendor", "main",
	strings.Repeat("abcdefgh", 50), strings.Repeat("abcdefgh", 50) + "i", strings.Repeat("é", 200),
}

// TestHostileNames has models of such names. The files that they come to are
// built on every system, none twice by another case, and the package works.
func TestHostileNames(t *testing.T) {
	for _, split := range []plan.Split{plan.SplitModel, plan.SplitPage} {
		var pages []*source.File
		for i, name := range hostileNames {
			file := strings.ReplaceAll(name, "/", "")
			pages = append(pages, source.NewFile("models/components/"+file+".md", []byte(page(name, row(fmt.Sprint("f", i), "*str*", "N/A")))))
		}
		pages = append(pages, source.NewFile("models/components/😀.md", []byte(page("Smiling", row("a", "*str*", "N/A")))))
		files := pipelineWith(t, pages, plan.Options{Split: split})
		if len(files) < len(pages) {
			t.Fatalf("%d files of %d pages", len(files), len(pages))
		}
		seen := map[string]string{}
		for _, f := range files {
			if folded := strings.ToLower(strings.ToUpper(f.Name)); seen[folded] != "" {
				t.Errorf("%s and %s are one file where case does not count", f.Name, seen[folded])
			} else {
				seen[folded] = f.Name
			}
			if len(f.Name) > 143 {
				t.Errorf("a name of %d bytes: %s", len(f.Name), f.Name)
			}
		}
		everywhere(t, files)
		run(t, writeModule(t, files), nil, "go", "vet", "./...")
	}
}

// everywhere checks that go builds the files on a system that it knows nothing of.
func everywhere(t *testing.T, files []docgen.File) {
	t.Helper()
	dir := writeModule(t, files)
	system := build.Default
	system.GOOS, system.GOARCH = "nowhere", "none"
	for _, f := range files {
		if built, err := system.MatchFile(dir, f.Name); err != nil || !built {
			t.Errorf("%s is not built everywhere, %v", f.Name, err)
		}
	}
}

// TestOneNameForAll has 2,000 models of one title: in one namespace nothing
// parts them, which is said of each; in namespaces of their own, these do.
func TestOneNameForAll(t *testing.T) {
	const many = 2000
	for name, at := range map[string]string{"together": "models/components/page%d.md", "apart": "models/space%d/card.md"} {
		var pages []*source.File
		for i := range many {
			pages = append(pages, source.NewFile(fmt.Sprintf(at, i), []byte(page("Card", row("a", "*str*", "N/A")))))
		}
		result, err := docgen.Run(t.Context(), docgen.Config{Pages: pages, Docs: "models", Package: "p"})
		if err != nil {
			t.Fatal(err)
		}
		errors := 0
		for _, d := range result.Diagnostics {
			if d.Code == "DG0501" {
				errors++
			}
		}
		types := map[string]bool{}
		for _, f := range result.Files {
			if path.Ext(f.Name) == ".go" && strings.Contains(f.Name, "card") {
				types[f.Name] = true
			}
		}
		if name == "together" && (errors != many || len(types) != 0) || name == "apart" && (errors != 0 || len(types) != many) {
			t.Errorf("%s: %d errors, %d types", name, errors, len(types))
		}
	}
}
