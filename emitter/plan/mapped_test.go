package plan

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/gotype"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

func rule(t *testing.T, name, typ string) TypeRule {
	t.Helper()
	parsed, err := gotype.Parse(typ)
	if err != nil {
		t.Fatal(err)
	}
	return TypeRule{For: name, Type: parsed}
}

// TestMappedLabels holds that types of one label are told apart, and that each
// has the same label wherever it is named.
func TestMappedLabels(t *testing.T) {
	mapped := mappedTypes([]TypeRule{
		rule(t, "string", "a.org/x.T"), rule(t, "bytes", "b.org/x.T"), rule(t, "a.b", "a.org/x.T"), rule(t, "date", "time.Time"),
		rule(t, "any", "a.org/y.U"), rule(t, "a.c", "a.org/y.UList"),
	})
	if got := mapped["date"].label; got != "timeTime" {
		t.Errorf("time.Time has the label %s", got)
	}
	if a, b := mapped["string"].label, mapped["bytes"].label; a == b || a != mapped["a.b"].label {
		t.Errorf("the labels are %s and %s", a, b)
	}
	if list := typeLabel(&Slice{Elem: mapped["any"]}); list == mapped["a.c"].label {
		t.Errorf("a list of U has the label of UList: %s", list)
	}
}

// TestOrScalar holds that docgen's own codec is used where it reads the JSON,
// and only there.
func TestOrScalar(t *testing.T) {
	for _, tt := range []struct {
		from ir.Type
		to   string
		want *Scalar
	}{
		{ir.String, "string", stringType},
		{ir.Bytes, "string", nil},
		{ir.Bytes, "[]byte", bytesType},
		{ir.Int32, "int64", intType},
		{ir.Int64, "string", nil},
		{ir.Number, "encoding/json.Number", numberType},
		{ir.Decimal, "float64", floatType},
		{ir.Any, "encoding/json.RawMessage", rawType},
		{&ir.Time{Format: ir.Date}, "string", stringType},
		{&ir.Time{Format: ir.Date}, "int64", nil},
		{&ir.List{Elem: ir.String}, "string", nil},
		{ir.Int64, "int", nil},
	} {
		m := mappedTypes([]TypeRule{rule(t, "x", tt.to)})["x"]
		got := orScalar(m, tt.from)
		if want := Type(m); tt.want != nil && got != Type(tt.want) || tt.want == nil && got != want {
			t.Errorf("%s as %s is %T", ir.TypeText(tt.from), tt.to, got)
		}
	}
}

// TestCheckRules holds that a rule for nothing is an error with its place.
func TestCheckRules(t *testing.T) {
	object := &ir.Object{Header: ir.Header{ID: ir.ID{Namespace: "components", Name: "card"}}, Fields: []ir.Field{{Name: "Number", Type: ir.String}}}
	schema := &ir.Schema{Models: []ir.Model{object}}
	file := source.NewFile("docgen.yaml", []byte("types: x"))
	for name, want := range map[string]string{
		"string": "", "date-time": "", "components/card.Number": "",
		"components/card.number": "is it components/card.Number?",
		"components/card.Owner":  "no field is called components/card.Owner; docgen names --all",
		"uuid":                   "docgen.yaml:1:8: no documented type is called uuid; they are string, boolean,",
	} {
		r := rule(t, name, "a.org/x.T")
		r.Span = file.Span(7, 8)
		err := Options{Types: []TypeRule{r}}.Check(schema)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
