package export

import (
	"encoding/json"

	"github.com/docgen-go/docgen/ir"
)

type object struct {
	head
	Fields     []field `json:"fields"`
	Additional string  `json:"additional,omitempty"`
}

type field struct {
	Name       string       `json:"name"`
	Wire       string       `json:"wire"`
	Evidence   string       `json:"evidence"`
	Type       string       `json:"type"`
	Required   bool         `json:"required"`
	Nullable   string       `json:"nullable"`
	Line       int          `json:"line,omitempty"`
	Doc        string       `json:"doc,omitempty"`
	Deprecated *deprecation `json:"deprecated,omitempty"`
	Examples   []string     `json:"examples,omitempty"`
}

type enum struct {
	head
	Of     string      `json:"of"`
	Open   bool        `json:"open"`
	Values []enumValue `json:"values"`
}

type enumValue struct {
	Name  string          `json:"name,omitempty"`
	Value json.RawMessage `json:"value"`
	Line  int             `json:"line,omitempty"`
	Doc   string          `json:"doc,omitempty"`
}

type union struct {
	head
	Variants      []variant      `json:"variants"`
	Discriminator *discriminator `json:"discriminator,omitempty"`
}

type variant struct {
	Name string `json:"name"`
	Type string `json:"type"`
	Line int    `json:"line,omitempty"`
}

type discriminator struct {
	Member  string             `json:"member"`
	Because string             `json:"because"`
	Stated  string             `json:"stated,omitempty"`
	Line    int                `json:"line,omitempty"`
	Values  []discriminatorKey `json:"values"`
}

type discriminatorKey struct {
	Value   json.RawMessage `json:"value"`
	Variant int             `json:"variant"`
}

type alias struct {
	head
	Of string `json:"of"`
}

type opaque struct {
	head
	Reason string `json:"reason"`
}

var (
	nullables = map[ir.Null]string{ir.NullUnknown: "unknown", ir.NullNo: "no", ir.NullYes: "yes"}
	evidences = map[ir.Evidence]string{ir.Inferred: "inferred", ir.Confirmed: "confirmed", ir.Guessed: "guessed"}
)

func objectOf(m *ir.Object) object {
	out := object{head: headOf("object", m.Head()), Fields: make([]field, len(m.Fields))}
	for i, f := range m.Fields {
		out.Fields[i] = fieldOf(f)
	}
	if m.Additional != nil {
		out.Additional = ir.TypeText(m.Additional)
	}
	return out
}

func fieldOf(f ir.Field) field {
	out := field{
		Name:       f.Name,
		Wire:       f.Wire.Name,
		Evidence:   evidences[f.Wire.Evidence],
		Type:       ir.TypeText(f.Type),
		Required:   f.Required,
		Nullable:   nullables[f.Null],
		Line:       lineOf(f.Span),
		Doc:        f.Doc.Text(),
		Deprecated: deprecationOf(f.Deprecated),
	}
	for _, e := range f.Examples {
		out.Examples = append(out.Examples, e.Text)
	}
	return out
}

func enumOf(m *ir.Enum) enum {
	out := enum{head: headOf("enum", m.Head()), Of: ir.TypeText(m.Of), Open: m.Open, Values: make([]enumValue, len(m.Values))}
	for i, v := range m.Values {
		out.Values[i] = enumValue{v.Name, json.RawMessage(v.Value), lineOf(v.Span), v.Doc.Text()}
	}
	return out
}

func unionOf(m *ir.Union) union {
	out := union{head: headOf("union", m.Head()), Variants: make([]variant, len(m.Variants))}
	for i, v := range m.Variants {
		out.Variants[i] = variant{v.Name, ir.TypeText(v.Type), lineOf(v.Span)}
	}
	if m.Discriminator != nil {
		out.Discriminator = discriminatorOf(m.Discriminator)
	}
	return out
}

func discriminatorOf(d *ir.Discriminator) *discriminator {
	out := &discriminator{Member: d.Member, Because: d.Evidence, Values: make([]discriminatorKey, len(d.Values))}
	for i, k := range d.Values {
		out.Values[i] = discriminatorKey{json.RawMessage(k.Value), k.Variant}
	}
	if d.Stated != nil {
		out.Stated, out.Line = d.Stated.Name, lineOf(d.Stated.Span)
	}
	return out
}
