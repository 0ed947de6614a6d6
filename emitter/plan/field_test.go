package plan

import (
	"testing"

	"github.com/docgen-go/docgen/ir"
	"github.com/google/go-cmp/cmp"
)

// A choice is what the plan made of a member.
type choice struct {
	Type   string // the label of the field's type
	Null   string // what null does
	Decode string
	Encode string
}

func TestPresence(t *testing.T) {
	list := &ir.List{Elem: ir.String, Null: ir.NullNo}
	opaque := &ir.Opaque{Header: ir.Header{ID: ir.ID{Name: "thing"}, Title: "Thing"}}
	for _, c := range []struct {
		name     string
		typ      ir.Type
		required bool
		null     ir.Null
		want     choice
	}{
		{"required", ir.String, true, ir.NullNo, choice{"String", "-", "", ""}},
		{"required or null", ir.String, true, ir.NullYes, choice{"StringPointer", "n", "decodeOptionalString", "writeStringOrNull"}},
		{"required, null unknown", ir.Int64, true, ir.NullUnknown, choice{"Integer", "r", "", "writeRemembered"}},
		{"optional", ir.Boolean, false, ir.NullNo, choice{"BoolPointer", "-", "decodeOptionalBool", "writeOptionalBool"}},
		{"optional, null unknown", ir.Float64, false, ir.NullUnknown, choice{"NumberPointer", "r", "decodeOptionalFloat", "writeOptionalFloat"}},
		{"optional or null", ir.String, false, ir.NullYes, choice{"StringNullable", "v", "", "writeNullable"}},
		{"required list", list, true, ir.NullNo, choice{"StringList", "-", "", "writeRequiredList"}},
		{"required list, null unknown", list, true, ir.NullUnknown, choice{"StringList", "r", "", "writeRequiredList"}},
		{"optional list", list, false, ir.NullNo, choice{"StringList", "-", "", "writeList"}},
		{"optional list or null", list, false, ir.NullYes, choice{"StringList", "r", "", "writeList"}},
		{"optional map, null unknown", &ir.Map{Elem: ir.Any}, false, ir.NullUnknown, choice{"AnyMap", "r", "", "writeMap"}},
		{"required anything", ir.Any, true, ir.NullUnknown, choice{"Any", "v", "", ""}},
		{"optional anything", ir.Any, false, ir.NullUnknown, choice{"Any", "v", "", "writeRaw"}},
		{"optional opaque", &ir.Ref{Model: opaque}, false, ir.NullNo, choice{"Thing", "v", "", "writeOpaque"}},
		{"required constant", &ir.Literal{Value: `"card"`}, true, ir.NullNo, choice{"String", "-", "decodeConstant", "writeConstant"}},
		{"required constant, null unknown", &ir.Literal{Value: `"card"`}, true, ir.NullUnknown, choice{"String", "r", "decodeConstant", "writeConstant"}},
		{"optional constant", &ir.Literal{Value: "true"}, false, ir.NullNo, choice{"BoolPointer", "-", "decodeOptionalBool", "writeOptionalBool"}},
		{"optional bytes", ir.Bytes, false, ir.NullUnknown, choice{"Bytes", "r", "", "writeBytes"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := ir.Field{Name: "x", Wire: ir.Wire{Name: "x"}, Type: c.typ, Required: c.required, Null: c.null}
			s := structNamed(t, "Card", object("", "card", "Card", f), opaque)
			got := choice{typeLabel(s.Fields[0].Type), s.Table.Nulls, s.Fields[0].Decode.Func, s.Fields[0].Encode.Func}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// structNamed plans the models and returns the struct of the name.
func structNamed(t *testing.T, name string, models ...ir.Model) *Struct {
	t.Helper()
	pkg, diags := Build(&ir.Schema{Models: models}, Options{Package: "p"})
	if diags.HasErrors() {
		t.Fatalf("diagnostics: %v", diags)
	}
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			if s, ok := d.(*Struct); ok && s.Name == name {
				return s
			}
		}
	}
	t.Fatalf("no struct %s", name)
	return nil
}

// A type that holds itself does so through a pointer, and only there.
func TestCyclesBecomePointers(t *testing.T) {
	node := object("", "node", "Node")
	leaf := object("", "leaf", "Leaf")
	ref := func(m ir.Model) *ir.Ref { return &ir.Ref{ID: m.Head().ID, Model: m} }
	wrapper := object("", "wrapper", "Wrapper", field("node", ref(node)))
	node.Fields = []ir.Field{field("wrapper", ref(wrapper)), field("leaf", ref(leaf)), field("nodes", &ir.List{Elem: ref(node)})}
	s := structNamed(t, "Node", node, wrapper, leaf)
	got := map[string]string{}
	for _, f := range s.Fields {
		got[f.Name] = typeLabel(f.Type)
	}
	want := map[string]string{"Wrapper": "WrapperPointer", "Leaf": "Leaf", "Nodes": "NodeList"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

func TestWideStruct(t *testing.T) {
	var fields []ir.Field
	for i := range 70 {
		fields = append(fields, ir.Field{
			Name: "f" + string(rune('a'+i/26)) + string(rune('a'+i%26)), Type: ir.String, Required: true,
			Wire: ir.Wire{Name: "f" + string(rune('a'+i/26)) + string(rune('a'+i%26))},
		})
	}
	s := structNamed(t, "Wide", object("", "wide", "Wide", fields...))
	if s.NullWords != 2 || len(s.Table.Required) != 2 || s.Table.Required[1] != 0x3f {
		t.Errorf("null words %d, required %x", s.NullWords, s.Table.Required)
	}
}

func TestMisfit(t *testing.T) {
	card := object("", "card", "Card", field("number", ir.String))
	for _, c := range []struct {
		typ  ir.Type
		text string
		want string
	}{
		{ir.Int64, "1e3", ""},
		{ir.Int64, "1.5", "it is not an integer of 64 bits"},
		{ir.Int64, "99999999999999999999", "it is not an integer of 64 bits"},
		{ir.Float64, "1e999", "it is not a number of double precision"},
		{ir.Boolean, "True", "it is not JSON"},
		{ir.Bytes, `"%"`, "it is not base64"},
		{&ir.List{Elem: ir.String, Null: ir.NullNo}, `["a",null]`, "/1 is null"},
		{&ir.Map{Elem: &ir.Ref{Model: card}}, `{"x":{}}`, "/x/number is missing, though required"},
		{&ir.Ref{Model: card}, `{"number":"1","more":2}`, ""},
		{ir.Any, "null", ""},
	} {
		if got := misfit(c.typ, false, c.text); got != c.want {
			t.Errorf("misfit(%v, %s) = %q, want %q", c.typ, c.text, got, c.want)
		}
	}
}
