package plan

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/parallel"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

// supportNames are the exported identifiers that every generated package may
// declare, whatever its models are called. A model that wants one of them is
// called after it, with "Model" behind, whether or not the package needs the
// declaration, so that no name depends on what else a page holds.
var supportNames = []string{
	"Date", "DateTime", "Decimal", "ErrCollision", "ErrConst", "ErrDuplicate", "ErrEnum",
	"ErrFormat", "ErrKind", "ErrNull", "ErrRange", "ErrRequired", "ErrVariant",
	"FieldError", "NewDate", "NewDateTime", "NewDecimal", "NullSet", "Nullable",
	"NullableNull", "NullableOf", "Ptr", "QuotedDecimal", "Spellings", "SyntaxError",
	"ValidationError",
}

// memberNames are the identifiers that a struct has beside its fields. A
// field that wants one of them has "Value" behind.
var memberNames = []string{
	"AdditionalProperties", "AppendJSON", "Clone", "IsNull", "MarshalJSON",
	"Nulls", "SetNull", "Spellings", "UnmarshalJSON", "Validate",
}

// nameModels gives each model its Go name, and says which names cannot be.
func (b *builder) nameModels(models []ir.Model) {
	if b.opts.Names == nil {
		parallel.All(len(models), func(i int) { b.exported(models[i].Head().Title) }) // which it remembers
		b.decideNames(models)
	}
	for _, m := range models {
		if name, ok := b.opts.Names[m.Head().ID]; ok {
			b.names[m.Head().ID] = name
		}
	}
	rivals := map[string][]ir.Model{}
	for _, m := range models {
		name := b.names[m.Head().ID]
		rivals[name] = append(rivals[name], m)
	}
	for _, m := range models {
		b.checkName(m, rivals[b.names[m.Head().ID]])
	}
}

// decideNames gives each model its Go name. Where two models want one name,
// those of a reusable namespace keep it and the others take their namespace in
// front; models of one namespace fall back on the spelling of their titles.
// A model that is renamed keeps its name, and the others give way.
func (b *builder) decideNames(models []ir.Model) {
	steps := []func(*ir.Header) string{
		func(h *ir.Header) string { return reserve(b.exported(h.Title)) },
		func(h *ir.Header) string {
			if isReusable(h.ID.Namespace) {
				return reserve(b.exported(h.Title))
			}
			return reserve(b.exported(h.ID.Namespace) + b.exported(h.Title))
		},
		func(h *ir.Header) string {
			prefix := ""
			if !isReusable(h.ID.Namespace) {
				prefix = b.exported(h.ID.Namespace)
			}
			return reserve(prefix + naming.Verbatim(h.Title))
		},
	}
	clashing := models
	for _, step := range steps {
		for _, m := range clashing {
			name, renamed := b.renames[m.Head().ID.String()]
			if !renamed {
				name = step(m.Head())
			}
			b.names[m.Head().ID] = name
		}
		clashing = b.clashes(models)
		if len(clashing) == 0 {
			break
		}
	}
}

// TypeNames returns the Go names of the models of a schema that are emitted.
// Models that nothing parts have the same one.
func TypeNames(schema *ir.Schema, opts Options) map[ir.ID]string {
	b := newBuilder(opts)
	b.decideNames(b.emitted(schema))
	return b.names
}

// clashes returns those of models whose name another one has too.
func (b *builder) clashes(models []ir.Model) []ir.Model {
	count := map[string]int{}
	for _, m := range models {
		count[b.names[m.Head().ID]]++
	}
	var out []ir.Model
	for _, m := range models {
		if count[b.names[m.Head().ID]] > 1 {
			out = append(out, m)
		}
	}
	return out
}

// maxRivals is how many of the models that want one name a diagnostic lists.
const maxRivals = 6

// checkName says what is wrong with the name that m ended up with, which rivals
// have, m among them.
func (b *builder) checkName(m ir.Model, rivals []ir.Model) {
	h := m.Head()
	name := b.names[h.ID]
	if name == "" {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0506", Span: h.Span,
			Message: fmt.Sprintf("the model's title %q has no letter or digit to make a Go name of", h.Title),
			Help:    "give the page a title with letters, or choose a name in docgen.yaml: " + renameLine(h.ID.String(), "NAME"),
		})
		return
	}
	if len(rivals) < 2 {
		return
	}
	var ids []string
	var related []diag.Related
	for _, other := range rivals[:min(len(rivals), maxRivals)] {
		ids = append(ids, other.Head().ID.String())
		if other != m {
			related = append(related, diag.Related{Span: other.Head().Span, Message: "wants it too"})
		}
	}
	if more := len(rivals) - maxRivals; more > 0 {
		ids = append(ids, fmt.Sprintf("%d more", more))
	}
	b.diags.Add(diag.Diagnostic{
		Code: "DG0501", Span: h.Span, Related: related,
		Message: fmt.Sprintf("the models %s want the same Go name %s", strings.Join(ids, " and "), name),
		Help:    "give the pages different titles, or settle it in docgen.yaml: " + renameLine(h.ID.String(), b.freeName(h.ID)),
	})
}

// isReusable reports whether models of the namespace keep their bare names.
func isReusable(namespace string) bool {
	switch namespace {
	case "", "components", "Components", "shared", "Shared":
		return true
	}
	return false
}

func reserve(name string) string {
	if slices.Contains(supportNames, name) {
		return name + "Model"
	}
	return name
}

// derived returns the name of a declaration that a model brings with it: a
// constant, a function, a variant. It is the owner's name and a suffix. Where
// another declaration wants the same name, "_" parts the two.
func (b *builder) derived(owner, suffix string) string {
	name := b.derivedName(owner, suffix)
	b.wanted[name]++
	return name
}

// derivedName is derived for what is declared elsewhere.
func (b *builder) derivedName(owner, suffix string) string {
	name := owner + suffix
	if b.known[name] > 1 {
		name = owner + "_" + suffix
	}
	return name
}

// fieldNames returns the Go names of an object's fields. Fields whose names
// would be equal keep the spelling of the page, unless they are renamed.
func (b *builder) fieldNames(o *ir.Object, plain bool) []string {
	names := make([]string, len(o.Fields))
	count := map[string]int{}
	renamed := make([]bool, len(o.Fields))
	for i := range o.Fields {
		f := &o.Fields[i]
		if len(b.renames) > 0 {
			names[i], renamed[i] = b.renames[wire.Selector(o.ID, f.Name)]
		}
		if !renamed[i] {
			names[i] = b.fieldName(b.exported(f.Name), plain)
		}
		count[names[i]]++
	}
	for i := range o.Fields {
		f := &o.Fields[i]
		if names[i] != "" && count[names[i]] > 1 && !renamed[i] {
			names[i] = b.fieldName(naming.Verbatim(f.Name), plain)
		}
	}
	b.checkFieldNames(o, names)
	return names
}

func (b *builder) fieldName(name string, plain bool) string {
	if !plain && slices.Contains(memberNames, name) {
		return name + "Value"
	}
	return name
}

func (b *builder) checkFieldNames(o *ir.Object, names []string) {
	first := map[string]int{}
	free := sync.OnceValue(func() freeFields { return b.freeFields(o, names) }) // few objects have a clash
	for i, name := range names {
		f := &o.Fields[i]
		if name == "" {
			b.diags.Add(diag.Diagnostic{
				Code: "DG0506", Span: f.Span,
				Message: fmt.Sprintf("the name %q has no letter or digit to make a Go name of", f.Name),
				Help:    "name the member with letters, or choose a name in docgen.yaml: " + renameLine(wire.Selector(o.ID, f.Name), "NAME"),
			})
			continue
		}
		j, seen := first[name]
		if !seen {
			first[name] = i
			continue
		}
		b.diags.Add(diag.Diagnostic{
			Code: "DG0502", Span: f.Span,
			Message: fmt.Sprintf("the members %q and %q both want the Go name %s", o.Fields[j].Name, f.Name, name),
			Help:    "remove one of the two rows, or settle it in docgen.yaml: " + renameLine(wire.Selector(o.ID, f.Name), free().name(i)),
			Related: []diag.Related{{Span: o.Fields[j].Span, Message: "the other one"}},
		})
	}
}

// constSuffixes returns what follows the enum's name in the names of its
// constants: made from the values, from the printed names where a value has
// no letters, and from the exact spelling where that would make two equal.
func (b *builder) constSuffixes(e *ir.Enum) []string {
	out := make([]string, len(e.Values))
	count := map[string]int{}
	for i, v := range e.Values {
		out[i] = b.constSuffix(v)
		count[out[i]]++
	}
	for i, v := range e.Values {
		if count[out[i]] > 1 {
			out[i] = "_" + escape(v.Value.Text())
		}
	}
	return out
}

func (b *builder) constSuffix(v ir.EnumValue) string {
	text := v.Value.Text()
	if text == "" {
		return "Empty"
	}
	if len(text) > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9' {
		return "Minus" + text[1:]
	}
	// The model's name stands in front, so a leading digit is no trouble.
	if s := b.exported("V " + text); len(s) > 1 {
		return s[1:]
	}
	if s := b.exported(v.Name); s != "" {
		return s
	}
	return "_" + escape(text)
}

// escape writes a text injectively with letters, digits and "_".
func escape(text string) string {
	out := ""
	for _, r := range text {
		if r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			out += string(r)
			continue
		}
		out += fmt.Sprintf("_%X_", r)
	}
	return out
}
