package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// docsLink returns the way from the package in out to its pages, slash-separated.
// It is empty where they do not lie in the same module: where they lie then is
// nobody else's matter, and may be another place tomorrow.
func docsLink(docs, out string) (string, error) {
	inside, err := docsInModule(docs, out)
	if err != nil || inside == "" {
		return "", err
	}
	if docs, err = filepath.Abs(docs); err != nil {
		return "", err
	}
	if out, err = filepath.Abs(out); err != nil {
		return "", err
	}
	way, err := filepath.Rel(out, docs)
	return filepath.ToSlash(way), err
}

// docsInModule returns the way from the root of the module that the package in
// out belongs to, to its pages, slash-separated. It is empty where they lie
// elsewhere.
func docsInModule(docs, out string) (string, error) {
	docs, err := filepath.Abs(docs)
	if err != nil {
		return "", err
	}
	if out, err = filepath.Abs(out); err != nil {
		return "", err
	}
	root, err := moduleOf(out)
	if err != nil || root == "" {
		return "", err
	}
	inside, err := filepath.Rel(root, docs)
	if err != nil || inside == ".." || strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return "", nil // another drive has no way there at all
	}
	return filepath.ToSlash(inside), nil
}

// moduleOf returns the directory of the module that dir belongs to, or will when
// it is made. It is empty where there is none.
func moduleOf(dir string) (string, error) {
	for {
		_, err := os.Stat(filepath.Join(dir, "go.mod"))
		switch {
		case err == nil:
			return dir, nil
		case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR):
			return "", err
		case filepath.Dir(dir) == dir:
			return "", nil
		}
		dir = filepath.Dir(dir)
	}
}

// keptReadmes says which README of a person's the package does with.
func (r reporter) keptReadmes(b build) {
	for _, name := range b.plan.GaveWay {
		r.line("%s: %s is not docgen's, and stays; %q in docgen.yaml asks for no other", b.out, name, "readme: off")
	}
}
