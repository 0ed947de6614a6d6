package consensus

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/ir"
)

// TestEnums holds that the values of enums of one name are compared.
func TestEnums(t *testing.T) {
	a := schema(goPages, enum("components/Color", "red", "blue", "gray"), enum("components/Size", "s", "m"))
	b := schema(tsPages, enum("components/Color", "blue", "red", "pink"), enum("components/Size", "m", "s"))
	want := []Difference{{Fact: EnumValues, Model: "Color", A: Side{Text: `"gray"`}, B: Side{Text: `"pink"`}}}
	if diff := cmp.Diff(want, Compare(a, b)); diff != "" {
		t.Errorf("want (-) and got (+):\n%s", diff)
	}
}

// TestTypes holds what is a difference between two languages, and what is
// not. Each case is tried in both directions.
func TestTypes(t *testing.T) {
	person, company := ref("components/Person"), ref("components/Company")
	day := &ir.Time{Format: ir.Date, Certain: true}
	second := &ir.Time{Format: ir.DateTime, Certain: true}
	perhaps := &ir.Time{Format: ir.DateTime}
	for _, c := range []struct {
		name string
		in   string
		a    ir.Type
		also string
		b    ir.Type
		want Fact // 0 where they agree
	}{
		{"equal", goPages, ir.String, phpPages, ir.String, 0},
		{"kinds", goPages, ir.String, phpPages, ir.Boolean, Types},
		{"kinds nested", goPages, list(dict(ir.String)), phpPages, list(dict(ir.Int64)), Types},
		{"list and map", goPages, list(ir.String), phpPages, dict(ir.String), Types},
		{"number and integer", tsPages, ir.Number, goPages, ir.Int32, 0},
		{"number and fraction", tsPages, ir.Number, goPages, ir.Float64, 0},
		{"integer and fraction", pythonPages, ir.Int64, goPages, ir.Float64, Types},
		{"widths", pythonPages, ir.Int64, goPages, ir.Int32, 0},
		{"number of any size", tsPages, ir.Number, goPages, ir.BigInt, Types},
		{"bytes and stream", pythonPages, ir.Bytes, goPages, ir.Stream, 0},
		{"stream and its kinds", goPages, ir.Stream, pythonPages, oneOf(ir.Bytes, ir.Stream), 0},
		{"date and date-time", goPages, day, tsPages, second, Types},
		{"label not certain", goPages, day, phpPages, perhaps, 0},
		{"constant and its kind, no constants", tsPages, literal(`"x"`), goPages, ir.String, 0},
		{"constant and its kind, constants", tsPages, literal(`"x"`), pythonPages, ir.String, Types},
		{"constant and another kind", tsPages, literal(`"x"`), goPages, ir.Boolean, Types},
		{"boolean constant", tsPages, literal(`true`), goPages, ir.Boolean, 0},
		{"constant and enum of it", tsPages, literal(`"only"`), goPages, ref("components/Only"), 0},
		{"constant and other enum", tsPages, literal(`"x"`), goPages, ref("components/Only"), EnumValues},
		{"constants and enum", tsPages, oneOf(literal(`"red"`), literal(`"blue"`)), goPages, ref("components/Color"), 0},
		{"constant as text or number", tsPages, literal(`"200"`), goPages, literal(`200`), 0},
		{"enum of several and text", tsPages, ref("components/Color"), goPages, ir.String, Types},
		{"enums of two names", tsPages, ref("components/Color"), goPages, ref("components/Colour"), 0},
		{"alias", tsPages, ref("components/Name"), goPages, ir.String, 0},
		{"opaque", javaPages, ref("components/Dark"), goPages, oneOf(ir.String, ir.Int64), 0},
		{"union in place and page", tsPages, oneOf(company, person), goPages, ref("components/Owner"), 0},
		{"union with less", tsPages, oneOf(company, person, ir.String), goPages, ref("components/Owner"), Variants},
		{"union and one of it", tsPages, person, goPages, ref("components/Owner"), Types},
		{"union of number kinds", tsPages, ir.Number, goPages, oneOf(ir.Int64, ir.Float64), 0},
		{"union within union", tsPages, oneOf(ir.String, oneOf(person, company)), goPages, oneOf(ref("components/Owner"), ir.String), 0},
		{"union of itself in place", tsPages, oneOf(person, list(ref("components/Nested"))), goPages, ref("components/Nested"), 0},
		{"objects of two names", tsPages, person, goPages, company, Types},
		{"platform's own", tsPages, list(&ir.External{Name: "Response"}), goPages, list(&ir.External{Name: "http.Response"}), 0},
		{"any is a statement", tsPages, ir.Any, goPages, ir.String, Types},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := around(c.in, c.a), around(c.also, c.b)
			for _, diffs := range [][]Difference{Compare(a, b), Compare(b, a)} {
				var got Fact
				for _, d := range diffs {
					got = d.Fact
				}
				if got != c.want || len(diffs) > 1 {
					t.Errorf("got %v, want %v", diffs, c.want)
				}
			}
		})
	}
}
