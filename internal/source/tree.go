package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/parallel"
)

// MaxSize is how large a file may be, in bytes. Pages are read as a whole.
const MaxSize = 64 << 20

// ReadTree reads the markdown file at path, or all markdown files below the
// directory at path, in the order of their names. Names are slash-separated
// and begin with path. Hidden directories and symbolic links are left out.
func ReadTree(path string) ([]*File, error) { return new(Memory).ReadTree(path) }

// ReadTree is the function of that name, for what may be read again.
func (m *Memory) ReadTree(path string) ([]*File, error) {
	return m.read(path, "markdown file (*.md)", markdown...)
}

// markdown are the endings of markdown files.
var markdown = []string{".md", ".markdown", ".mdx"}

// IsMarkdown reports whether ReadTree reads the file called name.
func IsMarkdown(name string) bool { return hasExtension(name, markdown) }

// IsPage reports whether ReadTree reads a regular file of that slash-separated
// path below the directory that it is given.
func IsPage(name string) bool {
	dirs := strings.Split(name, "/")
	for _, dir := range dirs[:len(dirs)-1] {
		if strings.HasPrefix(dir, ".") {
			return false
		}
	}
	return IsMarkdown(name)
}

func hasExtension(name string, extensions []string) bool {
	return slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
}

// ReadJSON reads the JSON file at path, or all JSON files below the directory
// at path, as ReadTree reads markdown.
func ReadJSON(path string) ([]*File, error) {
	return new(Memory).read(path, "JSON file (*.json)", ".json")
}

func (m *Memory) read(path, what string, extensions ...string) ([]*File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		f, err := m.readFile(path)
		return []*File{f.file}, err
	}
	var names []string
	root := filepath.Clean(path) + string(filepath.Separator) // if it is a link, where that leads
	err = filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != root && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.Type().IsRegular() || !hasExtension(name, extensions):
			return nil
		}
		names = append(names, name)
		return nil
	})
	if err == nil && len(names) == 0 {
		return nil, fmt.Errorf("%s: no %s in this directory or below it", path, what)
	}
	if err != nil {
		return nil, err
	}
	all, errs := make([]remembered, len(names)), make([]error, len(names))
	parallel.All(len(names), func(i int) { all[i], errs[i] = m.readFile(names[i]) })
	files := make([]*File, len(names))
	m.files = make(map[string]remembered, len(names))
	for i, name := range names {
		files[i], m.files[name] = all[i].file, all[i]
	}
	return files, errors.Join(errs...)
}

func (m *Memory) readFile(name string) (remembered, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return remembered{}, err
	case m.files[name].look.IsStill(info):
		return m.files[name], nil
	case !info.Mode().IsRegular(): // a pipe would block, and a device may never end
		return remembered{}, fmt.Errorf("%s is not a regular file", name)
	case info.Size() > MaxSize:
		return remembered{}, fmt.Errorf("%s: %d MiB; docgen reads files of at most %d MiB: split it, or move it elsewhere", name, info.Size()>>20, MaxSize>>20)
	}
	look := LookAt(info)
	content, err := readWhole(name, info.Size())
	if err != nil {
		return remembered{}, err
	}
	return remembered{NewFile(filepath.ToSlash(name), content), look}, nil
}

// readWhole reads a regular file that was seen to have size bytes.
func readWhole(name string, size int64) (content []byte, err error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return ReadRest(f, make([]byte, 0, size+1), size)
}
