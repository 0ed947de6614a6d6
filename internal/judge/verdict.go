package judge

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"encoding/json"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// schemas holds payloads against the definitions of an exported schema.
type schemas map[string]*jsonschema.Schema

// compile makes schemas of a document. Formats and encodings are held to what
// they say, and those of numbers to what their Go types hold.
func compile(text []byte, models []string) (schemas, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiler.AssertContent()
	for name, check := range map[string]func(any) error{
		"int32": isInt64, "int64": isInt64, "float": isFloat64, "double": isFloat64,
	} {
		compiler.RegisterFormat(&jsonschema.Format{Name: name, Validate: check})
	}
	if err := compiler.AddResource(location, doc); err != nil {
		return nil, err
	}
	out := schemas{}
	for _, name := range models {
		if out[name], err = compiler.Compile(location + "#/$defs/" + name); err != nil {
			return nil, err
		}
	}
	return out, nil
}

var errRange = errors.New("out of range")

func isInt64(v any) error {
	number, ok := v.(json.Number)
	if !ok {
		return nil
	}
	if r, ok := new(big.Rat).SetString(string(number)); ok && r.IsInt() && !r.Num().IsInt64() {
		return errRange
	}
	return nil
}

func isFloat64(v any) error {
	number, ok := v.(json.Number)
	if !ok {
		return nil
	}
	if f, err := strconv.ParseFloat(string(number), 64); err != nil || math.IsInf(f, 0) {
		return errRange
	}
	return nil
}

// judge returns the JSON pointers of what is wrong with a payload, or none.
func (s schemas) judge(model string, payload []byte) ([]string, error) {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	err = s[model].Validate(v)
	var invalid *jsonschema.ValidationError
	if errors.As(err, &invalid) {
		return places(invalid, nil), nil
	}
	return nil, err
}

// places appends the pointers of the innermost errors. What is missing counts
// by its own pointer, as in generated code.
func places(e *jsonschema.ValidationError, out []string) []string {
	for _, cause := range e.Causes {
		out = places(cause, out)
	}
	if len(e.Causes) > 0 {
		return out
	}
	var path strings.Builder
	for _, token := range e.InstanceLocation {
		path.WriteString("/" + pointerToken.Replace(token))
	}
	if missing, ok := e.ErrorKind.(*kind.Required); ok {
		for _, name := range missing.Missing {
			out = append(out, path.String()+"/"+pointerToken.Replace(name))
		}
		return out
	}
	return append(out, path.String())
}

// compare says how generated code and schema agree on a mutation, or how they
// do not.
func (m mutation) compare(code answer, schema []string) (agreed string, err error) {
	switch {
	case code.Other != "":
		return "", fmt.Errorf("an error of no known kind: %s", code.Other)
	case m.broken:
		return m.compareBroken(code)
	case code.Broken:
		return "", errors.New("the code says that it is no JSON")
	case len(code.Found) == 0 && len(schema) == 0:
		return "accepted", nil
	case len(code.Found) == 0:
		return "", fmt.Errorf("the schema alone rejects it: %q", schema)
	case len(schema) == 0:
		if m.inUnion(code.Found) {
			return "rejected in the variant chosen", nil
		}
		if m.kind == "zero value" && !slices.ContainsFunc(code.Codes, func(c string) bool { return c != "const" }) {
			return "rejected by the code alone", nil // a constant that is not set is written as what it is
		}
		return "", fmt.Errorf("the code alone rejects it: %q %q", code.Found, code.Codes)
	}
	if slices.ContainsFunc(code.Found, func(p string) bool { return !within(p, m.place) }) {
		if !m.inUnion(code.Found) {
			return "", fmt.Errorf("the code names another place: %q %q", code.Found, code.Codes)
		}
		return "rejected in a union", nil
	}
	if !slices.ContainsFunc(schema, func(p string) bool { return within(p, m.place) }) {
		if len(m.unions) == 0 {
			return "", fmt.Errorf("the schema names another place: %q", schema)
		}
		return "rejected in a union", nil
	}
	return "rejected at the place", nil
}

// compareBroken is compare for what is no JSON: schemas have no say in it.
func (m mutation) compareBroken(code answer) (string, error) {
	switch {
	case !code.Broken:
		return "", fmt.Errorf("the code takes it for JSON: %q", code.Found)
	case !slices.Contains(m.paths, code.Found[0]):
		return "", fmt.Errorf("the code names another place: %q", code.Found)
	}
	return "rejected as no JSON", nil
}

// inUnion reports whether every place is at or below a union that the mutation
// is in.
func (m mutation) inUnion(found []string) bool {
	return !slices.ContainsFunc(found, func(p string) bool {
		return !slices.ContainsFunc(m.unions, func(u string) bool { return within(p, u) })
	})
}

// within reports whether a JSON pointer leads to what is at outer, or below.
func within(p, outer string) bool { return p == outer || strings.HasPrefix(p, outer+"/") }
