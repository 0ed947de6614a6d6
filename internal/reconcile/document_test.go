package reconcile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/reconcile"
)

const ownReadme = reconcile.MarkdownHeader + "\n\n# Package p\n"

// TestDocumentsGiveWay never touches a README that a person wrote, nor puts
// docgen's before it: whatever its ending, its case and what kind of file it is.
func TestDocumentsGiveWay(t *testing.T) {
	for name, content := range map[string]string{
		"README.md": "# Mine\n", "readme.md": "# Mine\n", "README": "Mine\n", "Readme.rst": "Mine\n", "README.txt": "",
		"README.MD": "\n" + ownReadme, "README.markdown": strings.ToLower(reconcile.MarkdownHeader),
	} {
		t.Run(name, func(t *testing.T) {
			dir := tree(t, name, content)
			plan := compare(t, dir, wanted("README.md", ownReadme, "a.go", own("A")))
			if err := plan.Apply(); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(map[string]string{name: content, "a.go": own("A")}, contents(t, dir)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{name}, plan.GaveWay); diff != "" {
				t.Error(diff)
			}
			if plan := compare(t, dir, wanted("README.md", ownReadme, "a.go", own("A"))); !plan.IsCurrent() {
				t.Errorf("not current:\n%s", plan.Diff())
			}
		})
	}
}

// TestDocumentsGiveWayToWhatIsNoFile does so for links and directories.
func TestDocumentsGiveWayToWhatIsNoFile(t *testing.T) {
	dir := tree(t, "README.md/inside", "")
	if plan := compare(t, dir, wanted("README.md", ownReadme)); !plan.IsCurrent() {
		t.Error(plan.Diff())
	}
	dir = tree(t, "other.txt", "mine")
	if err := os.Symlink("other.txt", filepath.Join(dir, "README.md")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if plan := compare(t, dir, wanted("README.md", ownReadme)); !plan.IsCurrent() {
		t.Error(plan.Diff())
	}
}

// TestDocumentsOfDocgen are written, brought up to date, and removed.
func TestDocumentsOfDocgen(t *testing.T) {
	dir := tree(t, "readme/inside", "", "readme.go", "package p\n")
	for _, want := range []string{ownReadme, ownReadme + "More.\n"} {
		if err := compare(t, dir, wanted("README.md", want)).Apply(); err != nil {
			t.Fatal(err)
		}
		if got := contents(t, dir)["README.md"]; got != want {
			t.Errorf("got %q", got)
		}
	}
	if err := compare(t, dir, nil).Apply(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"readme/inside": "", "readme.go": "package p\n"}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// TestHeadersBelongToTheirKindOfFile keeps the header of one kind of file from
// making another docgen's own.
func TestHeadersBelongToTheirKindOfFile(t *testing.T) {
	dir := tree(t, "notes.md", own("A"), "a.go", ownReadme)
	if plan := compare(t, dir, nil); !plan.IsCurrent() {
		t.Error(plan.Diff())
	}
	if _, err := reconcile.Compare(dir, wanted("b.go", ownReadme), nil); err == nil {
		t.Error("a Go file with the header of a document is wanted")
	}
}
