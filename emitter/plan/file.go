package plan

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// filesOf puts each declaration into its file. Declarations whose file names
// are equal share the file.
func (b *builder) filesOf(decls []Decl) []File {
	byName := map[string]int{}
	var files []File
	for _, d := range decls {
		name := b.files[d.TypeName()]
		i, ok := byName[name]
		if !ok {
			i = len(files)
			byName[name] = i
			files = append(files, File{Name: name})
		}
		files[i].Decls = append(files[i].Decls, d)
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return files
}

// fileOf returns the name of the file that a declaration goes to which is being
// planned: one named after it, after its page, or after the package.
func (b *builder) fileOf(d Decl) string {
	switch {
	case b.opts.Split == SplitSingle:
		return fileName(b.opts.Package)
	case b.opts.Split == SplitPage && fileStem(b.page) != "":
		return fileName(b.page)
	}
	return fileName(d.TypeName())
}

// pageOf returns the name of the page that a model stands on, without its
// directories and its ending.
func pageOf(h *ir.Header) string {
	if h.Span.IsZero() {
		return ""
	}
	name := path.Base(h.Span.File.Name)
	return strings.TrimSuffix(name, path.Ext(name))
}
