package config

import (
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
)

// rootForm returns the form of the file itself.
func rootForm() mapping[File] {
	return mapping[File]{"file", []key[File]{
		{name: "version", doc: "the version of this format", form: versionForm{}, need: ": write \"version: " + version + "\"",
			read: func(r *reader, _ *File, n ast.Node) { versionForm{}.read(r, n) }},
		defaultsKey(),
		field("packages", list[Package]{packageEntry{}}, func(f *File) *[]Package { return &f.Packages },
			"the packages to generate, each a mapping with the keys of a package").orElse("nothing"),
	}}
}

// packageForm returns the form of one entry of packages. Each family of keys
// stands in a file of its own.
func packageForm() mapping[Package] {
	return mapping[Package]{"package", slices.Concat(pageKeys(), choiceKeys(), nameKeys(), goKeys(), suppressKeys())}
}

// pageKeys returns the keys that say which pages are read, and what is known
// beside them.
func pageKeys() []key[Package] {
	return []key[Package]{
		field("docs", path{}, func(p *Package) *string { return &p.Docs }, "the page, or the directory of pages").
			must(", which names its pages").ofPages(),
		field("out", path{}, func(p *Package) *string { return &p.Out }, "the directory of the package").
			must(", which names its directory").ofPages(),
		field("package", plainText, func(p *Package) *string { return &p.Name }, "the name of the package").
			orElse("that of its directory").ofPages(),
		field("dialect", plainText, func(p *Package) *string { return &p.Dialect }, "the [grammar of the pages](dialects.md)").
			orElse("told from the pages"),
		field("also", list[string]{path{}}, func(p *Package) *[]string { return &p.Also },
			"pages of the same API in other languages, which fill what `docs` leaves open").or("[]").ofPages(),
		field("samples", list[string]{path{}}, func(p *Package) *[]string { return &p.Samples },
			"JSON payloads, or directories of them, which show [JSON names](json-names.md)").or("[]").ofPages(),
		field("strict-names", toggle{}, func(p *Package) *bool { return &p.StrictNames },
			"make an error of every JSON name that is a guess").or("false"),
		field("names", pins, func(p *Package) *[]wire.Pin { return &p.Names }, "pins of [JSON names](json-names.md#pins)").or("{}").ofPages(),
	}
}

var pins = entries[string, wire.Pin]{
	of: text{"member", "members"}, elem: text{"name", "names"},
	make: func(selector, name string, at source.Span) wire.Pin {
		return wire.Pin{Selector: selector, Name: name, Span: at}
	},
}
