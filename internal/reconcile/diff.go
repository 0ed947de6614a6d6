package reconcile

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// Diff returns what Apply would change as a unified diff, in the order of the
// file names. It is empty when the directory is current.
func (p Plan) Diff() string {
	changes := p.changes()
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Name, b.Name) })
	var b strings.Builder
	for _, c := range changes {
		path := filepath.ToSlash(filepath.Join(p.Dir, c.Name))
		b.WriteString(udiff.Unified(label(path, c.Old), label(path, c.New), string(c.Old), string(c.New)))
	}
	return b.String()
}

// label names one side of a difference the way diff(1) does.
func label(path string, content []byte) string {
	if content == nil {
		return "/dev/null"
	}
	return path
}
