package consensus

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/docgen-go/docgen/ir"
)

// A recipe is a list of choices that builds the same schema each time.
type recipe []int

var recipes = rapid.Custom(func(t *rapid.T) recipe {
	return rapid.SliceOfN(rapid.IntRange(0, 999), 1, 120).Draw(t, "choices")
})

// A cook builds a schema from a recipe, which it reads in circles.
type cook struct {
	recipe recipe
	at     int
	ids    []string
}

func (c *cook) choose(n int) int {
	v := (c.recipe[c.at%len(c.recipe)] + c.at/len(c.recipe)) % n
	c.at++
	return v
}

var dialectNames = []string{goPages, javaPages, phpPages, pythonPages, rubyPages, tsPages}

// schema builds a schema whose names come from few, so that two of them have
// much in common.
func (r recipe) schema() *ir.Schema {
	c := &cook{recipe: r}
	dialect := dialectNames[c.choose(len(dialectNames))]
	for i := range 1 + c.choose(6) {
		namespace := [...]string{"components", "operations"}[c.choose(2)]
		c.ids = append(c.ids, fmt.Sprintf("%s/Model%d", namespace, i))
	}
	models := make([]ir.Model, len(c.ids))
	for i, id := range c.ids {
		models[i] = c.model(id)
	}
	return schema(dialect, models...)
}

func (c *cook) model(id string) ir.Model {
	switch c.choose(8) {
	case 0:
		return opaque(id)
	case 1:
		e := enum(id, []string{"a", "b", "c"}[:1+c.choose(3)]...)
		e.Open = c.choose(2) == 0
		return e
	case 2:
		return alias(id, [...]ir.Type{ir.String, ir.Number, list(ir.Int64)}[c.choose(3)])
	case 3:
		return union(id, c.typ(2), c.typ(2))
	}
	o := object(id)
	for i := range c.choose(4) {
		f := optional(fmt.Sprintf("member_%d", i), c.typ(3))
		f.Required, f.Null = c.choose(2) == 0, ir.Null(c.choose(3))
		o.Fields = append(o.Fields, f)
	}
	if c.choose(4) == 0 {
		o.Additional = c.typ(1)
	}
	return o
}

func (c *cook) typ(depth int) ir.Type {
	n := 13
	if depth == 0 {
		n = 10
	}
	switch v := c.choose(n); v {
	case 0:
		return ref(c.ids[c.choose(len(c.ids))])
	case 1:
		return literal([...]ir.Value{`"a"`, `"b"`, `1`, `true`}[c.choose(4)])
	case 2:
		return &ir.Time{Format: ir.TimeFormat(1 + c.choose(2)), Certain: c.choose(2) == 0}
	case 10:
		return &ir.List{Elem: c.typ(depth - 1), Null: ir.Null(c.choose(3))}
	case 11:
		return &ir.Map{Elem: c.typ(depth - 1), Null: ir.Null(c.choose(3))}
	case 12:
		return oneOf(c.typ(depth-1), c.typ(depth-1))
	default:
		return [...]ir.Prim{ir.String, ir.Boolean, ir.Int32, ir.Int64, ir.Float64, ir.Number, ir.Any}[v-3]
	}
}

// TestCompareWithItself holds that no schema contradicts itself.
func TestCompareWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := recipes.Draw(t, "schema")
		if diffs := Compare(r.schema(), r.schema()); len(diffs) > 0 {
			t.Errorf("%v", diffs)
		}
	})
}

// TestMergeWithItself holds that a schema has nothing to tell itself.
func TestMergeWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := recipes.Draw(t, "schema")
		s := r.schema()
		if diags := Merge(s, []*ir.Schema{r.schema(), s}); len(diags) > 0 {
			t.Errorf("%v", diags)
		}
		if diff := cmp.Diff(r.schema().Text(), s.Text()); diff != "" {
			t.Error(diff)
		}
	})
}

// TestMergeTwice holds that merging again changes nothing, that what main
// stated it still states, and that the result is a sound schema.
func TestMergeTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := recipes.Draw(t, "main")
		also := []*ir.Schema{recipes.Draw(t, "also").schema(), recipes.Draw(t, "also").schema()}
		s := r.schema()
		Merge(s, also)
		once := s.Text()
		if err := s.Check(); err != nil {
			t.Fatal(err)
		}
		for _, d := range Compare(r.schema(), s) {
			t.Errorf("overwritten: %v", d)
		}
		Merge(s, also)
		if diff := cmp.Diff(once, s.Text()); diff != "" {
			t.Error(diff)
		}
	})
}
