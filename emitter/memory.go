package emitter

import (
	"reflect"
	"slices"

	"github.com/docgen-go/docgen/emitter/plan"
)

// A Memory holds the files of the package that was emitted last, and what they
// were made from: a file of which nothing has changed need not be made again.
// The zero Memory is empty. It serves one call at a time.
type Memory struct {
	pkg  *plan.Package
	made map[string]made // by the names of the files
}

// A made is a file that was made from a part of a plan.
type made struct {
	from     any
	file     File
	mentions mentions
}

// recall returns the file of a name, if it was made from the same for the same
// package.
func (m *Memory) recall(pkg *plan.Package, name string, from any) (made, bool) {
	if m == nil || m.pkg == nil || m.pkg.Name != pkg.Name || m.pkg.Lossy != pkg.Lossy || !slices.Equal(m.pkg.Imports, pkg.Imports) {
		return made{}, false
	}
	last, ok := m.made[name]
	if !ok || !reflect.DeepEqual(last.from, from) {
		return made{}, false
	}
	last.from = from // the next time it may be the very same
	return last, true
}

// keep forgets what was, and remembers all for the next time.
func (m *Memory) keep(pkg *plan.Package, all []made) {
	if m == nil {
		return
	}
	*m = Memory{pkg, make(map[string]made, len(all))}
	for _, f := range all {
		m.made[f.file.Name] = f
	}
}
