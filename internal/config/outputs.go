package config

import (
	"path/filepath"

	"github.com/goccy/go-yaml/ast"
)

// requireOwnOutputs fails where two packages go to one directory, be it by way
// of a link: each would remove what the other wrote.
func (r *reader) requireOwnOutputs(packages []Package) {
	first := map[string]Package{}
	for _, p := range packages {
		dir := where(p.Out)
		if other, taken := first[dir]; taken {
			r.fail(p.out(), "%s is the directory of the package of %s as well; give each package its own",
				filepath.ToSlash(p.Out), filepath.ToSlash(other.Docs))
			return
		}
		first[dir] = p
	}
}

// where returns the directory that a path leads to.
func where(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// out returns the value of the key "out".
func (p *Package) out() ast.Node {
	for _, v := range p.given {
		if keyOf(v) == "out" {
			return v.Value
		}
	}
	return nil
}
