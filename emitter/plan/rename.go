package plan

import (
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

// A Rename is a name that the user chose. Its selector is that of
//
//   - a model: "components/card";
//   - a member, as the page prints it: "components/card.expires_at";
//   - a value of an enum, or the name that the page gives it: "components/status.ACTIVE";
//   - a generated file, by the name that it would have: "card.go".
//
// The name is that of a type, of a field, of a constant or of a file.
type Rename struct {
	Selector string
	Name     string
	Span     source.Span // where it is stated; may be zero
}

// isFile reports whether r is about a file: no identifier has a dot.
func (r Rename) isFile() bool { return strings.HasSuffix(r.Name, ".go") }

// renamesOf returns the names that are identifiers, by selector.
func renamesOf(all []Rename) map[string]string {
	out := make(map[string]string, len(all))
	for _, r := range all {
		if !r.isFile() {
			out[r.Selector] = r.Name
		}
	}
	return out
}

// exported returns the Go name for a name of the reference.
func (b *builder) exported(name string) string {
	if known, ok := b.goNames.Load(name); ok {
		return known.(string)
	}
	goName := b.opts.Initialisms.Exported(name)
	b.goNames.Store(name, goName)
	return goName
}

// checkRenames says which renames belong to nothing, and which cannot be. The
// names of models are known by then; that two of them are equal is said there.
func (b *builder) checkRenames(models []ir.Model) {
	if len(b.opts.Renames) == 0 {
		return
	}
	known := b.selectorsOf(models)
	taken := map[string]string{} // by name: what has it
	for id, name := range b.names {
		taken[name] = id.String()
	}
	for _, name := range supportNames {
		taken[name] = "something that packages declare for themselves"
	}
	for _, r := range b.opts.Renames {
		selected, ok := known[r.Selector]
		switch {
		case r.isFile():
		case !ok:
			b.strayRename(r, slices.Collect(maps.Keys(known)))
		case !token.IsIdentifier(r.Name) || !token.IsExported(r.Name):
			b.badRename("DG0510", r, fmt.Sprintf("%q is no exported Go identifier", r.Name), "begin with a capital, and go on with letters, digits and _")
		case selected == selectsField && slices.Contains(memberNames, r.Name):
			b.badRename("DG0511", r, fmt.Sprintf("structs have %s beside their members", r.Name), "choose another name")
		case selected == selectsType && slices.Contains(supportNames, r.Name), selected == selectsConst && taken[r.Name] != "":
			b.badRename("DG0511", r, fmt.Sprintf("%s is the name of %s", r.Name, taken[r.Name]), "choose another name")
		case selected == selectsConst:
			taken[r.Name] = r.Selector
		}
	}
}

func (b *builder) badRename(code diag.Code, r Rename, message, help string) {
	b.diags.Add(diag.Diagnostic{Code: code, Span: r.Span, Message: message, Help: help})
}

// strayRename says that a rename belongs to nothing.
func (b *builder) strayRename(r Rename, known []string) {
	help := "docgen names --all lists the members, and docgen export ir everything"
	if near := naming.Nearest(r.Selector, known); near != "" {
		help = "is it " + near + "?"
	}
	b.badRename("DG0509", r, fmt.Sprintf("nothing is called %s; the rename has no effect", r.Selector), help)
}

// What a selector selects.
type selects int

const (
	selectsType selects = iota
	selectsField
	selectsConst
)

// selectorsOf returns the selectors of all that can be renamed in models.
func (b *builder) selectorsOf(models []ir.Model) map[string]selects {
	known := map[string]selects{}
	for _, m := range models {
		id := m.Head().ID
		known[id.String()] = selectsType
		switch m := m.(type) {
		case *ir.Object:
			for _, f := range m.Fields {
				if !b.isTransport(f) {
					known[wire.Selector(id, f.Name)] = selectsField
				}
			}
		case *ir.Enum:
			for _, v := range m.Values {
				known[wire.Selector(id, v.Value.Text())] = selectsConst
				if v.Name != "" {
					known[wire.Selector(id, v.Name)] = selectsConst
				}
			}
		}
	}
	return known
}

// constName returns the name of a constant of an enum: the one that the user
// chose by its value or, where that is no value as well, by its printed name.
func (b *builder) constName(e *ir.Enum, v ir.EnumValue, enum, suffix string) string {
	if len(b.renames) == 0 {
		return b.derived(enum, suffix)
	}
	name, ok := b.renames[wire.Selector(e.ID, v.Value.Text())]
	if !ok && v.Name != "" && !slices.ContainsFunc(e.Values, func(o ir.EnumValue) bool { return o.Value.Text() == v.Name }) {
		name, ok = b.renames[wire.Selector(e.ID, v.Name)]
	}
	if !ok {
		return b.derived(enum, suffix)
	}
	b.wanted[name]++
	return name
}

// renameLine returns the line of docgen.yaml that gives a name.
func renameLine(selector, name string) string {
	if strings.IndexFunc(selector, func(r rune) bool {
		return !strings.ContainsRune("_-./", r) && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) >= 0 {
		selector = strconv.Quote(selector)
	}
	return fmt.Sprintf("rename: {%s: %s}", selector, name)
}

// freeName returns a name that no model has, for one whose own name is taken:
// that of its page, alone or with its namespace.
func (b *builder) freeName(id ir.ID) string {
	if b.taken == nil {
		b.taken = map[string]bool{}
		for _, name := range b.names {
			b.taken[name] = true
		}
	}
	for _, name := range []string{b.exported(id.Name), b.exported(id.Namespace) + b.exported(id.Name)} {
		if name != "" && !b.taken[name] && !slices.Contains(supportNames, name) {
			return name
		}
	}
	return "X" + escape(id.String())
}

// freeFields finds names that settle clashes of the fields of an object.
type freeFields struct {
	usual, names []string       // what each would be called alone, and is
	alike, taken map[string]int // how many have either
	fields       []ir.Field
}

func (b *builder) freeFields(o *ir.Object, names []string) freeFields {
	f := freeFields{names: names, alike: map[string]int{}, taken: map[string]int{}, fields: o.Fields}
	for i, field := range o.Fields {
		f.usual = append(f.usual, b.exported(field.Name))
		f.alike[f.usual[i]]++
		f.taken[names[i]]++
	}
	return f
}

// name returns a name that settles the clash of the i-th field. Of two that
// clash, it may keep the spelling of the page, which leaves the usual name to
// the other one.
func (f freeFields) name(i int) string {
	if usual := f.usual[i]; f.alike[usual] == 2 && f.taken[usual] == 0 {
		return f.names[i]
	}
	name := naming.Verbatim(escape(f.fields[i].Name))
	for f.taken[name] > 0 || slices.Contains(memberNames, name) {
		name += "_"
	}
	return name
}
