package docgen_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/emitter"
	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/ir"
)

// TestRandomSchemas makes packages of schemas in which anything holds anything,
// and has them built, vetted and tested: each construct is met in each other one,
// which no golden file could show.
func TestRandomSchemas(t *testing.T) {
	const schemas = 16
	options := []plan.Options{
		{}, {Getters: true, NullPointers: true, ExactNumbers: true},
		parseOptions(t, optionsTogether["zero"]), parseOptions(t, optionsTogether["wrapped"]),
	}
	module := writeModule(t, nil)
	writeFile(t, filepath.Join(module, "own", "own.go"), []byte(own))
	for i := range schemas {
		name := fmt.Sprintf("random%d", i)
		schema := newRandomSchema(rand.New(rand.NewPCG(1, uint64(i))))
		if err := schema.Check(); err != nil {
			t.Fatalf("%s: the test makes no schema: %v", name, err)
		}
		opts := options[i%len(options)]
		opts.Package = name
		if err := opts.Check(schema); err != nil {
			t.Fatal(err)
		}
		pkg, diags := plan.Build(schema, opts)
		if diags.HasErrors() {
			t.Fatalf("%s: %v", name, diags)
		}
		for _, f := range must(emitter.Emit(t.Context(), pkg, nil))(t) {
			writeFile(t, filepath.Join(module, name, f.Name), f.Content)
		}
	}
	run(t, module, nil, "go", "vet", "./...")
	run(t, module, nil, "go", "test", "./...")
	if out := run(t, module, nil, "gofmt", "-l", "."); out != "" {
		t.Errorf("not in the form of gofmt:\n%s", out)
	}
}

// A randomSchema makes up a schema.
type randomSchema struct {
	*rand.Rand
	models []ir.Model
}

func newRandomSchema(r *rand.Rand) *ir.Schema {
	s := &randomSchema{Rand: r}
	head := func(kind string, i int) ir.Header {
		title := fmt.Sprintf("%s%d", kind, i)
		return ir.Header{ID: ir.ID{Name: title}, Title: title}
	}
	var objects []*ir.Object
	var unions []*ir.Union
	for i := range 8 {
		objects = append(objects, &ir.Object{Header: head("Object", i)})
		s.models = append(s.models, objects[i])
	}
	for i := range 5 {
		unions = append(unions, &ir.Union{Header: head("Union", i)})
		s.models = append(s.models, unions[i])
	}
	s.models = append(s.models,
		&ir.Enum{Header: head("Enum", 0), Of: ir.String, Values: []ir.EnumValue{{Value: `"a"`}, {Value: `"b"`}}},
		&ir.Enum{Header: head("Enum", 1), Of: ir.Int64, Values: []ir.EnumValue{{Value: "1"}}, Open: true},
		&ir.Opaque{Header: head("Opaque", 0), Reason: "nobody knows"})
	known := len(s.models) // to which aliases may lead, as these must not lead in a circle
	for i := range 3 {
		alias := &ir.Alias{Header: head("Alias", i)}
		all := s.models
		s.models = s.models[:known]
		alias.Of = s.typ(2)
		s.models = append(all, alias)
	}
	for _, o := range objects {
		for i := range 1 + s.IntN(6) {
			o.Fields = append(o.Fields, s.field(i))
		}
		if s.IntN(3) == 0 {
			o.Additional = s.typ(2)
		}
	}
	for _, u := range unions {
		u.Variants = s.variants(2)
	}
	slices.SortFunc(s.models, func(a, b ir.Model) int { return a.Head().ID.Compare(b.Head().ID) })
	schema := &ir.Schema{Models: s.models}
	discriminator.Infer(schema)
	return schema
}

func (s *randomSchema) field(i int) ir.Field {
	name := fmt.Sprintf("member_%d", i)
	return ir.Field{Name: name, Wire: ir.Wire{Name: name}, Type: s.typ(3), Required: s.IntN(2) == 0, Null: s.null()}
}

func (s *randomSchema) null() ir.Null { return ir.Null(s.IntN(3)) }

func (s *randomSchema) variants(depth int) []ir.Variant {
	var out []ir.Variant
	for range 2 + s.IntN(3) {
		t := s.typ(depth)
		out = append(out, ir.Variant{Name: ir.TypeText(t), Type: t})
	}
	return out
}

// typ makes up a type of at most so many levels.
func (s *randomSchema) typ(depth int) ir.Type {
	prims := []ir.Type{
		ir.String, ir.Boolean, ir.Int32, ir.Int64, ir.Float32, ir.Float64, ir.Number, ir.BigInt, ir.Decimal, ir.Bytes, ir.Any,
		&ir.Time{Format: ir.Date, Certain: true}, &ir.Time{Format: ir.DateTime}, &ir.External{Name: "Response"},
		&ir.Literal{Value: `"a"`}, &ir.Literal{Value: `""`}, &ir.Literal{Value: "3"}, &ir.Literal{Value: "true", Open: true}, &ir.Literal{Value: "2.5"},
	}
	kind := s.IntN(10)
	switch {
	case kind < 3 || depth == 0 && kind < 6:
		return prims[s.IntN(len(prims))]
	case kind < 6 || depth == 0:
		m := s.models[s.IntN(len(s.models))]
		return &ir.Ref{ID: m.Head().ID, Model: m}
	case kind < 7:
		return &ir.Map{Elem: s.typ(depth - 1), Null: s.null()}
	case kind < 9:
		return &ir.List{Elem: s.typ(depth - 1), Null: s.null()}
	}
	return &ir.OneOf{Variants: s.variants(depth - 1)}
}
