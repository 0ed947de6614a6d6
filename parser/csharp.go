package parser

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// csharp reads the pages of Speakeasy's C# generator, and of its variety for
// Unity. They never show that a value may be null.
type csharp struct{ silent }

func (csharp) name() string   { return "speakeasy-csharp" }
func (csharp) names() ir.Case { return ir.CasePascal }

var csharpPrims = map[string]ir.Prim{
	"string": ir.String, "bool": ir.Boolean, "long": ir.Int64, "int": ir.Int32,
	"double": ir.Float64, "float": ir.Float32, "decimal": ir.Decimal, "BigInteger": ir.BigInt, "object": ir.Any,
	"Stream": ir.Stream, "MemoryQueueBufferStream": ir.Stream, "EventStream": ir.Stream, "Guid": ir.String,
}

var csharpExternals = map[string]bool{
	"HttpResponseMessage": true, "HttpRequestMessage": true, "UnityWebRequest": true,
}

// expr implements dialect.
func (d csharp) expr(p *typeParser) typeExpr {
	if e, ok := p.marked(p.expr); ok {
		return e
	}
	name, at := p.name("")
	if p.isModel(name) {
		return p.reference(name, at)
	}
	switch name {
	case "":
		p.fail(at.start, "expected a type, found %s", p.found())
		return anyType
	case "List":
		return p.listOf(p.generic('<', '>'))
	case "Dictionary":
		return p.keyed('<', '>', "String", "string")
	case "byte":
		p.expect('[')
		p.expect(']')
		return typeExpr{typ: ir.Bytes}
	case "DateTime", "DateTimeOffset":
		return typeExpr{typ: &ir.Time{Format: ir.DateTime, Certain: true}}
	case "LocalDate", "DateOnly":
		return typeExpr{typ: &ir.Time{Format: ir.Date, Certain: true}}
	}
	if prim, ok := csharpPrims[name]; ok {
		p.skipArgument()
		return typeExpr{typ: prim}
	}
	if csharpExternals[name] {
		return typeExpr{typ: &ir.External{Name: name}}
	}
	return p.reference(name, at)
}

// csharpTags are the names of variants that are no models.
var csharpTags = map[string]func() ir.Type{
	"Str":       func() ir.Type { return ir.String },
	"Number":    func() ir.Type { return ir.Float64 },
	"Float32":   func() ir.Type { return ir.Float32 },
	"Integer":   func() ir.Type { return ir.Int64 },
	"Integer32": func() ir.Type { return ir.Int32 },
	"Int32":     func() ir.Type { return ir.Int32 },
	"Bigint":    func() ir.Type { return ir.BigInt },
	"Decimal":   func() ir.Type { return ir.Decimal },
	"Boolean":   func() ir.Type { return ir.Boolean },
	"Any":       func() ir.Type { return ir.Any },
	"Bytes":     func() ir.Type { return ir.Bytes },
	"Date":      func() ir.Type { return &ir.Time{Format: ir.Date, Certain: true} },
	"DateTime":  func() ir.Type { return &ir.Time{Format: ir.DateTime, Certain: true} },
}

// variant implements dialect. The heading is the variant's name, which stands
// for a model or describes a type.
func (csharp) variant(b *builder, h heading, _ *fence) (ir.Variant, bool) {
	name := b.page.text(h.text)
	if name == "" {
		return b.headingVariant(h)
	}
	t := b.tagType(name)
	if t == nil { // the name of a model may follow that of the union
		t = b.tagType(tagOf(name, b.page.title))
	}
	if t == nil { // the value of a discriminator, of whose model the name is the rest
		t = b.tagType(b.page.title + name)
	}
	if t == nil {
		b.diags.Add(diag.Diagnostic{
			Code: "DG0202", Span: b.page.span(h.text),
			Message: "the heading " + name + " names neither a model nor a type that docgen knows; any JSON is taken for it",
			Help:    b.resolver.nearest(name),
		})
		t = ir.Any
	}
	return ir.Variant{Name: name, Type: t, Span: b.page.span(h.text)}, true
}

// ordinals are the titles of models that have nothing but a number for a name,
// which the tags of lists and maps of them keep.
var ordinals = []string{
	"", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
	"Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
}

// tagType returns the type that a variant's name stands for, or nil.
func (b *builder) tagType(name string) ir.Type {
	if m := b.resolver.local(name); m != nil {
		return &ir.Ref{ID: m.id}
	}
	if prim, ok := csharpTags[name]; ok {
		return prim()
	}
	if n, err := strconv.Atoi(name); err == nil && 0 < n && n < len(ordinals) {
		return b.tagType(ordinals[n])
	}
	if elem, ok := strings.CutPrefix(name, "ArrayOf"); ok {
		if t := b.tagType(elem); t != nil {
			return &ir.List{Elem: t}
		}
	}
	if elem, ok := strings.CutPrefix(name, "MapOf"); ok {
		if t := b.tagType(elem); t != nil {
			return &ir.Map{Elem: t}
		}
	}
	return nil
}
