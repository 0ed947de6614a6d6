package house_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var shownBy = regexp.MustCompile(`^\| .+ \| .+ \| \[(\w+)\]\((\S+)\) \|$`)

// TestFeaturesAreShown holds that each row of the table of features names a
// script that is there.
func TestFeaturesAreShown(t *testing.T) {
	rows := 0
	for line := range strings.Lines(read(t, manual+"/features.md")) {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") || strings.HasPrefix(line, "| Feature ") {
			continue
		}
		rows++
		row := shownBy.FindStringSubmatch(line)
		if row == nil {
			t.Errorf("the row names no script: %s", line)
			continue
		}
		if want := "../../cmd/docgen/testdata/script/" + row[1] + ".txtar"; row[2] != want {
			t.Errorf("%s is linked to %s", row[1], row[2])
		}
		if _, err := os.Stat(filepath.Join(manual, row[2])); err != nil {
			t.Error(err)
		}
	}
	if rows < 30 {
		t.Errorf("%d features", rows)
	}
}

// TestContentsAreComplete holds that the table of contents leads to every page
// of the manual.
func TestContentsAreComplete(t *testing.T) {
	index := read(t, manual+"/index.md")
	pages, err := filepath.Glob(manual + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		if name := filepath.Base(page); name != "index.md" && !strings.Contains(index, "]("+name+")") {
			t.Errorf("index.md does not lead to %s", name)
		}
	}
}
