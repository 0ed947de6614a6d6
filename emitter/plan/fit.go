package plan

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// misfit says in words why the JSON text is no value that the Go type for t
// can hold, or returns "".
func misfit(t ir.Type, nullable bool, text string) string {
	decoder := json.NewDecoder(bytes.NewReader([]byte(text)))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil || !isJSON(text) {
		return "it is not JSON"
	}
	return misfitValue(t, nullable, value, "")
}

// misfitValue is misfit for a decoded value; path is its JSON pointer.
func misfitValue(t ir.Type, nullable bool, value any, path string) string {
	if value == nil {
		if nullable || kindOf(t) == '*' {
			return ""
		}
		return at(path, "null")
	}
	switch t := t.(type) {
	case *ir.List:
		return misfitList(t, value, path)
	case *ir.Map:
		return misfitMap(t, value, path)
	case *ir.Ref:
		if o, ok := unalias(t.Model).(*ir.Object); ok {
			return misfitObject(o, value, path)
		}
		if alias, ok := t.Model.(*ir.Alias); ok && unalias(alias) == nil {
			return misfitValue(alias.Of, nullable, value, path)
		}
	}
	return misfitScalar(t, value, path)
}

func misfitScalar(t ir.Type, value any, path string) string {
	switch kindOf(t) {
	case 's':
		text, ok := value.(string)
		if !ok {
			return at(path, "not a string")
		}
		if _, err := base64.StdEncoding.DecodeString(text); err != nil && t == ir.Bytes {
			return at(path, "not base64")
		}
	case 'b':
		if _, ok := value.(bool); !ok {
			return at(path, "not a boolean")
		}
	case 'i':
		if !isInt64(value) {
			return at(path, "not an integer of 64 bits")
		}
	case 'n':
		number, ok := value.(json.Number)
		if !ok {
			return at(path, "not a number")
		}
		if _, err := strconv.ParseFloat(string(number), 64); err != nil {
			return at(path, "not a number of double precision")
		}
	case 'd':
		if !isDecimal(value) {
			return at(path, "not a number")
		}
	}
	return ""
}

// isDecimal reports whether value is a number, or a string with one.
func isDecimal(value any) bool {
	if text, ok := value.(string); ok {
		return strings.IndexAny(text, "-0123456789") == 0 && !strings.ContainsAny(text, " \t\r\n") && isJSON(text)
	}
	_, ok := value.(json.Number)
	return ok
}

func isInt64(value any) bool {
	number, ok := value.(json.Number)
	if !ok {
		return false
	}
	r, ok := new(big.Rat).SetString(string(number))
	return ok && r.IsInt() && r.Num().IsInt64()
}

func misfitList(t *ir.List, value any, path string) string {
	list, ok := value.([]any)
	if !ok {
		return at(path, "not a list")
	}
	for i, elem := range list {
		if problem := misfitValue(t.Elem, t.Null == ir.NullYes, elem, fmt.Sprintf("%s/%d", path, i)); problem != "" {
			return problem
		}
	}
	return ""
}

func misfitMap(t *ir.Map, value any, path string) string {
	object, ok := value.(map[string]any)
	if !ok {
		return at(path, "not an object")
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if problem := misfitValue(t.Elem, t.Null == ir.NullYes, object[name], path+"/"+name); problem != "" {
			return problem
		}
	}
	return ""
}

func misfitObject(o *ir.Object, value any, path string) string {
	object, ok := value.(map[string]any)
	if !ok {
		return at(path, "not an object")
	}
	for i := range o.Fields {
		f := &o.Fields[i]
		elem, present := object[f.Wire.Name]
		if !present {
			if f.Required {
				return at(path+"/"+f.Wire.Name, "missing, though required")
			}
			continue
		}
		if problem := misfitValue(f.Type, f.Null != ir.NullNo, elem, path+"/"+f.Wire.Name); problem != "" {
			return problem
		}
	}
	return ""
}

func at(path, problem string) string {
	if path == "" {
		return "it is " + problem
	}
	return path + " is " + problem
}
