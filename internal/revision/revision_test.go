package revision_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/revision"
	"github.com/google/go-cmp/cmp"
)

// commit makes a repository of the files, in the working directory, and
// commits them.
func commit(t *testing.T, files map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	t.Chdir(t.TempDir())
	for _, env := range []string{"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"} {
		t.Setenv(env, "a@example.com")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"commit", "-q", "-m", "one"}} {
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", args[0], err, out)
		}
	}
}

// TestReadIsWhatTheTreeHas holds a revision against what the working tree
// would be read as: odd names and contents, and nothing else.
func TestReadIsWhatTheTreeHas(t *testing.T) {
	commit(t, map[string]string{
		"docs/a.md":             "one\n\ntwo",
		"docs/[b] é\tc.MD":      "",
		"docs/deep/er/c.mdx":    strings.Repeat("\x00\n", 100_000),
		"docs/.hidden/d.md":     "hidden",
		"docs/.top.md":          "not hidden",
		"docs/e.txt":            "no page",
		"docs2/f.md":            "elsewhere",
		".gitattributes":        "docs export-ignore\n*.md text eol=crlf\n",
		"docs/sub/readme.md":    "$Id$",
		"docs/sub/.gitkeep":     "",
		"docs/sub/x.y/page.md":  "x",
		"docs/sub/-dash/-a.md":  "y",
		"docs/sub/quote\"/q.md": "z",
	})
	if err := os.Symlink("a.md", "docs/link.md"); err != nil {
		t.Fatal(err)
	}
	rev, err := revision.Find(context.Background(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	files, err := rev.Read(context.Background(), "docs")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, f := range files {
		got[f.Name] = len(f.Content)
	}
	want := map[string]int{
		"docs/a.md": 8, "docs/[b] é\tc.MD": 0, "docs/deep/er/c.mdx": 200_000, "docs/.top.md": 10,
		"docs/sub/readme.md": 4, "docs/sub/x.y/page.md": 1, "docs/sub/-dash/-a.md": 1, "docs/sub/quote\"/q.md": 1,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sizes by name (-want +got):\n%s", diff)
	}
}

func TestWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := revision.Find(context.Background(), "v1")
	if err == nil || !strings.Contains(err.Error(), "v1: neither a path, nor can it be a revision: there is no command git") {
		t.Errorf("error: %v", err)
	}
}
