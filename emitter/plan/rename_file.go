package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// renameFiles gives files the names that the user chose.
func (b *builder) renameFiles(files []File) []File {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	var done []Rename
	for _, r := range b.opts.Renames {
		i := slices.Index(names, r.Selector)
		switch {
		case !r.isFile():
		case i < 0:
			b.strayRename(r, names)
		case !isFileName(r.Name):
			b.badRename("DG0510", r, fmt.Sprintf("%q is no name for a generated file", r.Name),
				"choose small letters, digits and _, without docgen_ in front and without an ending such as _test or _linux; Windows has no files called con, nul, com1 and the like")
		default:
			files[i].Name = r.Name
			done = append(done, r)
		}
	}
	b.checkFileNames(files, done)
	slices.SortFunc(files, func(x, y File) int { return cmp.Compare(x.Name, y.Name) })
	return files
}

// checkFileNames says which renames give a name that two files have then.
func (b *builder) checkFileNames(files []File, renames []Rename) {
	count := map[string]int{}
	for _, f := range files {
		count[f.Name]++
	}
	for _, r := range renames {
		if count[r.Name] > 1 {
			b.badRename("DG0511", r, r.Name+" is what another file is called", "choose another name")
		}
	}
}

// isFileName reports whether a file that a user names can be written and is
// built everywhere, and is not like one of docgen's own.
func isFileName(name string) bool {
	stem := strings.TrimSuffix(name, ".go")
	other := strings.Trim(stem, "abcdefghijklmnopqrstuvwxyz0123456789_")
	return stem != "" && len(stem) <= maxStem && stem[0] != '_' && other == "" && !isReservedFile(stem)
}
