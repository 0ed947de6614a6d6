package judge

import (
	"slices"

	"github.com/docgen-go/docgen/ir"
)

// maxDepth is how many levels down a payload has members that it need not have.
const maxDepth = 3

// A deriver makes payloads that the pages allow. Rounds differ by the variants
// of unions and by the values of enums that they choose.
type deriver struct {
	round int
	least bool // no member that need not be there
	outer []ir.ID
}

// derive returns a payload of a model, or nil where none is finite.
func (d *deriver) derive(m ir.Model) *value {
	return d.typed(&ir.Ref{ID: m.Head().ID, Model: m})
}

func (d *deriver) typed(t ir.Type) *value {
	switch t := t.(type) {
	case ir.Prim:
		if text, ok := quotedTexts[t]; ok && d.round%2 == 1 {
			return scalar(text, t)
		}
		return scalar(primTexts[t], t)
	case *ir.Time:
		if t.Format == ir.Date {
			return scalar(`"2026-01-02"`, t)
		}
		return scalar(`"2026-01-02T03:04:05Z"`, t)
	case *ir.Literal:
		return scalar(string(t.Value), t)
	case *ir.List:
		out := &value{nested: true, list: true, of: t}
		if elem := d.typed(t.Elem); elem != nil {
			out.items = []*value{elem}
		}
		return out
	case *ir.Map:
		out := &value{nested: true, of: t}
		if elem := d.typed(t.Elem); elem != nil {
			out.members = []member{{"some key", elem}}
		}
		return out
	case *ir.OneOf:
		return d.union(t.Variants, t.Discriminator)
	case *ir.Ref:
		return d.model(t.Model)
	}
	return scalar("{}", ir.Any)
}

var primTexts = map[ir.Prim]string{
	ir.String: `"some text"`, ir.Boolean: "true", ir.Int32: "32", ir.Int64: "64", ir.Float32: "0.5", ir.Float64: "2.5",
	ir.Number: "7", ir.BigInt: "12345678901234567890", ir.Decimal: "0.125", ir.Bytes: `"Ynl0ZXM="`, ir.Stream: `"Ynl0ZXM="`,
	ir.Any: `{"any":[1,"two",null]}`,
}

// quotedTexts are for the types whose values may be strings as well.
var quotedTexts = map[ir.Prim]string{ir.BigInt: `"-98765432109876543210"`, ir.Decimal: `"3.1400"`}

func (d *deriver) model(m ir.Model) *value {
	id := m.Head().ID
	if slices.Contains(d.outer, id) {
		return nil
	}
	d.outer = append(d.outer, id)
	defer func() { d.outer = d.outer[:len(d.outer)-1] }()
	switch m := m.(type) {
	case *ir.Object:
		return d.object(m)
	case *ir.Enum:
		if len(m.Values) == 0 {
			return nil
		}
		return scalar(string(m.Values[d.round%len(m.Values)].Value), &ir.Ref{ID: id, Model: m})
	case *ir.Union:
		return d.union(m.Variants, m.Discriminator)
	case *ir.Alias:
		return d.typed(m.Of)
	}
	return scalar(primTexts[ir.Any], ir.Any)
}

func (d *deriver) object(o *ir.Object) *value {
	out := &value{nested: true, of: &ir.Ref{ID: o.ID, Model: o}}
	seen := map[string]bool{}
	for _, f := range o.Fields {
		if seen[f.Wire.Name] || isTransport(f.Type) {
			continue
		}
		seen[f.Wire.Name] = true
		if !f.Required && (d.least || len(d.outer) > maxDepth) {
			continue
		}
		v := d.typed(f.Type)
		switch {
		case v != nil:
			out.members = append(out.members, member{f.Wire.Name, v})
		case f.Required && f.Null == ir.NullNo:
			return nil
		case f.Required:
			out.members = append(out.members, member{f.Wire.Name, scalar("null", f.Type)})
		}
	}
	return out
}

// isTransport reports whether a member of type t never travels as JSON.
func isTransport(t ir.Type) bool {
	switch t := t.(type) {
	case *ir.External:
		return true
	case *ir.Ref:
		return t.Model.Head().Role == ir.RoleEnvelope
	}
	return false
}

// union derives a value of the variant whose turn it is, or of the next one
// that has a finite value.
func (d *deriver) union(variants []ir.Variant, disc *ir.Discriminator) *value {
	for i := range variants {
		n := (d.round + i) % len(variants)
		v := d.typed(variants[n].Type)
		if v == nil {
			continue
		}
		v.union = true
		if disc != nil {
			tag(v, n, disc)
		}
		return v
	}
	return nil
}

// tag gives an object the value of the discriminator that belongs to variant
// n, unless it has a constant there, or another value of the variant.
func tag(v *value, n int, disc *ir.Discriminator) {
	at := slices.IndexFunc(disc.Values, func(k ir.DiscriminatorKey) bool { return k.Variant == n })
	if at < 0 || !v.nested || v.list {
		return
	}
	text := string(disc.Values[at].Value)
	i := slices.IndexFunc(v.members, func(m member) bool { return m.name == disc.Member })
	if i < 0 {
		v.members = append(v.members, member{disc.Member, scalar(text, ir.String)})
		return
	}
	its := v.members[i].value
	_, constant := its.of.(*ir.Literal)
	has := ir.DiscriminatorKey{Value: ir.Value(its.text), Variant: n}
	if !constant && !its.nested && !slices.Contains(disc.Values, has) {
		its.text = text
	}
}
