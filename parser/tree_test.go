package parser

import (
	"testing"
)

// TestNameTrees gives prefixes to trees in all kinds of places.
func TestNameTrees(t *testing.T) {
	for _, tt := range []struct {
		name string
		want map[string]string // prefix by directory
	}{
		{"one", map[string]string{"a/docs": ""}},
		{"main and packages", map[string]string{"docs": "", "packages/azure/docs": "azure", "packages/gcp/docs": "gcp"}},
		{"main and one package", map[string]string{"docs": "", "packages/azure/docs": "azure"}},
		{"none is the main one", map[string]string{"v1/docs": "v1", "v2/docs": "v2"}},
		{"equal last directories", map[string]string{"docs": "", "a/x/docs": "a/x", "b/x/docs": "b/x"}},
		{"different ends", map[string]string{"": "", "a/docs": "docs", "b/pages": "pages"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var trees []*tree
			for parent := range tt.want {
				trees = append(trees, &tree{parent: parent})
			}
			nameTrees(trees)
			for _, tr := range trees {
				if tr.prefix != tt.want[tr.parent] {
					t.Errorf("%s: prefix %q, want %q", tr.parent, tr.prefix, tt.want[tr.parent])
				}
				ns := tr.namespace("components")
				if got := tr.own(ns); got != "components" {
					t.Errorf("%s: own namespace of %q is %q", tr.parent, ns, got)
				}
			}
		})
	}
}

// TestPlaceLoose places pages that lie in no directory "models".
func TestPlaceLoose(t *testing.T) {
	for file, want := range map[string][2]string{
		"book.md":                 {"", ""},
		"./book.md":               {"", ""},
		"components/book.md":      {"", "components"},
		"../components/book.md":   {"..", "components"},
		".pages/book.md":          {".pages", ""},
		"a/Errors/book.md":        {"a", "Errors"},
		"a/components/b/book.md":  {"a/components/b", ""},
		"/srv/components/book.md": {"/srv", "components"},
	} {
		parent, namespace := placeLoose(file)
		if got := [2]string{parent, namespace}; got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

// TestPlaceModel finds the directory of a tree, wherever it lies.
func TestPlaceModel(t *testing.T) {
	for file, want := range map[string][2]string{
		"docs/models/components/book.md":      {"docs", "components"},
		"/srv/docs/Models/Components/Book.md": {"/srv/docs", "Components"},
		"models/book.md":                      {"", ""},
		"../models/a/b/book.md":               {"..", "a/b"},
		"models/docs/models/x/book.md":        {"models/docs", "x"},
	} {
		parent, namespace, ok := placeModel(file)
		if got := [2]string{parent, namespace}; got != want || !ok {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}
