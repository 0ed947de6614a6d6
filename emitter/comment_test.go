package emitter

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/dave/jennifer/jen"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/ir"
	"github.com/google/go-cmp/cmp"
)

var (
	text    = &plan.Scalar{Name: "string", Codec: "Text"}
	rawJSON = &plan.Scalar{Path: "encoding/json", Name: "RawMessage", Codec: "Raw"}
)

// sampleCard is the struct that the doc comments of this package show.
func sampleCard() *plan.Struct {
	return &plan.Struct{
		Name: "Card",
		Doc:  plan.Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("Card is a payment card.")}}},
		Fields: []plan.Field{{
			Name: "Number", Type: text, Tag: "number", Wire: "number",
			Doc:    plan.Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("Number is the number on the card.")}}},
			Decode: plan.Step{Elem: text}, Encode: plan.Step{Elem: text},
		}},
		Members: []int{0},
		Hidden:  []plan.Tag{{Key: "json", Value: "-"}},
		Additional: &plan.Additional{Elem: rawJSON, Doc: plan.Doc{&ir.Paragraph{Text: []ir.Inline{
			ir.Plain("AdditionalProperties holds the members that the reference does not name.")}}}},
		Table: plan.Table{Keys: []string{`,"number":`}, Required: []uint64{1}, Nulls: "-"},
	}
}

func sampleEnum() *plan.Enum {
	return &plan.Enum{
		Name:   "CardType",
		Doc:    plan.Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("CardType is the type of a card.")}}},
		Of:     text,
		Values: "CardTypeValues",
		Consts: []plan.Const{{Name: "CardTypeDebit", Value: `"debit"`}, {Name: "CardTypeCredit", Value: `"credit"`}},
	}
}

func sampleUnion() *plan.Union {
	return &plan.Union{
		Name:      "Method",
		Doc:       plan.Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("Method is a way to pay.")}}},
		Interface: "MethodVariant", Marker: "isMethod", Unknown: "MethodUnknown",
		Variants: []plan.Variant{
			{Type: &plan.Named{Name: "Card", Check: plan.CheckMethod}, Pointer: true},
			{Type: &plan.Named{Name: "MethodString", Codec: "Text"}, Wraps: text},
		},
		Shape: plan.UnionShape{
			Discriminator: "type",
			Variants: []*plan.Shape{
				{Kinds: "kindObject", Table: "Card", Values: []ir.Value{`"card"`}},
				{Kinds: "kindString"},
			},
		},
	}
}

// The Go in the doc comment of an emit function is the Go that it emits.
func TestDocCommentsShowTheOutput(t *testing.T) {
	shown := shownCode(t)
	card, union, enum := sampleCard(), sampleUnion(), sampleEnum()
	for name, code := range map[string]*jen.Statement{
		"structDecl":       structDecl(card),
		"tableDecl":        tableDecl(card),
		"decodeFunc":       decodeFunc(card),
		"encodeFunc":       encodeFunc(card),
		"unionDecl":        unionDecl(union),
		"interfaceDecl":    interfaceDecl(union),
		"unknownDecl":      unknownDecl(union),
		"unionDecode":      unionDecode(union),
		"unionEncode":      unionEncode(union),
		"unionValidate":    unionValidate(union),
		"markers":          markers(union),
		"unmarshalMethod":  unmarshalMethod("Card", false),
		"marshalMethod":    marshalMethod("Card"),
		"appendMethod":     appendMethod("Card"),
		"validateMethod":   validateMethod("Card", false),
		"cloneMethod":      cloneMethod("Card"),
		"shapeDecl":        shapeDecl(union),
		"enumDecl":         enumDecl(enum),
		"constDecl":        constDecl(enum),
		"valuesFunc":       valuesFunc(enum),
		"isKnownFunc":      isKnownFunc(enum),
		"enumValidateFunc": enumValidateFunc(enum),
		"exampleConst":     exampleConst(plan.Test{Type: "Card", Example: `{"number":"4111"}`}),
		"exampleTest":      exampleTest(plan.Test{Type: "Card", Example: `{"number":"4111"}`}, false),
		"fuzzTarget":       fuzzTarget(plan.Test{Type: "Card", Example: `{"number":"4111"}`}, false),
		"getterMethod": getterMethod(card, plan.Getter{
			Name: "GetNumber", Field: "Number", Result: text, Form: plan.GetElem}),
		"marshalToMethod":     marshalToMethod("Card"),
		"unmarshalFromMethod": unmarshalFromMethod("Card"),
		"aliasDecl": aliasDecl(&plan.Alias{Name: "PaymentCard", Of: &plan.Named{Name: "Card"},
			Doc: plan.Doc{&ir.Paragraph{Text: []ir.Inline{ir.Plain("PaymentCard is another name for a card.")}}}}),
	} {
		want, ok := shown[name]
		if !ok {
			t.Errorf("the doc comment of %s shows no code", name)
			continue
		}
		if diff := cmp.Diff(formatted(t, want), formatted(t, fmt.Sprintf("%#v", code))); diff != "" {
			t.Errorf("%s (-doc comment +emitted):\n%s", name, diff)
		}
	}
}

// shownCode returns the indented code of every function's doc comment.
func shownCode(t *testing.T) map[string]string {
	t.Helper()
	pkgs, err := parser.ParseDir(token.NewFileSet(), ".", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]string{}
	for _, file := range pkgs["emitter"].Files {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Doc == nil {
				continue
			}
			var code []string
			for _, line := range strings.Split(f.Doc.Text(), "\n") {
				if strings.HasPrefix(line, "\t") || line == "" && len(code) > 0 {
					code = append(code, line)
				}
			}
			if len(code) > 0 {
				shown[f.Name.Name] = strings.Join(code, "\n")
			}
		}
	}
	return shown
}

// formatted returns declarations as gofmt writes them.
func formatted(t *testing.T, code string) string {
	t.Helper()
	const clause = "package p\n\n"
	lines := strings.Split(strings.Trim(code, "\n"), "\n")
	indent := len(lines[0]) - len(strings.TrimLeft(lines[0], "\t"))
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, strings.Repeat("\t", indent))
	}
	out, err := format.Source([]byte(clause + strings.Join(lines, "\n")))
	if err != nil {
		t.Fatalf("%v\n%s", err, code)
	}
	return strings.TrimSpace(strings.TrimPrefix(string(out), clause))
}
