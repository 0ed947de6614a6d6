package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/docgen-go/docgen/internal/bench/prepare"
	"github.com/docgen-go/docgen/internal/bench/race"
)

// A speed is what one run of a generator takes, as a process.
type speed struct {
	Name string      `json:"name"`
	Wall race.Spread `json:"wall_seconds"`
	CPU  race.Spread `json:"cpu_seconds"` // of user and system together
	Peak race.Spread `json:"peak_mib"`
	// Over is how much longer it takes than docgen does in a directory that is
	// empty, by rounds.
	Over race.Spread `json:"wall_over_docgen"`

	before  func() error // what a run needs, unmeasured
	command []string
}

// speed measures generators as processes: docgen on the whole API's pages, its
// peers on a document that says the same.
func (o *options) speed(ctx context.Context) error {
	docs := filepath.Join(o.corpus, "plaid")
	schema, err := prepare.Schema(ctx, docs)
	if err != nil {
		return err
	}
	err = prepare.Packages(ctx, prepare.Options{
		Schema: schema, Dir: costDir, Sets: []prepare.Set{prepare.OapiCodegen, prepare.Ogen},
	})
	if err != nil {
		return err
	}
	runs, err := generators(ctx, docs, o.out)
	if err != nil {
		return err
	}
	for round := range o.rounds {
		for i := range runs {
			if err := runs[(round+i)%len(runs)].run(ctx); err != nil {
				return err
			}
		}
	}
	for i := range runs {
		runs[i].Over = runs[i].Wall.Over(runs[0].Wall)
	}
	return race.Write(os.Stdout, race.Output{Value: runs, Markdown: speedTable(runs), JSON: o.json, MD: o.markdown})
}

// generators builds those that are measured. The first is docgen's cold run.
func generators(ctx context.Context, docs, out string) ([]speed, error) {
	dir, err := filepath.Abs(filepath.Join(costDir, "speed"))
	if err != nil {
		return nil, err
	}
	bin := func(name string) string { return filepath.Join(dir, "bin", name) }
	for name, path := range map[string]string{
		"oapi-codegen": "github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen",
		"ogen":         "github.com/ogen-go/ogen/cmd/ogen",
	} {
		if _, err := goCommand(ctx, "build", "-o", bin(name), path); err != nil {
			return nil, err
		}
	}
	if _, err := goCommand(ctx, "-C", root, "build", "-o", bin("docgen"), "./cmd/docgen"); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	prepared := func(name string) string { return filepath.Join(costDir, name) }
	if out == "" {
		out = dir
	}
	pkg := filepath.Join(out, "plaid")
	target := []string{docs, "-o", pkg, "--package", "plaid", "--quiet"}
	return []speed{
		{Name: "docgen generate, cold", command: append([]string{bin("docgen"), "generate"}, target...),
			before: func() error { return os.RemoveAll(pkg) }},
		{Name: "docgen generate, no change", command: append([]string{bin("docgen"), "generate"}, target...)},
		{Name: "docgen check", command: append([]string{bin("docgen"), "check"}, target...)},
		{Name: "floor: read and parse the pages with goldmark", command: []string{self, "floor", docs}},
		{Name: "oapi-codegen", command: []string{bin("oapi-codegen"), "-config", prepared("oapi.yaml"),
			"-o", filepath.Join(out, "models.go"), prepared("openapi.json")}},
		{Name: "ogen", command: []string{bin("ogen"), "--target", filepath.Join(out, "ogen"), "--package", "ogen",
			"--clean", "--config", prepared("ogen.yaml"), prepared("openapi.json")}},
	}, nil
}

func (s *speed) run(ctx context.Context) error {
	if s.before != nil {
		if err := s.before(); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, s.command[0], s.command[1:]...)
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", s.Name, err, out)
	}
	s.Wall.Add(time.Since(start).Seconds())
	s.CPU.Add(seconds(cmd.ProcessState))
	s.Peak.Add(peak(cmd.ProcessState))
	return nil
}

// floor reads the pages and parses them with goldmark on all cores, and does
// nothing else: no reader of markdown can be faster.
func floor(docs string) error {
	var pages [][]byte
	err := filepath.WalkDir(docs, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		page, err := os.ReadFile(path)
		pages = append(pages, page)
		return err
	})
	if err != nil {
		return err
	}
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	work := make(chan []byte)
	var group sync.WaitGroup
	for range 2 {
		group.Add(1)
		go func() {
			defer group.Done()
			for page := range work {
				parser.Parse(text.NewReader(page))
			}
		}()
	}
	for _, page := range pages {
		work <- page
	}
	close(work)
	group.Wait()
	return nil
}

func speedTable(runs []speed) string {
	var b strings.Builder
	b.WriteString("| run | wall, s | over docgen, cold | CPU, s | peak, MiB |\n|---|--:|--:|--:|--:|\n")
	for i := range runs {
		s := &runs[i]
		fmt.Fprintf(&b, "| %s | %.2f [%.2f..%.2f] | %.2f | %.2f | %.0f |\n", s.Name,
			s.Wall.Median(), s.Wall.Min(), s.Wall.Max(), s.Over.Median(), s.CPU.Median(), s.Peak.Median())
	}
	return b.String()
}
