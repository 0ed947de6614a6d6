package plan

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"slices"
	"sync"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/ir"
)

// Build decides the Go package for a schema. What it finds wrong with the
// pages is in the diagnostics; the plan is fit to be emitted when they hold no
// error.
func Build(schema *ir.Schema, opts Options) (*Package, diag.List) {
	b := newBuilder(opts)
	if !token.IsIdentifier(opts.Package) || opts.Package == "_" {
		b.diags.Add(diag.Diagnostic{
			Code:    "DG0505",
			Message: fmt.Sprintf("%q is not a name for a Go package", opts.Package),
			Help:    "choose one of lower-case letters and digits with --package",
		})
		return b.pkg, b.diags
	}
	models := b.emitted(schema)
	b.nameModels(models)
	b.pkg.Names = b.names
	b.checkRenames(models)
	if b.diags.HasErrors() {
		return b.pkg, b.diags
	}
	b.look(models)
	b.known = b.ownNames()
	planned := b.attempt(0, models)
	if planned.hasClashes() {
		b.known = planned.wanted
		planned = b.attempt(1, models)
	}
	planned.finish()
	return planned.pkg, planned.diags
}

// look finds out what a declaration needs to know of other models.
func (b *builder) look(models []ir.Model) {
	parallel.All(2, func(i int) {
		switch i {
		case 0:
			b.cyclic, b.users = b.valueCycles(models), usersOf(models)
			b.checked = b.checkedModels(models)
		case 1:
			b.endless = endlessVariants(models)
			b.circles = unionCircles(models)
			b.variants = unionMembers(models)
		}
	})
}

func newBuilder(opts Options) *builder {
	return &builder{
		opts:    opts,
		pkg:     &Package{Name: opts.Package, Imports: opts.imports(), Lossy: opts.isLossy(), Ptr: opts.Target < firstNew},
		renames: renamesOf(opts.Renames),
		mapped:  mappedTypes(opts.Types),
		names:   map[ir.ID]string{},
		goNames: &sync.Map{},
	}
}

// ownNames counts the names that are wanted before any declaration is planned.
func (b *builder) ownNames() map[string]int {
	wanted := map[string]int{}
	for _, name := range b.names {
		wanted[name]++
	}
	for _, name := range supportNames {
		wanted[name]++
	}
	return wanted
}

// attempt plans the declarations of models, but for those that are as they were
// when they were planned last. What names they want is added to those that are
// known to be wanted.
func (b *builder) attempt(n int, models []ir.Model) *builder {
	pkg := *b.pkg
	a := b.empty(&pkg)
	a.diags = slices.Clone(b.diags)
	a.wanted = maps.Clone(b.known)
	last := b.opts.Memory.of(n).recall(b, models)
	parts := make([]*part, len(models))
	parallel.All(len(models), func(i int) {
		if parts[i] = last[models[i].Head().ID]; parts[i] == nil {
			p := b.empty(&Package{})
			p.declare(models[i])
			parts[i] = &part{p.decls, p.files, p.pkg.Tests, p.pkg.Layout.Slabs, p.wanted, p.pkg.LeftOut.Members, p.diags}
		}
	})
	for _, p := range parts {
		a.join(p)
	}
	b.opts.Memory.of(n).keep(b, models, parts)
	return a
}

const maxAttempts = 2

// A part is what one model makes of the plan.
type part struct {
	decls   []Decl
	files   map[string]string // of decls, by the names of their types
	tests   []Test
	slabs   []Slot
	wanted  map[string]int
	leftOut int // members
	diags   diag.List
}

// empty returns a builder of pkg that has planned nothing yet.
func (b *builder) empty(pkg *Package) *builder {
	p := *b
	p.pkg, p.diags, p.decls, p.wanted = pkg, nil, nil, map[string]int{}
	p.files, p.slabSeen = map[string]string{}, map[string]bool{}
	return &p
}

// join takes in a part.
func (b *builder) join(p *part) {
	b.decls, b.diags = append(b.decls, p.decls...), append(b.diags, p.diags...)
	b.pkg.Tests = append(b.pkg.Tests, p.tests...)
	b.pkg.LeftOut.Members += p.leftOut
	maps.Copy(b.files, p.files)
	for name, n := range p.wanted {
		b.wanted[name] += n
	}
	for _, s := range p.slabs {
		if !b.slabSeen[s.Name] {
			b.slabSeen[s.Name] = true
			b.pkg.Layout.Slabs = append(b.pkg.Layout.Slabs, s)
		}
	}
}

// hasClashes reports whether two declarations want the same name: then their
// names depend on what is wanted in all, and all must be planned again.
func (b *builder) hasClashes() bool {
	for _, n := range b.wanted {
		if n > 1 {
			return true
		}
	}
	return false
}

// A builder holds what the parts of a plan share while it is built.
type builder struct {
	opts  Options
	pkg   *Package
	diags diag.List

	names    map[ir.ID]string   // the Go name of each model
	goNames  *sync.Map          // of names, what exported makes of them: most fields are called like others
	renames  map[string]string  // the names that the user chose, by selector
	mapped   map[string]*Mapped // the types that the user chose, by what they are for
	known    map[string]int     // how many declarations are known to want a name, before any is planned
	wanted   map[string]int     // how many declarations want a name
	users    map[ir.ID][]ir.ID  // the models that refer to a model
	taken    map[string]bool    // the Go names of all models, once they are chosen
	checked  map[ir.ID]bool     // models with something to validate
	cyclic   map[edge]bool      // references that must be pointers
	endless  map[edge]bool      // references from a union back to itself
	variants map[ir.ID]bool     // objects that a union can hold
	circles  map[ir.ID]int      // unions and aliases that lead to each other have one number
	union    ir.ID              // the model that is being planned, if it is a union or an alias
	told     bool               // whether the unions that are met are declared elsewhere
	page     string             // of the model whose declarations are being planned
	files    map[string]string  // the file of each declaration, by the name of its type
	slabSeen map[string]bool
	decls    []Decl
}

// emitted returns the models to emit: all but response envelopes that no
// other model refers to.
func (b *builder) emitted(schema *ir.Schema) []ir.Model {
	referred := map[ir.ID]bool{}
	for _, m := range schema.Models {
		if o, ok := m.(*ir.Object); ok && slices.ContainsFunc(o.Fields, b.isTransport) {
			m = &ir.Object{Header: o.Header, Fields: slices.DeleteFunc(slices.Clone(o.Fields), b.isTransport), Additional: o.Additional}
		}
		if m.Head().Role != ir.RoleEnvelope {
			for _, ref := range refs(m) {
				referred[ref.Model.Head().ID] = true
			}
		}
	}
	var out []ir.Model
	for _, m := range schema.Models {
		h := m.Head()
		if h.Role == ir.RoleEnvelope && !referred[h.ID] && !b.opts.Envelopes {
			b.pkg.LeftOut.Envelopes++
			continue
		}
		out = append(out, m)
	}
	return out
}

// declare adds the declaration of m.
func (b *builder) declare(m ir.Model) {
	name := b.names[m.Head().ID]
	b.page, b.union = pageOf(m.Head()), ir.ID{}
	switch m := m.(type) {
	case *ir.Object:
		b.add(b.structOf(m, name))
	case *ir.Enum:
		b.add(b.enumOf(m, name))
	case *ir.Union:
		b.union = m.ID
		b.add(b.unionOf(name, b.typeDoc(m.Head(), name), m.Variants, m.Discriminator, m.ID))
	case *ir.Alias:
		b.union = m.ID
		alias := &Alias{Name: name, Doc: b.typeDoc(m.Head(), name)}
		if one, ok := m.Of.(*ir.OneOf); ok {
			alias.Of = b.inlineUnion(one, name, aliasPart, m.ID)
		} else {
			alias.Of = b.typeOf(m.Of, name, aliasPart)
		}
		b.add(alias)
	case *ir.Opaque:
		b.add(&Opaque{Name: name, Doc: opaqueDoc(b.typeDoc(m.Head(), name), name, m.Reason)})
	}
}

func (b *builder) add(d Decl) {
	b.decls = append(b.decls, d)
	b.files[d.TypeName()] = b.fileOf(d)
}

// finish sorts everything that is collected out of order.
func (b *builder) finish() {
	slices.SortFunc(b.decls, func(x, y Decl) int { return cmp.Compare(x.TypeName(), y.TypeName()) })
	b.pkg.Files = b.renameFiles(b.filesOf(b.decls))
	for _, d := range b.decls {
		if s, ok := d.(*Struct); ok && !s.Plain {
			b.pkg.Layout.Predictions = append(b.pkg.Layout.Predictions, Slot{Name: "predict" + s.Name, Size: len(s.Members) + 2})
		}
	}
	if b.opts.Target >= firstStream {
		b.pkg.Streamed = streamed(b.decls)
	}
	slices.SortFunc(b.pkg.Layout.Slabs, func(x, y Slot) int { return cmp.Compare(x.Name, y.Name) })
	slices.SortFunc(b.pkg.Tests, func(x, y Test) int { return cmp.Compare(x.Type, y.Type) })
	if left := b.pkg.LeftOut; left != (LeftOut{}) {
		b.diags.Add(diag.Diagnostic{Code: "DG0504", Message: "left out, because it never travels as JSON: " + left.String()})
	}
	b.diags.Sort()
}
