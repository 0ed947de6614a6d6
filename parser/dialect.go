package parser

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// A dialect is how the pages of one generator are written for one language.
type dialect interface {
	// name is what [Options] and the schema call the dialect.
	name() string
	// names is how the pages print the names of members.
	names() ir.Case
	// expr reads a type. Nested ones are read by [typeParser.expr], which
	// counts how deep they nest.
	expr(p *typeParser) typeExpr
	// null says whether a field of type e may be null.
	null(e typeExpr, required bool) ir.Null
	// elemNull says whether an element of type e of a list or a map may be.
	elemNull(e typeExpr) ir.Null
	// contradicts reports whether type and Required column cannot both be right.
	contradicts(e typeExpr, required bool) bool
	// variant reads a member of a union page: a heading, and the example of
	// its use below it, which may be missing. ok is false when there is no
	// type in either, which it then has said.
	variant(b *builder, h heading, example *fence) (v ir.Variant, ok bool)
}

// dialects are in the order in which evidence for them is weighed.
var dialects = []dialect{
	python2024, python2026, typescript{}, go2025, go2026, php{}, ruby{}, java{}, csharp{}, tables{},
}

// Dialects returns the names of all grammars, which [Options] take.
func Dialects() []string {
	var names []string
	for _, d := range dialects {
		names = append(names, d.name())
	}
	return names
}

// lookupDialect returns the dialect that bears name; "" is none.
func lookupDialect(name string) (dialect, error) {
	for _, d := range dialects {
		if d.name() == name {
			return d, nil
		}
	}
	if name == "" {
		return nil, nil
	}
	return nil, fmt.Errorf("unknown dialect %q; known are %s", name, strings.Join(Dialects(), ", "))
}

// silent is for dialects whose types never tell whether a value may be null,
// and agree with any Required column.
type silent struct{}

func (silent) null(typeExpr, bool) ir.Null     { return ir.NullUnknown }
func (silent) elemNull(typeExpr) ir.Null       { return ir.NullUnknown }
func (silent) contradicts(typeExpr, bool) bool { return false }

// wrapping is for dialects that wrap the types of optional fields, and those
// of required ones only when they may be null. Lists, maps and times go
// unwrapped whatever they are.
type wrapping struct{}

func (wrapping) null(e typeExpr, required bool) ir.Null {
	switch {
	case e.nullable, e.optional && required:
		return ir.NullYes
	case e.typ == ir.Any, e.bare(), !required:
		return ir.NullUnknown
	}
	return ir.NullNo
}

func (wrapping) elemNull(e typeExpr) ir.Null {
	if e.wrapped() {
		return ir.NullYes
	}
	return ir.NullUnknown
}

func (wrapping) contradicts(typeExpr, bool) bool { return false }
