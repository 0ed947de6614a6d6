package consensus

import (
	"testing"

	"github.com/docgen-go/docgen/ir"
)

type told struct {
	by  string
	typ ir.Type
}

// TestFillTypes holds what becomes of a type when other pages of the API say
// more of it.
func TestFillTypes(t *testing.T) {
	day := &ir.Time{Format: ir.Date, Certain: true}
	perhaps := func() ir.Type { return &ir.Time{Format: ir.DateTime} }
	never := &ir.List{Elem: ir.String, Null: ir.NullNo}
	growing := &ir.Literal{Value: `"x"`, Open: true}
	for _, c := range []struct {
		name string
		main told
		also []told
		want string
	}{
		{"integer", told{tsPages, ir.Number}, []told{{pythonPages, ir.Int64}}, "int64"},
		{"fraction", told{tsPages, ir.Number}, []told{{pythonPages, ir.Float64}}, "float64"},
		{"width", told{tsPages, ir.Number}, []told{{pythonPages, ir.Int64}, {goPages, ir.Int32}}, "int32"},
		{"width of an integer", told{pythonPages, ir.Int64}, []told{{tsPages, ir.Number}, {javaPages, ir.Int32}}, "int32"},
		{"width stated", told{goPages, ir.Int64}, []told{{javaPages, ir.Int32}}, "int64"},
		{"two widths", told{pythonPages, ir.Int64}, []told{{goPages, ir.Int64}, {javaPages, ir.Int32}}, "int64"},
		{"two kinds", told{tsPages, ir.Number}, []told{{goPages, ir.Int64}, {javaPages, ir.Float64}}, "number"},
		{"both kinds", told{tsPages, ir.Number}, []told{{goPages, oneOf(ir.Int64, ir.Float64)}}, "number"},
		{"date", told{phpPages, perhaps()}, []told{{goPages, day}}, "date"},
		{"date that nobody is sure of", told{phpPages, perhaps()}, []told{{rubyPages, perhaps()}}, "date-time (uncertain)"},
		{"constant", told{goPages, ir.String}, []told{{tsPages, literal(`"x"`)}, {phpPages, ir.String}}, `"x"`},
		{"constant that may grow", told{goPages, ir.String}, []told{{pythonPages, growing}}, `open "x"`},
		{"constant from an enum", told{goPages, ir.String}, []told{{phpPages, ref("components/Only")}}, `"only"`},
		{"constant denied", told{goPages, ir.String}, []told{{tsPages, literal(`"x"`)}, {pythonPages, ir.String}}, "string"},
		{"two constants", told{goPages, ir.String}, []told{{tsPages, literal(`"x"`)}, {pythonPages, literal(`"y"`)}}, "string"},
		{"several constants", told{goPages, ir.String}, []told{{tsPages, ref("components/Color")}}, "string"},
		{"true", told{goPages, ir.Boolean}, []told{{tsPages, literal(`true`)}}, "true"},
		{"elements", told{tsPages, list(ir.String)}, []told{{goPages, never}}, "list<string>"},
		{"nested", told{tsPages, dict(list(ir.Number))}, []told{{goPages, dict(list(ir.Int32))}}, "map<list<int32?>?>"},
		{"through an alias", told{tsPages, list(ir.Number)}, []told{{goPages, list(ref("components/Count"))}}, "list<int64?>"},
		{"variants", told{tsPages, oneOf(ir.Number, list(ir.Number))}, []told{{goPages, oneOf(list(ir.Int32), ir.Float64)}}, "(float64 | list<int32?>)"},
		{"variant of two", told{tsPages, oneOf(ir.Number, ir.String)}, []told{{goPages, oneOf(ir.Int64, ir.Float64, ir.String)}}, "(number | string)"},
		{"contradiction", told{tsPages, ir.Number}, []told{{goPages, ir.String}}, "number"},
		{"contradiction outvoted", told{tsPages, ir.Number}, []told{{goPages, ir.String}, {pythonPages, ir.Int64}}, "int64"},
	} {
		t.Run(c.name, func(t *testing.T) {
			main := around(c.main.by, c.main.typ)
			var also []*ir.Schema
			for _, o := range c.also {
				s := around(o.by, o.typ)
				s.Models = append(s.Models, alias("components/Count", ir.Int64))
				also = append(also, schema(o.by, s.Models...))
			}
			Merge(main, also)
			if got := ir.TypeText(member(t, main)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if err := main.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestFillNull holds that null is filled where all who know agree.
func TestFillNull(t *testing.T) {
	const unknown, no, yes = ir.NullUnknown, ir.NullNo, ir.NullYes
	for _, c := range []struct {
		main ir.Null
		also []ir.Null
		want ir.Null
	}{
		{unknown, []ir.Null{yes}, yes},
		{unknown, []ir.Null{no, unknown}, no},
		{unknown, []ir.Null{unknown}, unknown},
		{unknown, []ir.Null{yes, no}, unknown},
		{no, []ir.Null{yes, yes}, no},
		{yes, nil, yes},
	} {
		card := func(n ir.Null) *ir.Schema {
			return schema(pythonPages, object("components/Card", required("id", ir.String, n)))
		}
		main := card(c.main)
		var also []*ir.Schema
		for _, n := range c.also {
			also = append(also, card(n))
		}
		Merge(main, also)
		if got := main.Models[0].(*ir.Object).Fields[0].Null; got != c.want {
			t.Errorf("%d beside %d: got %d, want %d", c.main, c.also, got, c.want)
		}
	}
}

// TestFillOpaque holds when a union that a language does not show is filled.
func TestFillOpaque(t *testing.T) {
	person, company := object("components/Person"), object("components/Company")
	pages := func(dialect string, owner ir.Model) *ir.Schema {
		return schema(dialect, object("components/Card", optional("owner", ref("components/Owner"))),
			object("components/Person", person.Fields...), object("components/Company", company.Fields...), owner)
	}
	of := func(types ...ir.Type) ir.Model { return union("components/Owner", types...) }
	both := func() ir.Model { return of(ref("components/Person"), ref("components/Company")) }
	elsewhere := schema(goPages, of(ref("components/Person"), ref("components/Robot")), object("components/Person"), object("components/Robot"))
	for name, c := range map[string]struct {
		also []*ir.Schema
		want string
	}{
		"one":          {[]*ir.Schema{pages(goPages, both())}, "&components/person | &components/company"},
		"silent":       {[]*ir.Schema{pages(rubyPages, opaque("components/Owner")), pages(goPages, both())}, "&components/person | &components/company"},
		"known better": {[]*ir.Schema{pages(tsPages, of(ir.Number, ir.String)), pages(goPages, of(ir.String, ir.Int32))}, "int32 | string"},
		"disagreement": {[]*ir.Schema{pages(tsPages, of(ir.Number, ir.String)), pages(goPages, both())}, ""},
		"missing":      {[]*ir.Schema{elsewhere}, ""},
		"alias":        {[]*ir.Schema{pages(goPages, alias("components/Owner", list(ir.String)))}, "list<string?>"},
		"no union":     {[]*ir.Schema{pages(goPages, enum("components/Owner", "x"))}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			main := pages(javaPages, opaque("components/Owner"))
			Merge(main, c.also)
			if err := main.Check(); err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, m := range main.Models {
				if m.Head().Title != "Owner" {
					continue
				}
				for typ := range ir.Types(m) {
					if got != "" {
						got += " | "
					}
					got += ir.TypeText(typ)
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestFillNotes holds that what one page lacks in words is taken from another.
func TestFillNotes(t *testing.T) {
	doc := ir.Doc{Blocks: []ir.Block{&ir.Paragraph{Text: []ir.Inline{ir.Plain("Told there.")}}}}
	main := schema(goPages, object("components/Card", optional("ID", ir.String)), enum("components/Color", "red"))
	other := schema(tsPages, object("components/Card", optional("id", ir.String)), enum("components/Color", "red"))
	card, color := other.Models[0].(*ir.Object), other.Models[1].(*ir.Enum)
	card.Doc, card.Fields[0].Doc, color.Values[0].Doc = doc, doc, doc
	card.Deprecated, card.Fields[0].Deprecated = &ir.Deprecation{Message: "old"}, &ir.Deprecation{}
	color.Open = true
	Merge(main, []*ir.Schema{other})
	mine, mineColor := main.Models[0].(*ir.Object), main.Models[1].(*ir.Enum)
	for i, d := range []ir.Doc{mine.Doc, mine.Fields[0].Doc, mineColor.Values[0].Doc} {
		if d.Text() != "Told there." {
			t.Errorf("doc %d is %q", i, d.Text())
		}
	}
	if mine.Deprecated == nil || mine.Deprecated.Message != "old" || mine.Fields[0].Deprecated == nil {
		t.Error("deprecation is not filled")
	}
	if !mineColor.Open {
		t.Error("that the enum may grow is not filled")
	}
}
