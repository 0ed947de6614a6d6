package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ReadTree reads the markdown file at path, or all markdown files below the
// directory at path, in the order of their names. Names are slash-separated
// and begin with path. Hidden directories and symbolic links are left out.
func ReadTree(path string) ([]*File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		f, err := readFile(path)
		return []*File{f}, err
	}
	var files []*File
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != path && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.Type().IsRegular() || !isMarkdown(name):
			return nil
		}
		f, err := readFile(name)
		files = append(files, f)
		return err
	})
	if err == nil && len(files) == 0 {
		return nil, fmt.Errorf("%s: no markdown file (*.md) in this directory or below it", path)
	}
	return files, err
}

func isMarkdown(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdx":
		return true
	}
	return false
}

func readFile(name string) (*File, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return NewFile(filepath.ToSlash(name), content), nil
}
