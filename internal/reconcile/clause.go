package reconcile

import (
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
)

// A PackageError says that a foreign file belongs to another package than the
// one that docgen writes: no directory holds two.
type PackageError struct {
	Path      string // the foreign file
	Has, Want string // its package, and the one to be written
}

// Error names the file, both packages, and what to do about it.
func (e *PackageError) Error() string {
	return fmt.Sprintf("%s: it is of package %s, and beside it docgen would write package %s, which go does not build: "+
		"name the package %s, or choose another output directory", e.Path, e.Has, e.Want, e.Has)
}

var packageClause = regexp.MustCompile(`(?m)^package (\w+)$`)

// packageName returns the package of what is wanted, or "".
func packageName(want []File) string {
	for _, f := range want {
		if clause := packageClause.FindSubmatch(f.Content); clause != nil {
			return string(clause[1])
		}
	}
	return ""
}

// clauseConflicts finds the foreign files that the go command would build
// together with what is wanted, and that are of another package.
func clauseConflicts(plan Plan) []error {
	if len(plan.Foreign) == 0 {
		return nil
	}
	want := packageName(plan.want)
	if want == "" {
		return nil
	}
	var conflicts []error
	for _, name := range plan.Foreign {
		if built, err := build.Default.MatchFile(plan.Dir, name); err != nil || !built || !strings.HasSuffix(name, ".go") {
			continue // what go makes of a broken file is not docgen's to say
		}
		path := filepath.Join(plan.Dir, name)
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.PackageClauseOnly)
		if err != nil {
			continue
		}
		has := file.Name.Name
		if strings.HasSuffix(name, "_test.go") {
			has = strings.TrimSuffix(has, "_test")
		}
		if has != want && has != "documentation" { // go/build leaves that one out
			conflicts = append(conflicts, &PackageError{Path: path, Has: has, Want: want})
		}
	}
	return conflicts
}
