package config

import (
	"fmt"
	"path/filepath"
	"strings"
)

// A Proposal is a package that a new configuration begins with.
type Proposal struct {
	Docs, Out string // relative to the directory of the file
	Package   string
	Dialect   string // of the pages, as it was told from them
	Models    int    // how many the pages describe
}

// Template returns a configuration for the packages, with comments that name
// all keys that a package may have beside.
func Template(packages []Proposal) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# yaml-language-server: $schema=%s
#
# What docgen generates here. "docgen config" prints what counts, with defaults.
version: %s
packages:
`, SchemaURL, version)
	for _, p := range packages {
		fmt.Fprintf(&b, "  - docs: %s # %s\n", scalar(filepath.ToSlash(p.Docs)), p.found())
		fmt.Fprintf(&b, "    out: %s\n", scalar(filepath.ToSlash(p.Out)))
		fmt.Fprintf(&b, "    package: %s\n", scalar(p.Package))
	}
	b.WriteString("\n# A package may also have these keys, with these defaults:\n")
	for _, k := range packageForm().keys {
		if k.need == "" && k.name != "package" {
			b.WriteString(k.comment())
		}
	}
	return b.String()
}

// comment returns the key as a comment that can be made a line of a package.
func (k key[O]) comment() string {
	doc, value := plain(k.doc), k.preset
	if k.absent != "" {
		doc, value = doc+"; "+plain(k.absent)+" by default", "..."
	}
	const indent, width = "#     ", 100
	var b strings.Builder
	line := "#\n" + indent + "#"
	for _, word := range strings.Fields(doc) {
		if len(line)+len(word) > width {
			b.WriteString(line + "\n")
			line = indent + "#"
		}
		line += " " + word
	}
	fmt.Fprintf(&b, "%s\n%s%s: %s\n", line, indent, k.name, value)
	return b.String()
}

// found says what was found for p: "2 models, read as tables".
func (p Proposal) found() string {
	models := "1 model"
	if p.Models != 1 {
		models = fmt.Sprintf("%d models", p.Models)
	}
	return models + ", read as " + p.Dialect
}

// String says on one line what becomes of what.
func (p Proposal) String() string {
	return fmt.Sprintf("%s (%s) becomes %s", filepath.ToSlash(p.Docs), p.found(), filepath.ToSlash(p.Out))
}
