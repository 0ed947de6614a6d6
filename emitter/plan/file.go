package plan

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// filesOf puts each declaration into its file. Declarations whose file names
// are equal share the file.
func (b *builder) filesOf(decls []Decl) []File {
	byName := map[string]int{}
	var files []File
	for _, d := range decls {
		name := b.fileOf(d)
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

// fileOf returns the name of the file that a declaration goes to: one named
// after it, after its page, or after the package.
func (b *builder) fileOf(d Decl) string {
	switch page := b.pages[d.TypeName()]; {
	case b.opts.Split == SplitSingle:
		return fileName(b.pkg.Name)
	case b.opts.Split == SplitPage && page != "":
		return fileName(page)
	}
	return fileName(d.TypeName())
}

// pageOf returns the name of the page that a model stands on, without its
// directories and its ending.
func pageOf(h *ir.Header) string {
	if h.Span.IsZero() {
		return ""
	}
	name := path.Base(h.Span.Position().Name)
	return strings.TrimSuffix(name, path.Ext(name))
}

// fileName returns the file for a type. The go command reads a meaning into
// some endings (go help buildconstraint), and docgen keeps its own prefix.
func fileName(typeName string) string {
	name := naming.Snake(typeName)
	if isReservedFile(name) {
		name += "_model"
	}
	return name + ".go"
}

// isReservedFile reports whether a file name, without its ending, means
// something to the go command or is like those of docgen's own files.
func isReservedFile(name string) bool {
	last := name[strings.LastIndexByte(name, '_')+1:]
	return slices.Contains(constraintWords, last) && last != name || strings.HasPrefix(name, "docgen_")
}

// constraintWords are the last words of a file name that keep the go command
// from building the file everywhere: "test", and every GOOS and GOARCH.
var constraintWords = strings.Fields(`test
aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd
openbsd plan9 solaris wasip1 windows zos
386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le
mips64p32 mips64p32le mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc
sparc64 wasm`)
