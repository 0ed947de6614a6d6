package parser

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// A tree is a set of pages that were generated together: what lies in a
// directory "models", and in its neighbour "errors".
type tree struct {
	parent  string // the directory that holds models; "" is the working directory
	prefix  string // what tells its namespaces from other trees'; empty for the main one
	dialect dialect
	pages   []*modelPage
	schema  *ir.Tree
	byTitle map[ir.ID]*modelPage // by namespace in lower case, and title
	byKey   map[ir.ID]*modelPage // by namespace in lower case, and fileKey
	// namespaces are the spellings of the namespaces, by their lower case.
	namespaces map[string]string
	votes      votes
	unmarked   presence // what a name without a mark says in hand-written tables
}

// A modelPage is a page that describes a model.
type modelPage struct {
	*page
	kind kind
	tree *tree
	id   ir.ID
	// plain is what a heading of a hand-written page holds; nil for the pages
	// of generators.
	plain *plainModel
}

// conventional are the namespaces that generators give their pages.
var conventional = []string{
	"components", "shared", "operations", "requests", "errors", "sdkerrors",
	"apierrors", "callbacks", "webhooks", "internal", "utils",
}

// placeModel returns where a file below a directory "models" belongs: the
// directory that holds its tree, and its namespace there.
func placeModel(file string) (parent, namespace string, ok bool) {
	parent, below, ok := lastDir(file, "models")
	if !ok {
		return "", "", false
	}
	_, namespace, _ = strings.Cut(below, "/")
	return parent, namespace, true
}

// placeError does the same for a file below a directory "errors", which lies
// beside "models" and is a namespace.
func placeError(file string) (parent, namespace string, ok bool) {
	return lastDir(file, "errors")
}

// lastDir parts the directories of file at the last one that is called name, in
// any case: the second part begins with it.
func lastDir(file, name string) (before, from string, ok bool) {
	dir := path.Dir(path.Clean(file))
	for end := len(dir); ; {
		start := strings.LastIndexByte(dir[:end], '/') + 1
		if strings.EqualFold(dir[start:end], name) {
			return dir[:max(start-1, 0)], dir[start:], true
		}
		if start == 0 {
			return "", "", false
		}
		end = start - 1
	}
}

// placeLoose returns where a file belongs that lies in no directory "models":
// its directory is a namespace if it bears the usual name of one.
func placeLoose(file string) (parent, namespace string) {
	dir := path.Dir(path.Clean(file))
	if slices.Contains(conventional, strings.ToLower(path.Base(dir))) {
		dir, namespace = path.Dir(dir), path.Base(dir)
	}
	if dir == "." {
		dir = ""
	}
	return dir, namespace
}

// nameTrees gives each tree its prefix: none for the one that lies least deep, and
// for the others the last directories of their path that tell them apart.
func nameTrees(trees []*tree) {
	slices.SortFunc(trees, func(a, b *tree) int {
		return cmp.Or(cmp.Compare(depth(a.parent), depth(b.parent)), cmp.Compare(a.parent, b.parent))
	})
	if len(trees) < 2 {
		return
	}
	others := trees
	if depth(trees[0].parent) < depth(trees[1].parent) {
		others = trees[1:]
	}
	ends := make([][]string, len(trees))
	for i, t := range trees {
		ends[i] = segments(t.parent)
	}
	for sameEnd(ends) {
		for i := range ends {
			ends[i] = ends[i][:len(ends[i])-1]
		}
	}
	own := ends[len(trees)-len(others):]
	for n := 1; ; n++ {
		if distinct(own, n) {
			for i, t := range others {
				t.prefix = strings.Join(tail(own[i], n), "/")
			}
			return
		}
	}
}

func segments(dir string) []string {
	if dir == "" {
		return nil
	}
	return strings.Split(dir, "/")
}

func depth(dir string) int { return len(segments(dir)) }

func tail(dirs []string, n int) []string { return dirs[max(0, len(dirs)-n):] }

// sameEnd reports whether all of dirs end in the same directory.
func sameEnd(dirs [][]string) bool {
	for _, d := range dirs {
		if len(d) == 0 || d[len(d)-1] != dirs[0][len(dirs[0])-1] {
			return false
		}
	}
	return true
}

// distinct reports whether the last n directories tell all of dirs apart. It
// does for some n, because the paths of trees differ.
func distinct(dirs [][]string, n int) bool {
	seen := map[string]bool{}
	for _, d := range dirs {
		key := strings.Join(tail(d, n), "/")
		if seen[key] {
			return false
		}
		seen[key] = true
	}
	return true
}

// namespace returns the schema's namespace for one of t's.
func (t *tree) namespace(own string) string {
	switch {
	case t.prefix == "":
		return own
	case own == "":
		return t.prefix
	}
	return t.prefix + "/" + own
}

// own returns t's namespace behind one of the schema's.
func (t *tree) own(namespace string) string {
	if t.prefix == "" {
		return namespace
	}
	return strings.TrimPrefix(strings.TrimPrefix(namespace, t.prefix), "/")
}
