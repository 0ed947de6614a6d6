package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/goccy/go-yaml/ast"
)

// goVersion is the form of a Go version, such as 1.26. It is read as its minor
// version: 26.
type goVersion struct{}

func (goVersion) read(r *reader, n ast.Node) int {
	minor, ok := minorOf(r.text(n))
	if !ok || minor < oldestGo {
		r.fail(n, "a Go version from 1.%d on should stand here, such as 1.26", oldestGo)
	}
	return minor
}

// schema allows numbers, which is what YAML takes a version for.
func (goVersion) schema() *schema {
	return &schema{AnyOf: []*schema{{Type: "string"}, {Type: "number"}}}
}

func (goVersion) label(bool) string { return "Go version" }

// oldestGo is the minor version that generated packages need at least.
const oldestGo = 24

// minorOf returns the 26 of "1.26", "1.26.8" and "1.26rc1".
func minorOf(version string) (int, bool) {
	rest, ok := strings.CutPrefix(version, "1.")
	if !ok {
		return 0, false
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if end >= 0 {
		rest = rest[:end]
	}
	minor, err := strconv.Atoi(rest)
	return minor, err == nil
}

// GoVersion returns the minor Go version of the module that dir belongs to, or
// will when it is made: 26 for "go 1.26.0". It is 0 where no module says it.
func GoVersion(dir string) (int, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return 0, err
	}
	for {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		switch {
		case err == nil:
			return goLine(string(text)), nil
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
			return 0, err
		case filepath.Dir(dir) == dir:
			return 0, nil
		}
		dir = filepath.Dir(dir)
	}
}

// goLine returns the minor version in the go line of a go.mod (Go Modules
// Reference, "go directive"), or 0.
func goLine(text string) int {
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "//")
		if words := strings.Fields(line); len(words) == 2 && words[0] == "go" {
			minor, _ := minorOf(words[1]) // 0 where it is no version of today's
			return minor
		}
	}
	return 0
}
