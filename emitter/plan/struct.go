package plan

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A member is a field of the page with what has been decided about it.
type member struct {
	field    *ir.Field
	typ      Type
	presence presence
}

// structOf plans the struct for an object.
func (b *builder) structOf(o *ir.Object, name string) *Struct {
	o = b.withoutRepeats(b.withoutTransport(o))
	s := &Struct{Name: name, Doc: b.typeDoc(o.Head(), name), Plain: o.Role == ir.RoleParameters}
	names := b.fieldNames(o, s.Plain)
	members := make([]member, len(o.Fields))
	for i := range o.Fields {
		f := &o.Fields[i]
		t := b.fieldTypeOf(o, f, name, names[i])
		members[i] = b.memberOf(o, f, t)
	}
	s.Members = memberOrder(o)
	numbers := make([]int, len(members))
	for number, i := range s.Members {
		numbers[i] = number
	}
	if !s.Plain {
		s.Table = tableOf(s.Members, members)
		b.describeVariant(&s.Table, o, s.Members)
		s.Places, s.Traced = b.places(o, s.Members), b.opts.Provenance.On
		s.NullWords = nullWords(s.Table.Nulls)
		s.NullsDoc = b.nullsDoc()
		s.Spellings = s.Table.Inferred != nil
		s.Lenient = b.opts.Lenient && s.Table.Required != nil
	}
	s.Fields = make([]Field, 0, len(members))
	for i, m := range members {
		s.Fields = append(s.Fields, b.fieldOf(o, m, names[i], numbers[i], s))
	}
	s.Additional = b.additionalOf(o, name)
	s.Hidden = b.hiddenTags()
	s.Getters = b.gettersOf(s)
	if !s.Plain {
		b.pkg.Tests = append(b.pkg.Tests, Test{Type: name, Example: b.exampleObject(o)})
	}
	return s
}

func (b *builder) nullsDoc() Doc {
	if b.opts.NullPointers {
		return Doc{paragraph("Nulls remembers the members that are null.")}
	}
	return Doc{paragraph("Nulls remembers the members that are null although the reference does not say that they may be.")}
}

// memberOf decides what becomes of a field whose values are of type t.
func (b *builder) memberOf(o *ir.Object, f *ir.Field, t Type) member {
	p := b.presenceOf(o, f, t)
	if zero, ok := zeroPresences[p]; ok && b.isByValue(o, f, t) {
		p = zero
		if b.opts.Optional.Wrapper != nil && !isBare(t) {
			t = &Wrapped{Of: b.opts.Optional.Wrapper, Elem: t}
		}
	}
	return member{f, t, p}
}

// isByValue reports whether an optional member of type t is no pointer,
// although docgen would have to make it one. What holds itself must be one.
func (b *builder) isByValue(o *ir.Object, f *ir.Field, t Type) bool {
	if isBare(t) {
		return isForeign(t)
	}
	return b.opts.byValue() && !b.isCyclic(o, f)
}

// withoutTransport returns o without the members that never travel as JSON.
func (b *builder) withoutTransport(o *ir.Object) *ir.Object {
	if !slices.ContainsFunc(o.Fields, b.isTransport) {
		return o
	}
	kept := *o
	kept.Fields = slices.DeleteFunc(slices.Clone(o.Fields), b.isTransport)
	b.pkg.LeftOut.Members += len(o.Fields) - len(kept.Fields)
	return &kept
}

// isTransport reports whether a field holds what the SDK's platform makes of a
// response, alone or with more of its kind around it.
func (b *builder) isTransport(f ir.Field) bool {
	switch t := f.Type.(type) {
	case *ir.External:
		return true
	case *ir.Ref:
		return t.Model.Head().Role == ir.RoleEnvelope && !b.opts.Envelopes
	}
	return false
}

// withoutRepeats returns o without the members whose JSON name an earlier one
// has: JSON cannot tell the two apart.
func (b *builder) withoutRepeats(o *ir.Object) *ir.Object {
	first := make(map[string]source.Span, len(o.Fields))
	repeats := map[int]bool{}
	for i := range o.Fields {
		f := &o.Fields[i]
		span, seen := first[f.Wire.Name]
		if !seen {
			first[f.Wire.Name] = f.Span
			continue
		}
		repeats[i] = true
		b.diags.Add(diag.Diagnostic{
			Code: "DG0507", Span: f.Span,
			Message: fmt.Sprintf("the JSON name %q is another member's already, so this row is left out", f.Wire.Name),
			Related: []diag.Related{{Span: span, Message: "the member that keeps the name"}},
		})
	}
	if len(repeats) == 0 {
		return o
	}
	kept := *o
	kept.Fields = nil
	for i, f := range o.Fields {
		if !repeats[i] {
			kept.Fields = append(kept.Fields, f)
		}
	}
	return &kept
}

// memberOrder returns the indexes of the fields in the order of JSON names.
func memberOrder(o *ir.Object) []int {
	order := make([]int, len(o.Fields))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(o.Fields[x].Wire.Name, o.Fields[y].Wire.Name), cmp.Compare(x, y))
	})
	return order
}

// fieldOf plans the Go field for a member.
func (b *builder) fieldOf(o *ir.Object, m member, name string, number int, s *Struct) Field {
	f := Field{
		Name:   name,
		Doc:    b.placed(fieldDoc(m.field, s.Plain), m.field.Span),
		Type:   fieldType(m.typ, m.presence),
		Wire:   m.field.Wire.Name,
		Member: number,
		Tags:   b.tagsOf(o, m.field),
	}
	if s.Plain {
		if m.presence == optionalNullable {
			f.Type = &Pointer{Elem: m.typ}
		}
		return f
	}
	f.Tag, f.Docgen = jsonTags(m.field)
	f.Decode = decodeStep(m.field, m.typ, m.presence)
	f.Encode = encodeStep(m.field, m.typ, m.presence)
	f.Checks = checksOf(m, f)
	return f
}

// jsonTags returns the json tag of a field, and one of docgen's own for a name
// that package encoding/json would not take from a tag.
func jsonTags(f *ir.Field) (json, docgen string) {
	name := f.Wire.Name
	switch {
	case !canTag(name):
		return "-", name
	case f.Required:
		return name, ""
	}
	return name + ",omitzero", ""
}

// canTag reports whether a json tag can hold name.
func canTag(name string) bool {
	if name == "" || name == "-" {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r)
	})
}

// additionalOf plans the field for the members that the page does not name.
func (b *builder) additionalOf(o *ir.Object, name string) *Additional {
	if b.opts.Properties == PropertiesNone || b.opts.Properties == PropertiesDeclared && o.Additional == nil {
		return nil
	}
	elem := Type(rawType)
	if o.Additional != nil && o.Additional != ir.Any {
		elem = b.typeOf(o.Additional, name, "Additional")
	}
	doc := "AdditionalProperties holds the members that the reference does not name."
	return &Additional{Elem: elem, Doc: Doc{paragraph(doc)}}
}

// tableOf describes the members to the decoder and the encoder.
func tableOf(order []int, members []member) Table {
	var t Table
	nulls := make([]byte, len(order))
	escaped := false
	names := make([]string, len(order))
	for number, i := range order {
		m := members[i]
		names[number] = m.field.Wire.Name
		key := quote(m.field.Wire.Name)
		escaped = escaped || key != `"`+m.field.Wire.Name+`"`
		t.Keys = append(t.Keys, ","+key+":")
		nulls[number] = m.presence.null()
		if m.field.Required {
			setBit(&t.Required, number, len(order))
		}
		if m.field.Wire.Evidence != ir.Confirmed {
			setBit(&t.Inferred, number, len(order))
		}
	}
	t.Nulls = string(nulls)
	if escaped {
		t.Names = names
	}
	return t
}

// quote returns s as JSON text, as RFC 8259 section 7 asks and no more.
func quote(s string) string { return string(ir.StringValue(s)) }

func setBit(bits *[]uint64, i, n int) {
	if *bits == nil {
		*bits = make([]uint64, (n+63)/64)
	}
	(*bits)[i/64] |= 1 << (i % 64)
}

// nullWords returns how many NullSets it takes to hold the bits of nulls.
func nullWords(nulls string) int {
	for i := range len(nulls) {
		if nulls[i] == nullRemembered {
			return (len(nulls) + 63) / 64
		}
	}
	return 0
}

// describeVariant adds what the decoder must know of an object to choose
// among the variants of a union.
func (b *builder) describeVariant(t *Table, o *ir.Object, order []int) {
	if !b.variants[o.ID] {
		return
	}
	kinds := make([]byte, len(order))
	for number, i := range order {
		kinds[number] = kindOf(o.Fields[i].Type)
		if lit, ok := o.Fields[i].Type.(*ir.Literal); ok && !lit.Open {
			t.Constants = append(t.Constants, Constant{Member: number, Value: lit.Value})
		}
	}
	t.Kinds = string(kinds)
}

// kindOf returns the JSON kind of a type, as Table.Kinds writes it.
func kindOf(t ir.Type) byte {
	switch t := t.(type) {
	case ir.Prim:
		return primKind(t)
	case *ir.Time:
		return 's'
	case *ir.Literal:
		return literalKind(t.Value)
	case *ir.List:
		return 'a'
	case *ir.Map:
		return 'o'
	case *ir.Ref:
		return modelKind(unalias(t.Model))
	}
	return '*'
}

func primKind(p ir.Prim) byte {
	switch p {
	case ir.String, ir.Bytes, ir.Stream:
		return 's'
	case ir.Boolean:
		return 'b'
	case ir.Int32, ir.Int64:
		return 'i'
	case ir.Float32, ir.Float64, ir.Number:
		return 'n'
	case ir.BigInt, ir.Decimal:
		return 'd'
	}
	return '*'
}

func literalKind(v ir.Value) byte {
	switch literalType(v) {
	case stringType:
		return 's'
	case boolType:
		return 'b'
	case intType:
		return 'i'
	}
	return 'n'
}

func modelKind(m ir.Model) byte {
	switch m := m.(type) {
	case *ir.Object:
		return 'o'
	case *ir.Enum:
		return primKind(m.Of.(ir.Prim))
	}
	return '*'
}

// isJSON reports whether text is one JSON value.
func isJSON(text string) bool { return json.Valid([]byte(text)) }
