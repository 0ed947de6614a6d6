package reconcile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/reconcile"
)

// own is the content of a generated file that declares name.
func own(name string) string {
	return reconcile.Header + "\n\npackage p\n\ntype " + name + " struct{}\n"
}

func wanted(nameAndContent ...string) []reconcile.File {
	var files []reconcile.File
	for i := 0; i < len(nameAndContent); i += 2 {
		files = append(files, reconcile.File{Name: nameAndContent[i], Content: []byte(nameAndContent[i+1])})
	}
	return files
}

// tree writes files, given as name and content, to a new directory.
func tree(t *testing.T, nameAndContent ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	for i := 0; i < len(nameAndContent); i += 2 {
		path := filepath.Join(dir, nameAndContent[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(nameAndContent[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// contents returns every file below dir with its content.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func compare(t *testing.T, dir string, want []reconcile.File) reconcile.Plan {
	t.Helper()
	plan, err := reconcile.Compare(dir, want, nil)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func names(changes []reconcile.Change) string {
	var all []string
	for _, c := range changes {
		all = append(all, c.Name)
	}
	return strings.Join(all, " ")
}

// mixed is a directory that shows every case at once.
func mixed(t *testing.T) (dir string, want []reconcile.File) {
	dir = tree(t,
		"same.go", own("Same"),
		"edited.go", own("Edited")+"// edited by hand\n",
		"gone.go", own("Gone"),
		"crlf.go", strings.ReplaceAll(own("CRLF"), "\n", "\r\n"),
		"hand.go", "package p\n\n"+reconcile.Header+"\n",
		"almost.go", reconcile.Header+" really\n",
		"README.md", "written by a person\n",
		"empty.go", "",
		"sub/gone.go", own("Sub"),
	)
	return dir, wanted("absent.go", own("Absent"), "same.go", own("Same"), "edited.go", own("Edited"))
}

func TestCompareSortsEveryFile(t *testing.T) {
	dir, want := mixed(t)
	before := contents(t, dir)
	plan := compare(t, dir, want)
	got := map[string]string{
		"unchanged": strings.Join(plan.Unchanged, " "),
		"changed":   names(plan.Changed),
		"missing":   names(plan.Missing),
		"orphans":   names(plan.Orphans),
		"foreign":   strings.Join(plan.Foreign, " "),
	}
	if diff := cmp.Diff(map[string]string{
		"unchanged": "same.go",
		"changed":   "edited.go",
		"missing":   "absent.go",
		"orphans":   "crlf.go gone.go",
		"foreign":   "README.md almost.go empty.go hand.go sub",
	}, got); diff != "" {
		t.Error(diff)
	}
	if plan.IsCurrent() {
		t.Error("a directory that differs is said to be current")
	}
	if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
		t.Errorf("Compare changed the directory:\n%s", diff)
	}
}

func TestApplyTouchesOnlyWhatDiffers(t *testing.T) {
	dir, want := mixed(t)
	past := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(filepath.Join(dir, "same.go"), past, past); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(dir, "edited.go"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := compare(t, dir, want).Apply(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{
		"absent.go":   own("Absent"),
		"same.go":     own("Same"),
		"edited.go":   own("Edited"),
		"hand.go":     "package p\n\n" + reconcile.Header + "\n",
		"almost.go":   reconcile.Header + " really\n",
		"README.md":   "written by a person\n",
		"empty.go":    "",
		"sub/gone.go": own("Sub"),
	}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
	if !modTime(t, dir, "same.go").Equal(past) {
		t.Error("an unchanged file lost its modification time")
	}
	if info, err := os.Stat(filepath.Join(dir, "edited.go")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("a changed file lost its permissions: %v, %v", info.Mode(), err)
	}
	if plan := compare(t, dir, want); !plan.IsCurrent() || plan.Diff() != "" {
		t.Errorf("not current after Apply:\n%s", plan.Diff())
	}
}

func modTime(t *testing.T, dir, name string) time.Time {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

func TestApplyCreatesTheDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b", "c")
	want := wanted("card.go", own("Card"))
	if err := compare(t, dir, want).Apply(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"card.go": own("Card")}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestApplyOfNothingCreatesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if err := compare(t, dir, nil).Apply(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an empty directory came out of nothing: %v", err)
	}
}

func TestDiff(t *testing.T) {
	dir := tree(t, "a.go", own("Old"), "gone.go", own("Gone"), "same.go", own("Same"))
	plan := compare(t, dir, wanted("a.go", own("New"), "b.go", own("B"), "same.go", own("Same")))
	const want = `--- out/a.go
+++ out/a.go
@@ -2,4 +2,4 @@
 
 package p
 
-type Old struct{}
+type New struct{}
--- /dev/null
+++ out/b.go
@@ -0,0 +1,5 @@
+// Code generated by docgen from API reference pages. DO NOT EDIT.
+
+package p
+
+type B struct{}
--- out/gone.go
+++ /dev/null
@@ -1,5 +0,0 @@
-// Code generated by docgen from API reference pages. DO NOT EDIT.
-
-package p
-
-type Gone struct{}
`
	got := strings.ReplaceAll(plan.Diff(), filepath.ToSlash(dir), "out")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompareRefusesBrokenWants(t *testing.T) {
	for name, want := range map[string][]reconcile.File{
		"is not a plain file name":   wanted("sub/card.go", own("Card")),
		"is wanted twice":            wanted("card.go", own("Card"), "card.go", own("Card")),
		"docgen's header line":       wanted("card.go", "package p\n"),
		`".." is not a plain`:        wanted("..", own("Up")),
		`"" is not a plain`:          wanted("", own("None")),
		`"sub\\card.go" is not a pl`: wanted(`sub\card.go`, own("Card")),
	} {
		_, err := reconcile.Compare(t.TempDir(), want, nil)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("want an error with %q, got %v", name, err)
		}
	}
}
