package watch

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/docgen-go/docgen/internal/parallel"
)

// A Stamp is what files looked like at a time, without having been read.
type Stamp map[string]look

// A look is what tells two contents of a file apart: an editor that saves a
// file changes one of them.
type look struct {
	size    int64
	changed time.Time
}

// Equal reports whether nothing has changed between two stamps.
func (s Stamp) Equal(t Stamp) bool { return maps.Equal(s, t) }

// Take returns the stamp of the files at and below paths that are wanted: all
// others, such as what an editor keeps beside a file, do not count. What
// cannot be seen is not there.
func Take(paths []string, wanted func(name string) bool) Stamp {
	stamp := Stamp{}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			stamp[path] = lookOf(info)
			continue
		}
		stamp.takeBelow(path, wanted)
	}
	return stamp
}

// takeBelow takes the looks of the files below a directory, on all cores:
// somebody waits.
func (s Stamp) takeBelow(path string, wanted func(name string) bool) {
	root := filepath.Clean(path) + string(filepath.Separator)
	var names []string
	var entries []fs.DirEntry
	_ = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case entry.Type().IsRegular() && wanted(name):
			names, entries = append(names, name), append(entries, entry)
		}
		return nil
	})
	looks, errs := make([]look, len(names)), make([]error, len(names))
	parallel.All(len(names), func(i int) {
		info, err := entries[i].Info()
		if errs[i] = err; err == nil {
			looks[i] = lookOf(info)
		}
	})
	for i, name := range names {
		if errs[i] == nil {
			s[name] = looks[i]
		}
	}
}

func lookOf(info fs.FileInfo) look { return look{info.Size(), info.ModTime()} }
