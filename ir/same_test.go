package ir

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
)

// TestSame changes each single thing that a model can say, and holds that it is
// seen: a field that is added to a model must be compared as well.
func TestSame(t *testing.T) {
	file := source.NewFile("a.md", []byte("text"))
	for i := range len(full(file)) {
		original := func() Model { return full(file)[i] }
		if !Same(original(), original()) {
			t.Errorf("%T: it is not the same as itself", original())
		}
		for n := 0; ; n++ {
			m, left := original(), n
			what := change(reflect.ValueOf(m).Elem(), "", &left)
			if what == "" {
				break
			}
			if Same(original(), m) || Same(m, original()) {
				t.Errorf("%T: a change of %s is not seen", m, what)
			}
		}
	}
}

// full returns models in which nothing is left out.
func full(file *source.File) []Model {
	at := source.Span{File: file, Start: 1, End: 2}
	doc := func() Doc {
		return Doc{[]Block{
			&Paragraph{[]Inline{Plain("p"), Code("c"), Link{"l", "u"}}}, &ListBlock{Items: [][]Inline{{Plain("i")}}}, &CodeBlock{"b"},
		}}
	}
	head := func() Header {
		return Header{ID: ID{"n", "m"}, Title: "t", Tree: &Tree{Dir: "d"}, Doc: doc(), Deprecated: &Deprecation{"m"}, Span: at}
	}
	discriminator := func() *Discriminator {
		return &Discriminator{"m", []DiscriminatorKey{{`"v"`, 0}}, "e", &Statement{"n", at}}
	}
	oneOf := func() *OneOf { return &OneOf{[]Variant{{"v", &Time{Date, true}, at}}, discriminator()} }
	field := func(t Type) Field {
		return Field{Name: "n", Wire: Wire{"w", Inferred, "y"}, Type: t, Doc: doc(), Deprecated: &Deprecation{"m"}, Examples: []Example{{"e", at}}, Span: at}
	}
	return []Model{
		&Object{head(), []Field{field(&List{Elem: &Ref{ID: ID{"n", "r"}}}), field(oneOf()), field(&External{"x"})}, &Map{Elem: String}},
		&Enum{head(), String, []EnumValue{{"n", `"v"`, doc(), at}}, false},
		&Union{head(), []Variant{{"v", &Literal{`"l"`, false}, at}}, discriminator()},
		&Alias{head(), &Map{Elem: &List{Elem: Int64}}},
		&Opaque{head(), "r"},
	}
}

// change changes what is the n-th to be said below v, and returns its place. It
// returns "" where there is less, and takes away from n how much there is.
func change(v reflect.Value, at string, n *int) string {
	if at == ".Header.Tree.Why" || at == ".Header.Tree.Texts" || v.Type() == reflect.TypeFor[Model]() {
		return "" // this does not count
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*source.File]() {
			return changeLeaf(at, n, func() { v.Set(reflect.ValueOf(source.NewFile("b.md", nil))) })
		}
		if v.IsNil() {
			return ""
		}
		if what := changeLeaf(at, n, func() { v.Set(reflect.Zero(v.Type())) }); what != "" {
			return what
		}
		return change(v.Elem(), at, n)
	case reflect.Interface:
		return changeInside(v, at, n)
	case reflect.Slice:
		if v.Len() == 0 {
			return ""
		}
		if what := changeLeaf(at, n, func() { v.Set(v.Slice(0, v.Len()-1)) }); what != "" {
			return what
		}
		for i := range v.Len() {
			if what := change(v.Index(i), fmt.Sprintf("%s[%d]", at, i), n); what != "" {
				return what
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if what := change(v.Field(i), at+"."+v.Type().Field(i).Name, n); what != "" {
				return what
			}
		}
	case reflect.String:
		return changeLeaf(at, n, func() { v.SetString(v.String() + "x") })
	case reflect.Int:
		return changeLeaf(at, n, func() { v.SetInt(v.Int() + 1) })
	case reflect.Bool:
		return changeLeaf(at, n, func() { v.SetBool(!v.Bool()) })
	default:
		panic("there is no way to change a " + v.Type().String())
	}
	return ""
}

// changeInside changes what an interface holds.
func changeInside(v reflect.Value, at string, n *int) string {
	if inner := v.Elem(); inner.Kind() == reflect.Pointer {
		return change(inner.Elem(), at, n)
	}
	inner := reflect.New(v.Elem().Type()).Elem()
	inner.Set(v.Elem())
	what := change(inner, at, n)
	v.Set(inner)
	return what
}

func changeLeaf(at string, n *int, do func()) string {
	*n--
	if *n != -1 {
		return ""
	}
	do()
	return at
}
