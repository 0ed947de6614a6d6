package gotype

import (
	"errors"
	goparser "go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	uuid := &Name{Path: "github.com/google/uuid", Name: "UUID"}
	for text, want := range map[string]Type{
		"string":                      &Name{Name: "string"},
		"time.Time":                   &Name{Path: "time", Name: "Time"},
		"github.com/google/uuid.UUID": uuid,
		"gopkg.in/yaml.v3.Node":       &Name{Path: "gopkg.in/yaml.v3", Name: "Node"},
		"*math/big.Int":               &Pointer{&Name{Path: "math/big", Name: "Int"}},
		"[]string":                    &Slice{&Name{Name: "string"}},
		" [ 16 ] byte ":               &Array{16, &Name{Name: "byte"}},
		"map[string][]*github.com/google/uuid.UUID":                  &Map{&Name{Name: "string"}, &Slice{&Pointer{uuid}}},
		"github.com/x/opt.Option[github.com/google/uuid.UUID]":       &Name{Path: "github.com/x/opt", Name: "Option", Args: []Type{uuid}},
		"x.org/a-b/~c.Pair[string,map[int]x.org/d.E[any] , []int64]": &Name{Path: "x.org/a-b/~c", Name: "Pair", Args: []Type{&Name{Name: "string"}, &Map{&Name{Name: "int"}, &Name{Path: "x.org/d", Name: "E", Args: []Type{&Name{Name: "any"}}}}, &Slice{&Name{Name: "int64"}}}},
	} {
		got, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
}

// TestErrors holds that an error says where it is, and what is wrong there.
func TestErrors(t *testing.T) {
	for text, want := range map[string]Error{
		"":                      {0, "a type should stand here"},
		"Time":                  {0, `"Time" is no predeclared type`},
		"error":                 {0, `"error" is no predeclared type that JSON can hold`},
		"time.time":             {5, `"time" is no name of an exported type`},
		"time.Time]":            {9, `"]" should not stand behind the type`},
		"time.Time time.Time":   {10, `"time.Time" should not stand behind`},
		"[]":                    {2, "a type should stand here"},
		"[x]int":                {1, "a length up to 32767, or nothing,"},
		"[70000]int":            {1, "a length"},
		"[4":                    {2, `"]" should stand behind the length`},
		"map":                   {3, `"[" should stand behind map`},
		"map[string":            {10, `"]" should stand behind the type of the keys`},
		"map[[]string]int":      {4, "[]string cannot be the keys of a map"},
		"interface{}":           {0, "interface types cannot stand here"},
		"chan int":              {0, "chan types cannot stand here"},
		"./time.Time":           {0, `the import path "./time" is relative`},
		"/time.Time":            {0, `the import path "/time" has an empty element`},
		"a.b/é.T":               {0, `does not take`},
		"a.b/opt.O[":            {10, "a type should stand here"},
		"a.b/opt.O[int":         {13, `"]" should stand behind the type arguments`},
		strings.Repeat("*", 90): {50, "types nest at most 50 deep here"},
	} {
		_, err := Parse(text)
		var at *Error
		if !errors.As(err, &at) || at.Offset != want.Offset || !strings.Contains(at.Message, want.Message) {
			t.Errorf("%q: %+v, want %+v", text, err, want)
		}
	}
}

func TestNames(t *testing.T) {
	for path, want := range map[string]string{
		"time": "time", "math/rand/v2": "rand", "gopkg.in/yaml.v3": "yaml", "github.com/goccy/go-json": "json",
		"github.com/x/my_pkg": "mypkg", "x.org/9p": "p", "x.org/99": "pkg", "v2": "v2",
	} {
		if got := PackageName(path); got != want {
			t.Errorf("%s is imported as %s, not as %s", path, got, want)
		}
	}
	for text, want := range map[string]string{
		"time.Time": "timeTime", "string": "string", "[]*math/big.Int": "listPointerBigInt",
		"map[string][2]a.b/opt.O[int]": "mapStringArray2OptOInt",
	} {
		typ, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := Label(typ); got != want {
			t.Errorf("%s has the label %s, not %s", text, got, want)
		}
	}
}

func TestImports(t *testing.T) {
	typ, err := Parse("map[a.b/c.D][]*[2]e.f/g.H[string, a.b/c.I]")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a.b/c", "e.f/g", "a.b/c"}, Imports(typ)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzParse holds that what is read is written as it was read, that it is Go
// once the paths are gone, and that errors lie inside the text.
func FuzzParse(f *testing.F) {
	f.Add("map[string]github.com/x/opt.Option[*[4]github.com/google/uuid.UUID, time.Time]")
	f.Add("[]map[[2]a.b-c/d.v2.E]*any")
	f.Fuzz(func(t *testing.T, text string) {
		typ, err := Parse(text)
		var at *Error
		if err != nil {
			if !errors.As(err, &at) || at.Offset < 0 || at.Offset > len(text) {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		again, err := Parse(typ.String())
		if err != nil || cmp.Diff(typ, again) != "" {
			t.Fatalf("%q is written as %q: %v", text, typ, err)
		}
		if _, err := goparser.ParseExpr(withNames(typ).String()); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if label := Label(typ); !token.IsIdentifier("slab" + label) {
			t.Fatalf("%q has the label %q", text, label)
		}
	})
}

// withNames returns t with names of packages in place of their paths.
func withNames(t Type) Type {
	switch t := t.(type) {
	case *Name:
		out := &Name{Name: t.Name}
		if t.Path != "" {
			out.Path = "p" + PackageName(t.Path) // it may be a keyword
		}
		for _, arg := range t.Args {
			out.Args = append(out.Args, withNames(arg))
		}
		return out
	case *Pointer:
		return &Pointer{withNames(t.Elem)}
	case *Slice:
		return &Slice{withNames(t.Elem)}
	case *Array:
		return &Array{t.Len, withNames(t.Elem)}
	case *Map:
		return &Map{withNames(t.Key), withNames(t.Elem)}
	}
	return nil
}
