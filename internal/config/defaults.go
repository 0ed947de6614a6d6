package config

import (
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/internal/naming"
)

// defaultsKey declares what all packages inherit.
func defaultsKey() key[File] {
	var own []string
	for _, k := range packageForm().keys {
		if k.own {
			own = append(own, "`"+k.name+"`")
		}
	}
	return key[File]{
		name: "defaults", form: defaultsForm{}, absent: "nothing",
		doc:  "what counts for all packages that do not say otherwise: a mapping with the keys of a package, but " + naming.List(own),
		read: func(r *reader, _ *File, n ast.Node) { defaultsForm{}.mapping().read(r, n) },
	}
}

// defaultsForm is the form of what packages inherit: the keys of a package but
// those that speak of the pages of a single one.
type defaultsForm struct{}

func (defaultsForm) mapping() mapping[Package] {
	keys := slices.DeleteFunc(packageForm().keys, func(k key[Package]) bool { return k.own })
	return mapping[Package]{"mapping of defaults", keys}
}

func (f defaultsForm) schema() *schema { return f.mapping().schema() }
func (defaultsForm) label(bool) string { return "mapping" }

// packageEntry is the form of an entry of packages, which inherits what it
// does not say.
type packageEntry struct{}

func (packageEntry) schema() *schema        { return packageForm().schema() }
func (packageEntry) label(many bool) string { return packageForm().label(many) }

func (packageEntry) read(r *reader, n ast.Node) Package {
	given := slices.Clone(r.values(n))
	for _, v := range r.inherited {
		if !slices.ContainsFunc(given, func(own *ast.MappingValueNode) bool { return keyOf(own) == keyOf(v) }) {
			given = append(given, v)
		}
	}
	p := Package{given: given, names: r.placeOfNames(n)}
	packageForm().into(r, &p, n, given)
	return p
}

// keyOf returns the key of an entry of a mapping.
func keyOf(v *ast.MappingValueNode) string { return v.Key.GetToken().Value }
