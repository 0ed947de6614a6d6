package contradict

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/ir"
)

// A problem is why a value is none of its type.
type problem struct {
	code    diag.Code
	text    string
	related []diag.Related
}

// A scalar is a kind of JSON value that a default may be.
type scalar struct {
	name string
	fits func(text string) bool
}

// scalars are the types whose defaults are told from others by their text.
var scalars = map[ir.Type]scalar{
	ir.Boolean: {"boolean", isBoolean},
	ir.Int32:   {"integer", isInteger}, ir.Int64: {"integer", isInteger}, ir.BigInt: {"integer", isBigInteger},
	ir.Float32: {"number", isNumber}, ir.Float64: {"number", isNumber}, ir.Number: {"number", isNumber},
}

// isBoolean takes the spelling of Python as well, in which some pages write.
func isBoolean(text string) bool {
	return strings.EqualFold(text, "true") || strings.EqualFold(text, "false")
}

func isInteger(text string) bool {
	r, ok := rational(text)
	return ok && r.IsInt()
}

// bigInteger matches integers of any size, which may be strings.
var bigInteger = regexp.MustCompile(`^(-?[0-9]+|"-?[0-9]+")$`)

func isBigInteger(text string) bool { return bigInteger.MatchString(text) || isInteger(text) }

func isNumber(text string) bool {
	_, ok := rational(text)
	return ok
}

// longest is the length up to which numbers are looked at: an exponent can
// make a short text a number that fills the memory.
const longest = 30

func rational(text string) (*big.Rat, bool) {
	if len(text) > longest || strings.ContainsAny(text, "eE/") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// unalias returns the type that t is another name for.
func unalias(t ir.Type) ir.Type {
	for range 16 {
		ref, ok := t.(*ir.Ref)
		if !ok {
			return t
		}
		alias, ok := ref.Model.(*ir.Alias)
		if !ok {
			return t
		}
		t = alias.Of
	}
	return t
}

// read returns the value that text is for a type: pages print strings bare.
func read(t ir.Type, text string) (any, bool) {
	var v any
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	err := decoder.Decode(&v)
	if err == nil {
		_, err = decoder.Token()
	}
	whole := err == io.EOF
	if _, isText := v.(string); isString(t) && !(whole && (isText || v == nil)) {
		return text, true
	}
	return v, whole
}

// isString reports whether values of t are strings in JSON.
func isString(t ir.Type) bool {
	switch t := unalias(t).(type) {
	case *ir.Time:
		return true
	case *ir.Literal:
		return t.Value.IsString()
	case *ir.Ref:
		e, ok := t.Model.(*ir.Enum)
		return ok && e.Of == ir.String
	}
	return false
}

// judge returns the first problem of a value, or nil. Unions are not looked
// into: which of their variants is meant is not told.
func judge(t ir.Type, v any, path string) *problem {
	switch t := unalias(t).(type) {
	case *ir.Time:
		return judgeTime(t, v, path)
	case *ir.Literal:
		if !t.Open && sameKind(t.Value, v) && !equal(t.Value, v) {
			return &problem{code: "DG0611", text: fmt.Sprintf("%s is not the constant %s", shown(path, v), t.Value)}
		}
	case *ir.List:
		list, _ := v.([]any)
		for i, elem := range list {
			if p := judge(t.Elem, elem, fmt.Sprintf("%s/%d", path, i)); p != nil {
				return p
			}
		}
	case *ir.Map:
		object, _ := v.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(object)) {
			if p := judge(t.Elem, object[name], path+"/"+name); p != nil {
				return p
			}
		}
	case *ir.Ref:
		return judgeModel(t.Model, v, path)
	}
	return nil
}

func judgeModel(m ir.Model, v any, path string) *problem {
	switch m := m.(type) {
	case *ir.Enum:
		return judgeEnum(m, v, path)
	case *ir.Object:
		object, _ := v.(map[string]any)
		for i := range m.Fields {
			f := &m.Fields[i]
			if elem, ok := object[f.Wire.Name]; ok {
				if p := judge(f.Type, elem, path+"/"+f.Wire.Name); p != nil {
					return p
				}
			}
		}
	}
	return nil
}

// judgeEnum holds a value against a closed enum that lists values. The name of
// a value is as good: pages print what code in their language would say.
func judgeEnum(m *ir.Enum, v any, path string) *problem {
	if m.Open || len(m.Values) == 0 || !sameKind(m.Values[0].Value, v) {
		return nil
	}
	name, _ := v.(string)
	for _, known := range m.Values {
		if equal(known.Value, v) || name != "" && strings.EqualFold(known.Name, name) {
			return nil
		}
	}
	return &problem{
		code: "DG0611", text: fmt.Sprintf("%s is no value of %s", shown(path, v), m.Title),
		related: []diag.Related{{Span: m.Span, Message: "the values are listed here"}},
	}
}

// judgeTime holds a text against RFC 3339.
func judgeTime(t *ir.Time, v any, path string) *problem {
	text, ok := v.(string)
	if !ok {
		return nil
	}
	_, notDate := time.Parse(time.DateOnly, text)
	_, notDateTime := time.Parse(time.RFC3339, text)
	name := "date-time"
	switch {
	case !t.Certain:
		name = "date or date-time"
	case t.Format == ir.Date:
		name = "date"
	}
	switch {
	case t.Format == ir.Date && notDate == nil, t.Format == ir.DateTime && notDateTime == nil:
		return nil
	case !t.Certain && (notDate == nil || notDateTime == nil):
		return nil
	case isPrinted(text):
		return nil
	}
	return &problem{code: "DG0612", text: fmt.Sprintf("%s is no %s as RFC 3339 writes it", shown(path, v), name)}
}

// isPrinted reports whether text is a time as Go's Time.String prints it. That
// is the writing of the pages' generator, and says nothing about the API.
func isPrinted(text string) bool {
	_, err := time.Parse("2006-01-02 15:04:05.999999999 -0700 MST", text)
	return err == nil
}

// sameKind reports whether v is of the JSON kind of known.
func sameKind(known ir.Value, v any) bool {
	switch v.(type) {
	case string:
		return known.IsString()
	case json.Number:
		_, ok := rational(string(known))
		return ok
	}
	return false
}

func equal(known ir.Value, v any) bool {
	switch v := v.(type) {
	case string:
		return known.Text() == v
	case json.Number:
		want, ok := rational(string(known))
		got, readable := rational(string(v))
		return ok && readable && want.Cmp(got) == 0
	}
	return false
}

// shown returns a scalar as JSON, behind its place in the example.
func shown(path string, v any) string {
	text := fmt.Sprint(v)
	if s, ok := v.(string); ok {
		text = string(ir.StringValue(s))
	}
	if path == "" {
		return text
	}
	return path + ": " + text
}
