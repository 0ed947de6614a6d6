package diag_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGoldens renders what the archives under testdata describe. In a page,
// «…» marks the span of a diagnostic and is taken out; the n-th line of the
// file "messages" belongs to the n-th span: code, message, and after tabs the
// help or, with a leading "@page ", a related place: that page's title.
func TestGoldens(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			list := listOf(t, archive)
			for i, f := range archive.Files {
				var got bytes.Buffer
				switch f.Name {
				case "text":
					err = diag.Text{}.Render(&got, list)
				case "text of two":
					err = diag.Text{Limit: 2}.Render(&got, list)
				case "json":
					err = diag.JSON{}.Render(&got, list)
				case "github":
					err = diag.GitHub{}.Render(&got, list)
				case "gitlab":
					err = diag.GitLab{}.Render(&got, list)
				case "sarif":
					err = diag.SARIF{}.Render(&got, list)
				default:
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if *update {
					archive.Files[i].Data = got.Bytes()
				} else if diff := cmp.Diff(string(f.Data), got.String()); diff != "" {
					t.Errorf("%s:\n%s", f.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// listOf reads the diagnostics that an archive describes.
func listOf(t *testing.T, archive *txtar.Archive) diag.List {
	t.Helper()
	pages := map[string]*source.File{}
	var spans []source.Span
	var messages []string
	for _, f := range archive.Files {
		switch {
		case strings.HasSuffix(f.Name, ".md"):
			file, marked := unmark(f)
			pages[f.Name] = file
			spans = append(spans, marked...)
		case f.Name == "messages":
			messages = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		}
	}
	var list diag.List
	for i, line := range messages {
		parts := strings.Split(line, "\t")
		code, message, _ := strings.Cut(parts[0], " ")
		d := diag.Diagnostic{Code: diag.Code(code), Message: message}
		if i < len(spans) {
			d.Span = spans[i]
		}
		for _, part := range parts[1:] {
			if page, note, ok := strings.Cut(strings.TrimPrefix(part, "@"), " "); ok && part[0] == '@' {
				d.Related = append(d.Related, diag.Related{Span: titleOf(pages[page]), Message: note})
			} else {
				d.Help = part
			}
		}
		list.Add(d)
	}
	return list
}

// unmark takes the marks out of a page and returns the spans between them.
func unmark(f txtar.File) (*source.File, []source.Span) {
	var content []byte
	var ranges [][2]int
	text := strings.NewReplacer("␉", "\t", "␛", "\x1b", "␍", "\r", "␦", "\xff", "⯇", "\u202e").Replace(string(f.Data))
	for _, r := range strings.SplitAfter(text, "") {
		switch r {
		case "«":
			ranges = append(ranges, [2]int{len(content), len(content)})
		case "»":
			ranges[len(ranges)-1][1] = len(content)
		default:
			content = append(content, r...)
		}
	}
	file := source.NewFile(f.Name, content)
	var spans []source.Span
	for _, r := range ranges {
		spans = append(spans, file.Span(r[0], r[1]))
	}
	return file, spans
}

func titleOf(f *source.File) source.Span {
	line, _, _ := bytes.Cut(f.Content, []byte("\n"))
	return f.Span(0, len(line))
}

func TestSummary(t *testing.T) {
	var l diag.List
	if l.Summary() != "" {
		t.Errorf("nothing is %q", l.Summary())
	}
	for _, code := range []diag.Code{"DG0503", "DG0501", "DG0504", "DG0502"} {
		l.Add(diag.Diagnostic{Code: code})
	}
	if got := l.Summary(); got != "2 errors, 1 warning, 1 note" {
		t.Errorf("got %q", got)
	}
}

// FuzzText makes sure that no page and no span can break the renderer, and
// that what it shows never exceeds a window.
func FuzzText(f *testing.F) {
	f.Add([]byte("| `id` | *str* |\n"), 2, 6)
	f.Add([]byte("\t\xff界e\u0301\x1b[31m"), 1, 9)
	f.Add([]byte(strings.Repeat("宽", 300)), 600, 603)
	f.Fuzz(func(t *testing.T, content []byte, start, end int) {
		file := source.NewFile("page"+string(content)+".md", content)
		l := diag.List{{Code: "DG0503", Span: file.Span(start, end), Message: string(content)}}
		var out bytes.Buffer
		if err := (diag.Text{}).Render(&out, l); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) != 1 && len(lines) != 3 {
			t.Fatalf("%d lines: %q", len(lines), out.String())
		}
		if len(lines) == 3 && strings.Trim(lines[2], " ^~") != "" {
			t.Errorf("not a caret line: %q", lines[2])
		}
		if err := (diag.GitHub{}).Render(&out, l); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "\x1b\r\x00\u202e") {
			t.Errorf("a control character got through: %q", out.String())
		}
	})
}
