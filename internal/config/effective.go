package config

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// Effective returns the configuration as it counts, in YAML: every key of
// every package, with the line of the file that it comes from, or that it is a
// default. Paths are as the file has them.
func (f *File) Effective() string {
	var b strings.Builder
	fmt.Fprintf(&b, "version: %s\npackages:\n", version)
	for i := range f.Packages {
		f.Packages[i].effective(&b, f.Path)
	}
	if len(f.Packages) == 0 {
		return strings.TrimSuffix(b.String(), "\n") + " []\n"
	}
	return b.String()
}

func (p *Package) effective(b *strings.Builder, file string) {
	given := map[string]*ast.MappingValueNode{}
	for _, v := range p.given {
		given[keyOf(v)] = v
	}
	indent := "  - "
	for _, k := range packageForm().keys {
		v := given[k.name]
		switch {
		case v != nil:
			at := fmt.Sprintf(" # %s:%d", file, v.Key.GetToken().Position.Line)
			writeEntry(b, indent, k.name, v.Value, at)
		case k.preset != "":
			fmt.Fprintf(b, "%s%s: %s # default\n", indent, k.name, k.preset)
		case k.absent != "":
			fmt.Fprintf(b, "%s# %s: %s\n", indent, k.name, plain(k.absent))
		}
		indent = "    "
	}
}

// writeEntry writes "name: value" with a comment behind its first line. The
// indent may hold the dash of a list.
func writeEntry(b *strings.Builder, indent, name string, value ast.Node, comment string) {
	fmt.Fprintf(b, "%s%s:", indent, scalar(name))
	inner := strings.Repeat(" ", len(indent))
	switch v := value.(type) {
	case *ast.MappingNode:
		writeEntries(b, inner+"  ", v.Values, comment)
	case *ast.MappingValueNode:
		writeEntries(b, inner+"  ", []*ast.MappingValueNode{v}, comment)
	case *ast.SequenceNode:
		if len(v.Values) == 0 {
			fmt.Fprintf(b, " []%s\n", comment)
			return
		}
		b.WriteString(comment + "\n")
		for _, item := range v.Values {
			writeItem(b, inner+"  - ", item)
		}
	default:
		fmt.Fprintf(b, " %s%s\n", writtenScalar(v), comment)
	}
}

func writeEntries(b *strings.Builder, indent string, values []*ast.MappingValueNode, comment string) {
	if len(values) == 0 {
		fmt.Fprintf(b, " {}%s\n", comment)
		return
	}
	b.WriteString(comment + "\n")
	for _, v := range values {
		writeEntry(b, indent, keyOf(v), v.Value, "")
	}
}

// writeItem writes one entry of a list.
func writeItem(b *strings.Builder, indent string, item ast.Node) {
	var values []*ast.MappingValueNode
	switch v := item.(type) {
	case *ast.MappingNode:
		values = v.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{v}
	default:
		fmt.Fprintf(b, "%s%s\n", indent, writtenScalar(v))
	}
	for _, v := range values {
		writeEntry(b, indent, keyOf(v), v.Value, "")
		indent = strings.Repeat(" ", len(indent))
	}
}

// writtenScalar returns a scalar such that YAML reads it as the same one again.
func writtenScalar(n ast.Node) string {
	if s, ok := n.(*ast.StringNode); ok {
		return scalar(s.Value)
	}
	return n.GetToken().Value
}
