package breaking_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite what the golden files want, and the tables of the manual")

// goldens returns the golden files by name.
func goldens(t *testing.T) map[string]*txtar.Archive {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	all := map[string]*txtar.Archive{}
	for _, name := range names {
		if all[name], err = txtar.ParseFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// TestGolden compares the pages in old/ with those in new/ of each golden file.
func TestGolden(t *testing.T) {
	for name, archive := range goldens(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			report := compare(t, configOf(t, archive, "old"), configOf(t, archive, "new"))
			var b bytes.Buffer
			if err := (breaking.Text{}).Render(&b, report); err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if f.Name != "want" {
					got.Files = append(got.Files, f)
				}
			}
			got.Files = append(got.Files, txtar.File{Name: "want", Data: b.Bytes()})
			if *update {
				if err := os.WriteFile(name, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(txtar.Format(archive)), string(txtar.Format(got))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		})
	}
}

// configOf returns what reads the pages of an archive below a directory.
func configOf(t *testing.T, archive *txtar.Archive, dir string) docgen.Config {
	t.Helper()
	cfg := docgen.Config{Docs: dir, Package: "api", Pages: []*source.File{}}
	for _, f := range archive.Files {
		switch {
		case f.Name == config.Name:
			file, err := config.Parse(source.NewFile(f.Name, f.Data))
			if err != nil {
				t.Fatal(err)
			}
			cfg.Go = file.Packages[0].Go
		case strings.HasPrefix(f.Name, dir+"/"):
			cfg.Pages = append(cfg.Pages, source.NewFile(f.Name, f.Data))
		}
	}
	return cfg
}

// compare returns what differs between two versions without errors.
func compare(t testing.TB, old, now docgen.Config) *breaking.Report {
	t.Helper()
	return read(t, old).Breaking(read(t, now))
}

// read reads a version without errors.
func read(t testing.TB, cfg docgen.Config) *docgen.Version {
	t.Helper()
	v, err := docgen.ReadVersion(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	if v.Diagnostics.HasErrors() {
		t.Fatalf("errors: %v", v.Diagnostics)
	}
	return v
}
