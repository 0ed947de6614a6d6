package reconcile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/internal/source"
)

// A Memory holds what [Compare] has read of a directory: what has not been
// touched since need not be read again. The zero Memory is empty. It serves one
// call at a time.
type Memory struct {
	dir   string
	files map[string]onDisk
}

// An onDisk is what is at one entry of a directory.
type onDisk struct {
	isThere bool   // it is not gone since it was listed
	content []byte // if it is docgen's own
	own     bool
	look    source.Look
}

// readAll reads what is docgen's own in dir.
func (m *Memory) readAll(dir string, entries []fs.DirEntry) ([]onDisk, error) {
	all, errs := make([]onDisk, len(entries)), make([]error, len(entries))
	parallel.All(len(entries), func(i int) {
		all[i], errs[i] = m.read(dir, entries[i].Name())
		if errors.Is(errs[i], fs.ErrNotExist) {
			all[i], errs[i] = onDisk{}, nil
		}
	})
	*m = Memory{dir, make(map[string]onDisk, len(entries))}
	for i, entry := range entries {
		m.files[entry.Name()] = all[i]
	}
	return all, errors.Join(errs...)
}

// read reads an entry, unless it is what it was.
func (m *Memory) read(dir, name string) (onDisk, error) {
	path := filepath.Join(dir, name)
	info, err := os.Lstat(path)
	if err != nil {
		return onDisk{}, err
	}
	last := m.files[name]
	if m.dir == dir && last.look.IsStill(info) {
		return last, nil
	}
	now := onDisk{isThere: true, look: source.LookAt(info)}
	now.content, now.own, err = readIfOwn(path, info)
	return now, err
}

// readOwn returns the content of the file at path if it is docgen's own.
func readOwn(path string) (content []byte, own bool, err error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, false, err
	}
	return readIfOwn(path, info)
}

// readIfOwn is readOwn for a file that was looked at. It opens regular files
// only: a link may lead anywhere, and a pipe would block. Of what is not
// docgen's, it reads no more than its beginning: it may be large.
func readIfOwn(path string, info fs.FileInfo) (content []byte, own bool, err error) {
	if !info.Mode().IsRegular() {
		return nil, false, nil
	}
	f, err := source.Open(path)
	if err != nil {
		return nil, false, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	const beginning = 64 << 10 // all of most files
	first := make([]byte, min(info.Size(), beginning)+1)
	n, err := f.Read(first)
	switch {
	case errors.Is(err, io.EOF):
		return nil, false, nil
	case err != nil:
		return nil, false, err
	case !hasHeader(path, first[:n]):
		return nil, false, nil
	case n < len(first) && int64(n) == info.Size():
		return first[:n], true, nil
	}
	content, err = source.ReadRest(f, first[:n], info.Size())
	return content, err == nil, err
}
