package plan

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/internal/naming"
)

// maxStem is how long a file name may be, in bytes and without its ending. File
// systems take 255 bytes, and those that encrypt names 143.
const maxStem = 130

// fileName returns the file for what is called name: one that go builds
// everywhere, that is not like docgen's own, and that every file system takes.
func fileName(name string) string {
	stem := fileStem(name)
	if len(stem) > maxStem {
		stem = shorten(stem)
	}
	if isReservedFile(stem) {
		stem += "_model"
	}
	return stem + ".go"
}

// fileStem returns the words of a name joined by "_", in letters that no file
// system takes for others. It is empty for a name without letters and digits.
// Of what is not ASCII, the zip files of modules take letters alone
// (https://go.dev/ref/mod#zip-path-size-constraints).
func fileStem(name string) string {
	stem := strings.Map(func(r rune) rune {
		r = unicode.ToLower(unicode.ToUpper(r)) // ſ is s where case does not count
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) {
			return '_'
		}
		return r
	}, naming.Snake(name))
	return strings.TrimLeft(stem, "_") // go leaves files out that begin with it
}

// shorten returns the beginning of a stem, and what tells it from others that
// begin so.
func shorten(stem string) string {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(stem)) // a hash takes everything
	end := maxStem - len("_00000000")
	for !utf8.RuneStart(stem[end]) {
		end--
	}
	return fmt.Sprintf("%s_%08x", stem[:end], sum.Sum32())
}

// isReservedFile reports whether a file name, without its ending, means
// something to the go command or to Windows, or is like those of docgen's own
// files.
func isReservedFile(stem string) bool {
	last := stem[strings.LastIndexByte(stem, '_')+1:]
	return slices.Contains(constraintWords, last) && last != stem ||
		slices.Contains(deviceNames, stem) || strings.HasPrefix(stem, "docgen_")
}

// constraintWords are the last words of a file name that keep the go command
// from building the file everywhere: "test", and every GOOS and GOARCH (go help
// buildconstraint).
var constraintWords = strings.Fields(`test
aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd
openbsd plan9 solaris wasip1 windows zos
386 amd64 amd64p32 arm arm64 arm64be armbe loong64 mips mips64 mips64le
mips64p32 mips64p32le mipsle ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc
sparc64 wasm`)

// deviceNames are those that no file has on Windows, whatever its ending. The zip
// files of modules do not take them, either.
var deviceNames = strings.Fields(`con prn aux nul
com0 com1 com2 com3 com4 com5 com6 com7 com8 com9
lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9`)
