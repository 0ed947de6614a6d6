package explain

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/wire"
	"github.com/docgen-go/docgen/ir"
)

func (p Package) isField(o *ir.Object, f *ir.Field, name string) bool {
	planned := p.field(o, f)
	return planned != nil && planned.Name == name || f.Wire.Name == name || f.Name == name
}

// field returns the Go field of a member, or nil for one that is left out.
func (p Package) field(o *ir.Object, f *ir.Field) *plan.Field {
	d, _ := p.decl(o)
	if s, ok := d.(*plan.Struct); ok {
		for i := range s.Fields {
			if s.Fields[i].Wire == f.Wire.Name {
				return &s.Fields[i]
			}
		}
	}
	return nil
}

func (p Package) fieldNames(o *ir.Object) []string {
	var names []string
	for i := range o.Fields {
		if f := p.field(o, &o.Fields[i]); f != nil {
			names = append(names, f.Name)
		}
		names = append(names, o.Fields[i].Wire.Name)
	}
	return names
}

func (p Package) explainField(o *ir.Object, f *ir.Field) *Explanation {
	owner, selector := p.Names[o.ID], wire.Selector(o.ID, f.Name)
	e := &Explanation{Name: owner + "." + f.Name, Place: f.Span}
	e.add("JSON name", f.Wire.Name, nameReason(f), keyLine("names", selector, "NAME"))
	planned := p.field(o, f)
	if planned == nil {
		e.add("Go", "none", "it is part of the transport, and never travels as JSON", "")
		return e
	}
	e.Name = owner + "." + planned.Name
	e.add("Go name", planned.Name, fmt.Sprintf("from %q on the page", f.Name), keyLine("rename", selector, "Name"))
	e.add("Go type", plan.GoText(planned.Type, nil), "the page says "+ir.TypeText(f.Type), keyLine("types", selector, "TYPE"))
	if f.Required {
		e.add("presence", "required", "the page says so: decoding reports it where it is missing", "presence: lenient")
	} else {
		e.add("presence", "optional", "the page says so, or does not say that it is required", "optional: zero")
	}
	e.null(f)
	tags := []string{fmt.Sprintf("json:%q", planned.Tag)}
	for _, t := range planned.Tags {
		tags = append(tags, fmt.Sprintf("%s:%q", t.Key, t.Value))
	}
	if planned.Tag != "" || len(planned.Tags) > 0 {
		e.add("tags", strings.Join(tags, " "), "the JSON name, and whether nothing is written for the zero value", `tags: {yaml: "{{.Wire}}"}`)
	}
	e.deprecated(f.Deprecated)
	return e
}

// nameReason says what a JSON name rests on.
func nameReason(f *ir.Field) string {
	reason := map[ir.Evidence]string{
		ir.Inferred:  "made of the page's name by the style of the pages",
		ir.Confirmed: "the pages show it",
		ir.Guessed:   "a guess",
	}[f.Wire.Evidence]
	if f.Wire.Why != "" {
		reason += ": " + f.Wire.Why
	}
	return reason
}

func (e *Explanation) null(f *ir.Field) {
	switch f.Null {
	case ir.NullYes:
		key := ""
		if !f.Required {
			key = "nulls: pointer"
		}
		e.add("null", "allowed", "the page says so", key)
	case ir.NullNo:
		e.add("null", "not allowed", "the page says so, or its language could have said otherwise", "")
	default:
		e.add("null", "accepted", "pages in this language cannot show it; it is noted in Nulls, and written again", "")
	}
}

func (e *Explanation) add(what, is, why, key string) {
	e.Decisions = append(e.Decisions, Decision{what, is, why, key})
}

func (e *Explanation) deprecated(d *ir.Deprecation) {
	if d != nil {
		e.add("deprecated", "yes", strings.TrimSpace("the page says so "+d.Message), "")
	}
}

// keyLine returns a line of docgen.yaml about what a selector names.
func keyLine(key, selector, value string) string {
	if strings.IndexFunc(selector, func(r rune) bool {
		return !strings.ContainsRune("_-./", r) && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) >= 0 {
		selector = fmt.Sprintf("%q", selector)
	}
	return fmt.Sprintf("%s: {%s: %s}", key, selector, value)
}
