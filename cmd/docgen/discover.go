package main

import (
	"context"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/config"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// discover proposes a package for each directory that holds pages of models:
// for those of dirs or, without any, for those below the working directory.
func discover(ctx context.Context, dirs []string, show reporter) ([]config.Proposal, error) {
	var err error
	if len(dirs) == 0 {
		if dirs, err = pageDirs("."); err != nil {
			return nil, err
		}
	}
	var all []config.Proposal
	taken := map[string]bool{}
	for _, dir := range dirs {
		result, err := docgen.Read(ctx, docgen.Config{Docs: dir})
		if err != nil {
			return nil, err
		}
		switch {
		case result.Diagnostics.HasErrors():
			show.line("%s: left out: %s (see docgen vet %s)", dir, result.Diagnostics.Summary(), dir)
			continue
		case len(result.Schema.Models) == 0:
			continue
		}
		name, err := packageFor(dir, taken)
		if err != nil {
			return nil, err
		}
		all = append(all, config.Proposal{
			Docs: dir, Out: outFor(name), Package: name,
			Dialect: result.Schema.Dialect(), Models: described(result.Schema),
		})
	}
	return all, nil
}

// described counts the models that a page says something of.
func described(s *ir.Schema) int {
	n := 0
	for _, m := range s.Models {
		if _, opaque := m.(*ir.Opaque); !opaque {
			n++
		}
	}
	return n
}

// pageDirs returns the directories below root that may hold the pages of one
// API each: those with pages in a directory called models, and the uppermost
// ones with pages that none of these lie in or around.
func pageDirs(root string) ([]string, error) {
	var withModels, withPages []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && path != root && isForeign(entry.Name()):
			return filepath.SkipDir
		case entry.IsDir() || !source.IsMarkdown(path) || filepath.Dir(path) == root:
			return nil
		}
		if dir, ok := aboveModels(filepath.Dir(path)); ok {
			withModels = append(withModels, dir)
		} else {
			withPages = append(withPages, dir)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	found := uppermost(withModels)
	for _, dir := range uppermost(withPages) {
		if !slices.ContainsFunc(found, func(other string) bool { return isWithin(dir, other) || isWithin(other, dir) }) {
			found = append(found, dir)
		}
	}
	slices.Sort(found)
	return found, nil
}

// aboveModels returns the part of a relative path that stands before a
// directory called models, or that directory where it comes first. Without
// one, it returns all of the path, and false.
func aboveModels(dir string) (string, bool) {
	parts := strings.Split(dir, string(filepath.Separator))
	i := slices.IndexFunc(parts, func(part string) bool { return strings.EqualFold(part, "models") })
	if i < 0 {
		return dir, false
	}
	return filepath.Join(parts[:max(i, 1)]...), true
}

// isForeign reports whether a directory holds what others wrote, or tests.
func isForeign(name string) bool {
	return strings.HasPrefix(name, ".") || name == "node_modules" || name == "vendor" || name == "testdata"
}

// uppermost returns the directories that lie in none of the others, each once.
func uppermost(dirs []string) []string {
	var out []string
	slices.Sort(dirs)
	for _, dir := range dirs {
		if !slices.ContainsFunc(out, func(other string) bool { return isWithin(dir, other) }) {
			out = append(out, dir)
		}
	}
	return out
}

func isWithin(dir, other string) bool {
	return dir == other || strings.HasPrefix(dir, other+string(filepath.Separator))
}

// packageFor returns a name for the package of dir that is not taken: that of
// the directory, or of the one above it where that says nothing.
func packageFor(dir string, taken map[string]bool) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	base := filepath.Base(abs)
	if slices.Contains([]string{"docs", "doc", "reference", "models"}, strings.ToLower(base)) {
		abs = filepath.Dir(abs)
		base = filepath.Base(abs)
	}
	above := filepath.Base(filepath.Dir(abs))
	name := packageName(base)
	if taken[name] {
		name = packageName(above + base)
	}
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s%d", packageName(base), n)
	}
	taken[name] = true
	return name, nil
}

// packageName makes a name for a package of any name.
func packageName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, strings.TrimSuffix(name, ".md"))
	name = strings.TrimLeftFunc(name, unicode.IsDigit)
	if !token.IsIdentifier(name) {
		name += "api"
	}
	return name
}

// outFor returns the directory for the package: where the convention has put
// it before, or below internal.
func outFor(name string) string {
	out := filepath.Join(generatedRoot, name)
	if info, err := os.Stat(out); err == nil && info.IsDir() {
		return out
	}
	return filepath.Join("internal", name)
}
