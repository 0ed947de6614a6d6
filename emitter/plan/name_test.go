package plan

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/ir"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func object(namespace, name, title string, fields ...ir.Field) *ir.Object {
	return &ir.Object{
		Header: ir.Header{ID: ir.ID{Namespace: namespace, Name: name}, Title: title},
		Fields: fields,
	}
}

func field(name string, t ir.Type) ir.Field {
	return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: t, Required: true, Null: ir.NullNo}
}

// typeNames plans the models and returns the Go names by ID.
func typeNames(t *testing.T, models ...ir.Model) map[string]string {
	t.Helper()
	b := newBuilder(Options{Package: "p"})
	b.nameModels(models)
	out := map[string]string{}
	for id, name := range b.names {
		out[id.String()] = name
	}
	for _, d := range b.diags {
		t.Logf("%s: %s", d.Code, d.Message)
		out["!"+string(d.Code)] = d.Message
	}
	return out
}

func TestModelNames(t *testing.T) {
	for _, c := range []struct {
		name   string
		models []ir.Model
		want   map[string]string
	}{
		{"bare", []ir.Model{object("components", "card", "Card"), object("operations", "get_url", "get_url")},
			map[string]string{"components/card": "Card", "operations/get_url": "GetURL"}},
		{"the reusable namespace keeps the name", []ir.Model{object("operations", "card", "Card"), object("components", "card", "Card")},
			map[string]string{"components/card": "Card", "operations/card": "OperationsCard"}},
		{"neither is reusable", []ir.Model{object("operations", "card", "Card"), object("errors", "card", "Card")},
			map[string]string{"errors/card": "ErrorsCard", "operations/card": "OperationsCard"}},
		{"one namespace falls back on the titles", []ir.Model{object("", "sso_url", "SsoUrl"), object("", "ssourl", "SsoURL")},
			map[string]string{"sso_url": "SsoUrl", "ssourl": "SsoURL"}},
		{"a name of the support code", []ir.Model{object("", "validationerror", "ValidationError")},
			map[string]string{"validationerror": "ValidationErrorModel"}},
		{"nothing parts them", []ir.Model{object("", "a", "Card"), object("", "b", "Card")},
			map[string]string{"a": "Card", "b": "Card", "!DG0501": "the models a and b want the same Go name Card"}},
		{"nothing to use", []ir.Model{object("", "a", "🙂")},
			map[string]string{"a": "", "!DG0506": `the model's title "🙂" has no letter or digit to make a Go name of`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, typeNames(t, c.models...)); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
		})
	}
}

// Names do not depend on the order in which models are read.
func TestModelNamesIgnoreOrder(t *testing.T) {
	titles := []string{"Card", "card", "CARD", "Url", "URL", "ValidationError"}
	rapid.Check(t, func(rt *rapid.T) {
		var models []ir.Model
		for i, n := 0, rapid.IntRange(1, 8).Draw(rt, "n"); i < n; i++ {
			namespace := rapid.SampledFrom([]string{"", "components", "operations"}).Draw(rt, "namespace")
			models = append(models, object(namespace, string(rune('a'+i)), rapid.SampledFrom(titles).Draw(rt, "title")))
		}
		want := typeNames(t, models...)
		slices.Reverse(models)
		got := typeNames(t, models...)
		for _, names := range []map[string]string{want, got} {
			delete(names, "!DG0501")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			rt.Fatalf("names in reverse order:\n%s", diff)
		}
	})
}

func TestFieldNames(t *testing.T) {
	b := newBuilder(Options{Package: "p"})
	o := object("", "card", "Card", field("id", ir.String), field("user_id", ir.String), field("userId", ir.String), field("validate", ir.String))
	want := []string{"ID", "User_id", "UserId", "ValidateValue"}
	if diff := cmp.Diff(want, b.fieldNames(o, false)); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	b.fieldNames(object("", "card", "Card", field("id", ir.String), field("ID", ir.String), field("Id", ir.String)), false)
	if !b.diags.HasErrors() {
		t.Error("two members that nothing parts are no error")
	}
}

func TestConstSuffixes(t *testing.T) {
	e := &ir.Enum{Of: ir.String}
	want := map[string]string{
		"APPROVED": "Approved", "cash isa": "CashIsa", "529": "529", "-1": "Minus1", "": "Empty",
		"createdAt": "_createdAt", "created_at": "_created_at", "+": "Plus", "*": "__2A_",
	}
	for value := range want {
		v := ir.EnumValue{Value: ir.StringValue(value)}
		if value == "+" {
			v.Name = "PLUS"
		}
		e.Values = append(e.Values, v)
	}
	for i, suffix := range newBuilder(Options{}).constSuffixes(e) {
		if value := e.Values[i].Value.Text(); want[value] != suffix {
			t.Errorf("the constant for %q ends in %q, want %q", value, suffix, want[value])
		}
	}
}

// supportNames lists exactly what the support code exports.
func TestSupportNames(t *testing.T) {
	pkgs, err := parser.ParseDir(token.NewFileSet(), "../../templates/support", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for name, file := range pkgs["support"].Files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, d := range file.Decls {
			got = append(got, exportedNames(d)...)
		}
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(supportNames))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("exported by templates/support (-listed +found):\n%s", diff)
	}
}

func exportedNames(d ast.Decl) []string {
	var names []*ast.Ident
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names = append(names, d.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, spec.Name)
			case *ast.ValueSpec:
				names = append(names, spec.Names...)
			}
		}
	}
	var out []string
	for _, n := range names {
		if n.IsExported() {
			out = append(out, n.Name)
		}
	}
	return out
}
