package sample_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
	"github.com/docgen-go/docgen/internal/sample"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// shop is a schema with all kinds of type in it.
func shop() *ir.Object {
	size := &ir.Enum{Header: ir.Header{Title: "Size"}, Of: ir.Int64, Values: []ir.EnumValue{{Value: "1"}, {Value: "2"}}}
	item := &ir.Object{Header: ir.Header{Title: "Item"}}
	field := func(name string, t ir.Type, required bool, null ir.Null) ir.Field {
		return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: t, Required: required, Null: null}
	}
	item.Fields = []ir.Field{
		field("text", ir.String, false, ir.NullUnknown),
		field("count", ir.Int64, false, ir.NullNo),
		field("big", ir.BigInt, false, ir.NullUnknown),
		field("rate", ir.Decimal, false, ir.NullUnknown),
		field("price", ir.Float64, false, ir.NullYes),
		field("on", ir.Boolean, false, ir.NullNo),
		field("raw", ir.Bytes, false, ir.NullNo),
		field("any", ir.Any, true, ir.NullUnknown),
		field("day", &ir.Time{Format: ir.Date, Certain: true}, false, ir.NullNo),
		field("moment", &ir.Time{Format: ir.DateTime}, false, ir.NullNo),
		field("kind", &ir.Literal{Value: `"item"`}, false, ir.NullNo),
		field("size", &ir.Ref{Model: size}, false, ir.NullNo),
		field("parts", &ir.List{Elem: &ir.Ref{Model: item}, Null: ir.NullNo}, false, ir.NullUnknown),
		field("more", &ir.Map{Elem: ir.Int64, Null: ir.NullYes}, false, ir.NullUnknown),
		field("either", &ir.OneOf{Variants: []ir.Variant{{Type: ir.String}, {Type: &ir.List{Elem: ir.String}}}}, false, ir.NullNo),
		field("response", &ir.External{Name: "Response"}, true, ir.NullNo),
	}
	return item
}

func TestCheck(t *testing.T) {
	for payload, want := range map[string]string{
		`{"any": null}`:                                    "",
		`[1]`:                                              "DG0803 the payload: a list, where the page says an object",
		`{}`:                                               "DG0804 /any: the required member is missing",
		`{"any":1,"text":null,"price":null}`:               "",
		`{"any":1,"count":null}`:                           "DG0807 /count: null, where the page allows none",
		`{"any":1,"count":1.0}`:                            "",
		`{"any":1,"count":1e3}`:                            "",
		`{"any":1,"count":1.5}`:                            "DG0803 /count: 1.5, where the page says an integer",
		`{"any":1,"count":9223372036854775808}`:            "DG0803 /count: 9223372036854775808 is out of range for 64 bits",
		`{"any":1,"big":9223372036854775808}`:              "",
		`{"any":1,"big":1e999999999}`:                      "DG0803 /big: 1e999999999 is out of range for an integer",
		`{"any":1,"big":"9223372036854775808"}`:            "",
		`{"any":1,"big":` + strings.Repeat("9", 500) + `}`: "",
		`{"any":1,"big":"1.5"}`:                            "DG0803 /big: the text is no bigint",
		`{"any":1,"big":1.5}`:                              "DG0803 /big: 1.5, where the page says an integer",
		`{"any":1,"rate":3.1400}`:                          "",
		`{"any":1,"rate":"3.1400"}`:                        "",
		`{"any":1,"rate":"1e400"}`:                         "",
		`{"any":1,"rate":"n/a"}`:                           "DG0803 /rate: the text is no decimal",
		`{"any":1,"rate":true}`:                            "DG0803 /rate: a boolean, where the page says a number",
		`{"any":1,"price":"2"}`:                            "DG0803 /price: a string, where the page says a number",
		`{"any":1,"on":0}`:                                 "DG0803 /on: a number, where the page says a boolean",
		`{"any":1,"raw":"aGk="}`:                           "",
		`{"any":1,"raw":"a"}`:                              "DG0803 /raw: the text is not base64",
		`{"any":1,"day":"2026-02-29"}`:                     "DG0803 /day: the text is no date as RFC 3339 writes it",
		`{"any":1,"moment":"2026-02-28"}`:                  "", // the label is not certain
		`{"any":1,"kind":"thing"}`:                         `DG0802 /kind: "thing", where the page says "item"`,
		`{"any":1,"size":3}`:                               "DG0802 /size: 3 is no value of Size",
		`{"any":1,"size":"1"}`:                             "DG0803 /size: a string, where the page says a number",
		`{"any":1,"parts":[{"any":1},null]}`:               "DG0807 /parts/*: null, where the page allows none",
		`{"any":1,"parts":[{},{},{"any":2}]}`:              "DG0804 /parts/*/any: the required member is missing (2 times)",
		`{"any":1,"more":{"a/b":null,"~":"x"}}`:            "DG0803 /more/*: a string, where the page says a number",
		`{"any":1,"either":["a"]}`:                         "",
		`{"any":1,"either":[1]}`:                           "DG0803 /either/*: a number, where the page says a string",
		`{"any":1,"either":1}`:                             "DG0806 /either: no variant is a number like this",
		`{"any":1,"a/b~":1}`:                               "DG0801 /a~1b~0: Item has no such member",
		`{"any":1,"Text":1}`:                               `DG0805 /Text: this is what the field "text" is called in JSON, not "text"|DG0803 /Text: a number, where the page says a string`,
		`{"any":1,"any":2}`:                                "DG0809 /any: the member stands here twice",
		`{"any":1`:                                         "DG0808 the payload is not JSON: the text ends too early",
		`{"any":1} 2`:                                      "DG0808 the payload is not JSON: something stands behind the value",
		``:                                                 "DG0808 the payload is not JSON: the text ends too early",
		strings.Repeat("[", 20000):                         "DG0808 the payload is not JSON: it nests more than 10000 deep",
		`{"any":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + `}`: "",
	} {
		var got []string
		for _, d := range sample.Check(shop(), source.NewFile("p.json", []byte(payload))) {
			got = append(got, string(d.Code)+" "+d.Message)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%.60s\n got %q\nwant %q", payload, got, want)
		}
	}
}

// TestPayloads holds real payloads against the pages of their API: there is
// nothing to say of them but what was put in.
func TestPayloads(t *testing.T) {
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	if _, err := os.Stat(root); err != nil {
		t.Skipf("no corpus: %v (DOCGEN_CORPUS says where it is)", err)
	}
	result, err := docgen.Read(context.Background(), docgen.Config{Docs: filepath.Join(root, "plaid")})
	if err != nil {
		t.Fatal(err)
	}
	for file, model := range map[string]string{
		"credit_sessions.json": "CreditSessionsGetResponse", "payroll_income.json": "CreditPayrollIncomeGetResponse",
		"asset_report.json": "AssetReportGetResponse", "transactions_sync.json": "TransactionsSyncResponse",
	} {
		m, err := sample.Find(result.Schema, model)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(root, "..", "payloads", file))
		if err != nil {
			t.Skipf("no payloads: %v", err)
		}
		for _, d := range sample.Check(m, source.NewFile(file, text)) {
			t.Errorf("%s: %s: %s", file, d.Code, d.Message)
		}
	}
}

func FuzzCheck(f *testing.F) {
	f.Add(`{"any":[{"a":1e5,"text":"\ud800"}],"parts":[{"size":1}],"either":"x"}`)
	f.Add(`{"any":1,"more":{"a":1},"day":"2026-01-01","moment":"x"}`)
	f.Fuzz(func(t *testing.T, payload string) {
		file := source.NewFile("p.json", []byte(payload))
		findings := sample.Check(shop(), file)
		notJSON := len(findings) == 1 && findings[0].Code == "DG0808"
		if notJSON == json.Valid([]byte(payload)) {
			t.Errorf("valid is %t, findings are %v", !notJSON, findings)
		}
		for _, d := range findings {
			if d.Span.Start < 0 || d.Span.End > len(payload) || d.Span.Start > d.Span.End {
				t.Errorf("%s at [%d, %d)", d.Code, d.Span.Start, d.Span.End)
			}
		}
	})
}
