package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/docgen-go/docgen/internal/revision"
	"github.com/docgen-go/docgen/internal/source"
)

// A version is where pages are read from: a path, a git revision, or the
// working tree where it is neither.
type version struct {
	path     string
	revision *revision.Revision
}

// version returns what name stands for: a path where there is one, else a
// revision.
func (f *breakingFlags) version(ctx context.Context, name string, show reporter) (*version, error) {
	_, err := os.Lstat(name)
	exists := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	rev, err := revision.Find(ctx, name)
	switch {
	case exists && err == nil:
		show.line("%s is a path and a revision; the path is taken", name)
		fallthrough
	case exists:
		return &version{path: name}, nil
	case err != nil:
		return nil, err
	}
	return &version{revision: rev}, nil
}

// isWorkingTree reports whether v is neither a path nor a revision.
func (v *version) isWorkingTree() bool { return v.path == "" && v.revision == nil }

// prefix returns what stands in front of the names of the version's pages.
func (v *version) prefix() string {
	if v.revision == nil {
		return ""
	}
	return v.revision.Name + ":"
}

// docs returns where the version has the pages that the working tree has in
// docs.
func (v *version) docs(docs string) string {
	if v.path != "" {
		return v.path
	}
	return docs
}

// pages returns the pages of the version in docs, or nil where they are files
// on the disk.
func (v *version) pages(ctx context.Context, docs string) ([]*source.File, error) {
	if v.revision == nil {
		return nil, nil
	}
	pages, err := v.revision.Read(ctx, docs)
	if err == nil && pages == nil {
		pages = []*source.File{}
	}
	return pages, err
}
