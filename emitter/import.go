package emitter

import (
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/internal/gotype"
)

// importAs says under which name a file imports a package that the user has
// named. What a package outside the standard library calls itself is not told
// by its path, so it gets a name in the file; so does one whose own name is a
// name of the generated package, or that of a variable there.
func importAs(f *jen.File, path string) {
	name := gotype.PackageName(path)
	first, _, _ := strings.Cut(path, "/")
	taken := isSupportName(name)
	if !taken && !strings.Contains(first, ".") {
		f.ImportName(path, name)
		return
	}
	if taken {
		name += "pkg"
	}
	f.ImportAlias(path, name)
}

// isSupportName reports whether a generated file may use name otherwise: as a
// declaration of the support code, or as a variable, which are short.
func isSupportName(name string) bool {
	if len(name) < 3 {
		return true
	}
	code, err := support()
	if err != nil {
		return false // emitting the support code says so
	}
	for _, d := range code.decls {
		for _, declared := range d.names {
			if declared == name {
				return true
			}
		}
	}
	return false
}
