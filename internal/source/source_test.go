package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestPosition(t *testing.T) {
	f := source.NewFile("card.md", []byte("# Çard\r\n\r\n| a | é | b |\n"))
	for _, c := range []struct {
		text string
		want string
	}{
		{"# Ç", "card.md:1:1"},
		{"ard", "card.md:1:4"},
		{"| a", "card.md:3:1"},
		{"b |", "card.md:3:11"},
	} {
		start := strings.Index(string(f.Content), c.text)
		span := f.Span(start, start+len(c.text))
		if got := span.Position().String(); got != c.want {
			t.Errorf("position of %q = %s, want %s", c.text, got, c.want)
		}
		if got := span.Text(); got != c.text {
			t.Errorf("text of %q = %q", c.text, got)
		}
	}
}

func TestLine(t *testing.T) {
	f := source.NewFile("card.md", []byte("one\r\ntwo three\nfour"))
	text, from, to := f.Span(9, 14).Line()
	if got, want := text[:from]+"["+text[from:to]+"]"+text[to:], "two [three]"; got != want {
		t.Errorf("line = %q, want %q", got, want)
	}
	if text, _, to := f.Span(1, 9).Line(); text != "one" || to != 3 {
		t.Errorf("a span over a line break shows %q up to %d, want the first line", text, to)
	}
	if text, from, to := (source.Span{}).Line(); text != "" || from != 0 || to != 0 {
		t.Errorf("the zero span has the line %q", text)
	}
}

// Whatever the content and the offsets, a span stays inside its file.
func TestSpanIsClamped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOf(rapid.Byte()).Draw(t, "content")
		start := rapid.IntRange(-10, 200).Draw(t, "start")
		end := rapid.IntRange(-10, 200).Draw(t, "end")
		f := source.NewFile("x.md", content)
		span := f.Span(start, end)
		line, from, to := span.Line()
		if from < 0 || to < from || to > len(line) {
			t.Fatalf("line %q with the range %d to %d", line, from, to)
		}
		if p := span.Position(); p.Line < 1 || p.Column < 1 {
			t.Fatalf("position %v", p)
		}
		_ = span.Text()
	})
}

func TestReadTree(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b/card.md", "a.MD", "b/.git/x.md", "notes.txt", ".top.md"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("# "+name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "b"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	files, err := source.ReadTree(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, strings.TrimPrefix(f.Name, filepath.ToSlash(dir)+"/"))
	}
	if diff := cmp.Diff([]string{".top.md", "a.MD", "b/card.md"}, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestReadTreeErrors(t *testing.T) {
	if _, err := source.ReadTree(filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Error("a missing path is no error")
	}
	_, err := source.ReadTree(t.TempDir())
	if err == nil || !strings.Contains(err.Error(), "no markdown file") {
		t.Errorf("an empty directory gives %v", err)
	}
}
