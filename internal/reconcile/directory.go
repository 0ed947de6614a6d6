package reconcile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// list returns the entries of dir in the order of their names: none where
// there is no such directory, and none of its parents is in the way.
func list(dir string) ([]fs.DirEntry, error) {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		if inTheWay := obstacle(dir); inTheWay != nil {
			return nil, inTheWay
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return nil, err
	case !info.IsDir():
		return nil, &ConflictError{Path: dir, Reason: "the output directory is a file"}
	}
	return os.ReadDir(dir)
}

// obstacle returns why dir, which cannot be looked at, cannot be made either: it
// or one of its parents is a link that leads nowhere, or a parent is a file. It
// returns nil where it finds neither.
func obstacle(dir string) error {
	for path := dir; ; path = filepath.Dir(path) {
		info, err := os.Stat(path)
		if err == nil && !info.IsDir() {
			return &ConflictError{Path: path, Reason: "a file stands where the output needs a directory"}
		}
		if err == nil {
			return nil
		}
		if _, linkErr := os.Lstat(path); linkErr == nil && errors.Is(err, fs.ErrNotExist) {
			return &ConflictError{Path: path, Reason: "a symbolic link that leads nowhere stands where the output needs a directory"}
		}
		if path == filepath.Dir(path) {
			return nil
		}
	}
}
