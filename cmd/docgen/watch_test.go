package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A watched is a docgen that watches a directory.
type watched struct {
	dir  string
	mu   sync.Mutex
	said bytes.Buffer
	stop func() int
}

func (w *watched) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.said.Write(p)
}

// text returns what docgen has said since the last call.
func (w *watched) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	defer w.said.Reset()
	return w.said.String()
}

// watchIn runs docgen generate --watch in a directory with files of its own.
func watchIn(t *testing.T, files map[string]string, args ...string) *watched {
	t.Helper()
	w := &watched{dir: t.TempDir()}
	t.Chdir(w.dir)
	for name, text := range files {
		w.write(t, name, text)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan int)
	go func() { done <- run(ctx, append([]string{"generate", "--watch"}, args...), nil, w, w) }()
	w.stop = sync.OnceValue(func() int { cancel(); return <-done })
	t.Cleanup(func() { w.stop() })
	return w
}

func (w *watched) write(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(w.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// eventually waits until a condition holds.
func (w *watched) eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for range 1500 {
		if ok() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("never: %s", what)
}

// holds reports whether a file holds text.
func (w *watched) holds(name, text string) func() bool {
	return func() bool {
		content, err := os.ReadFile(filepath.Join(w.dir, name))
		return err == nil && strings.Contains(string(content), text)
	}
}

func watchedPage(name string, members ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n", name)
	for _, m := range members {
		fmt.Fprintf(&b, "| `%s` | *str* | :heavy_check_mark: | N/A |\n", m)
	}
	return b.String()
}

func TestWatch(t *testing.T) {
	w := watchIn(t, map[string]string{"docs/api/models/card.md": watchedPage("Card", "id")})
	w.eventually(t, "the first package", w.holds("generated/api/card.go", "ID string"))

	w.write(t, "docs/api/models/card.md", watchedPage("Card", "id", "owner"))
	w.eventually(t, "a member more", w.holds("generated/api/card.go", "Owner string"))

	w.write(t, "docs/api/models/deep/er/bank.md", watchedPage("Bank", "code"))
	w.eventually(t, "a page in a new directory", w.holds("generated/api/bank.go", "Code string"))

	if err := os.RemoveAll("docs/api/models/deep"); err != nil {
		t.Fatal(err)
	}
	w.eventually(t, "the page is gone", func() bool { return !w.holds("generated/api/bank.go", "")() })

	w.write(t, "docs/api/models/card.md.tmp", watchedPage("Card", "iban"))
	if err := os.Rename("docs/api/models/card.md.tmp", "docs/api/models/card.md"); err != nil {
		t.Fatal(err)
	}
	w.eventually(t, "a page that was put in the place of another", w.holds("generated/api/card.go", "Iban string"))

	w.write(t, "docs/more/models/bill.md", watchedPage("Bill", "sum"))
	w.eventually(t, "another package", w.holds("generated/more/bill.go", "Sum string"))

	w.text()
	w.write(t, "docs/api/models/card.md", watchedPage("Card", "card_id", "card-id"))
	said := ""
	w.eventually(t, "an error", func() bool { said += w.text(); return strings.Contains(said, "nothing was written") })
	w.write(t, "docs/api/models/card.md", watchedPage("Card", "number"))
	w.eventually(t, "the error is mended", w.holds("generated/api/card.go", "Number string"))

	if err := os.RemoveAll("docs/api"); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	w.write(t, "docs/api/models/card.md", watchedPage("Card", "again"))
	w.eventually(t, "the directory is back", w.holds("generated/api/card.go", "Again string"))

	if code := w.stop(); code != exitClean {
		t.Errorf("exit code %d", code)
	}
}

// TestWatchConfiguration changes what there is to make.
func TestWatchConfiguration(t *testing.T) {
	config := func(out string) string {
		return "version: 1\npackages:\n  - docs: pages\n    out: " + out + "\n  - docs: other\n    out: kept\n"
	}
	w := watchIn(t, map[string]string{
		"docgen.yaml": config("one"), "pages/card.md": watchedPage("Card", "id"), "other/bank.md": watchedPage("Bank", "id"),
	})
	said := ""
	w.eventually(t, "the lines of the first packages", func() bool { said += w.text(); return strings.Contains(said, "kept: ") })

	w.write(t, "docgen.yaml", "version: 1\nnonsense: 1\n")
	said = ""
	w.eventually(t, "an error", func() bool { said += w.text(); return strings.Contains(said, "docgen.yaml:2:1") })

	w.write(t, "docgen.yaml", config("two"))
	w.eventually(t, "the other directory", w.holds("two/card.go", "ID"))
	if said += w.text(); strings.Contains(said, "kept:") {
		t.Errorf("what did not change was made again:\n%s", said)
	}
}

// TestWatchIsIdle holds that what docgen writes is no change to it, even where
// it writes among the pages; nor is what an editor keeps there.
func TestWatchIsIdle(t *testing.T) {
	w := watchIn(t, map[string]string{"pages/card.md": watchedPage("Card", "id")}, "pages", "-o", "pages/api")
	w.eventually(t, "the package", w.holds("pages/api/card.go", "ID"))
	w.eventually(t, "the line", func() bool { return strings.Contains(w.text(), "new") })
	w.write(t, "pages/.card.md.swp", "x")
	w.write(t, "pages/card.md~", "x")
	w.write(t, "pages/notes.txt", "x")
	time.Sleep(300 * time.Millisecond)
	if said := w.text(); said != "" {
		t.Errorf("it made something again:\n%s", said)
	}
}

// TestWatchAgrees changes pages at random, and compares what is left with what
// generate makes of them.
func TestWatchAgrees(t *testing.T) {
	w := watchIn(t, map[string]string{"pages/m0.md": watchedPage("M0", "id"), "pages/still.md": watchedPage("Still", "id")}, "pages", "-o", "api")
	w.eventually(t, "the package", w.holds("api/m0.go", "ID"))
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		name := fmt.Sprintf("M%d", random.IntN(6))
		path := "pages/" + strings.ToLower(name) + ".md"
		switch random.IntN(4) {
		case 0:
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
		default:
			w.write(t, path, watchedPage(name, "id", fmt.Sprintf("member_%d", i)))
		}
		if random.IntN(3) == 0 {
			time.Sleep(time.Duration(random.IntN(40)) * time.Millisecond)
		}
	}
	w.eventually(t, "the watching agrees with check", func() bool {
		var out bytes.Buffer
		return run(context.Background(), []string{"check", "pages", "-o", "api"}, nil, &out, &out) == exitClean
	})
}
