package house_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/docgen-go/docgen"

// A pkg is what "go list" says of a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string // direct, without those of tests
	Deps       []string // direct and indirect
}

// dir returns the package's directory below the root, "." for the root.
func (p pkg) dir() string { return dirOf(p.ImportPath) }

func dirOf(importPath string) string {
	if importPath == module {
		return "."
	}
	return strings.TrimPrefix(importPath, module+"/")
}

func isOurs(importPath string) bool {
	return importPath == module || strings.HasPrefix(importPath, module+"/")
}

// within reports whether dir is root or below it.
func within(dir, root string) bool { return dir == root || strings.HasPrefix(dir, root+"/") }

// packages returns the packages of the module.
func packages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports,Deps", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		t.Fatalf("go list: %v\n%s", err, failed.Stderr)
	} else if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if isOurs(p.ImportPath) {
			all = append(all, p)
		}
	}
	if len(all) < 5 {
		t.Fatalf("go list found %d packages", len(all))
	}
	return all
}

// A layer holds directories whose packages may import those of the layers
// before it. The order is the one arrow of the house.
var layers = [][]string{
	{"internal/parallel"},
	{"internal/source", "templates", "generated", "docs/guide"},
	{"ir"},
	{"internal"},
	{"emitter/plan", "emitter/layout"},
	{"parser", "emitter", "internal/config", "internal/breaking", "internal/explain", "internal/readme"},
	{"."},
	{"cmd"},
}

// layerOf returns the index of the layer that holds dir: of the longest path
// that dir is within.
func layerOf(dir string) int {
	layer, length := -1, 0
	for i, roots := range layers {
		for _, root := range roots {
			if within(dir, root) && len(root) > length {
				layer, length = i, len(root)
			}
		}
	}
	return layer
}

func TestArrow(t *testing.T) {
	for _, p := range packages(t) {
		from := layerOf(p.dir())
		if from < 0 {
			t.Errorf("%s stands in no layer", p.dir())
		}
		for _, path := range p.Imports {
			to := layerOf(dirOf(path))
			sameRoot := within(p.dir(), "internal") && within(dirOf(path), "internal")
			if isOurs(path) && to >= from && !sameRoot {
				t.Errorf("%s imports %s, against the arrow", p.dir(), dirOf(path))
			}
		}
	}
}

// TestStagesAreBlind holds that the two ends of the pipeline never meet.
func TestStagesAreBlind(t *testing.T) {
	for _, p := range packages(t) {
		for _, pair := range [][2]string{{"parser", "emitter"}, {"emitter", "parser"}} {
			for _, path := range p.Deps {
				if within(p.dir(), pair[0]) && isOurs(path) && within(dirOf(path), pair[1]) {
					t.Errorf("%s depends on %s", p.dir(), dirOf(path))
				}
			}
		}
	}
}

// TestLibrariesHaveOneHome holds where a library may be imported. What is not
// listed may not be imported at all.
func TestLibrariesHaveOneHome(t *testing.T) {
	homes := map[string][]string{
		"github.com/yuin/goldmark":         {"parser"},
		"github.com/dave/jennifer":         {"emitter"},
		"github.com/spf13/cobra":           {"cmd/docgen"},
		"github.com/spf13/pflag":           {"cmd/docgen"},
		"github.com/aymanbagabas/go-udiff": {"internal/reconcile"},
		"github.com/bmatcuk/doublestar":    {"internal/closure"},
		"github.com/goccy/go-yaml":         {"internal/config"},
		"github.com/fsnotify/fsnotify":     {"internal/watch"},
	}
	for _, p := range packages(t) {
		for _, path := range p.Imports {
			first, _, _ := strings.Cut(path, "/")
			if isOurs(path) || !strings.Contains(first, ".") {
				continue
			}
			parts := strings.SplitN(path, "/", 4)
			home := homes[strings.Join(parts[:min(3, len(parts))], "/")]
			if !slices.Contains(home, p.dir()) {
				t.Errorf("%s imports %s, which belongs to %v", p.dir(), path, home)
			}
		}
	}
}

// TestSchemaStandsAlone holds that ir knows positions and nothing else.
func TestSchemaStandsAlone(t *testing.T) {
	for _, p := range packages(t) {
		for _, path := range p.Imports {
			if p.dir() == "ir" && isOurs(path) && dirOf(path) != "internal/source" {
				t.Errorf("ir imports %s", path)
			}
		}
	}
}
