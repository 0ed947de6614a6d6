//go:build prepared

package contract

import (
	"errors"
	"math/big"
	"reflect"
	"strconv"
	"strings"
	"testing"

	json "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/docgen-go/docgen/internal/bench/testdata/prepared/sample/plain"
)

// memberNames are the JSON names of the members that docgen knows.
var memberNames = func() map[string]bool {
	names := map[string]bool{}
	for _, of := range []reflect.Type{
		reflect.TypeFor[plain.Everything](), reflect.TypeFor[plain.Circle](), reflect.TypeFor[plain.Square](),
	} {
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			names[name] = true
		}
	}
	return names
}()

// respelled reports whether a name in text is that of a member but for case
// and separators: docgen reads it as the member, v2 does not.
func respelled(t *testing.T, text []byte) bool {
	var v any
	if err := json.Unmarshal(text, &v, rawNumbers); err != nil {
		t.Fatalf("%q is valid, and v2 does not read it: %v", text, err)
	}
	return anyName(v, func(name string) bool {
		return !memberNames[name] && memberNames[folded.Replace(strings.ToLower(name))]
	})
}

var folded = strings.NewReplacer("_", "", "-", "", " ", "", ".", "")

// rawNumbers keeps numbers out of float64, which does not hold them all.
var rawNumbers = json.WithUnmarshalers(json.UnmarshalFromFunc(func(d *jsontext.Decoder, v *any) error {
	if d.PeekKind() != '0' {
		return errors.ErrUnsupported
	}
	number, err := d.ReadValue()
	*v = jsontext.Value(strings.Clone(string(number)))
	return err
}))

// anyName reports whether is holds for the name of a member, at any depth.
func anyName(v any, is func(string) bool) bool {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			if is(name) || anyName(member, is) {
				return true
			}
		}
	case []any:
		for _, element := range v {
			if anyName(element, is) {
				return true
			}
		}
	}
	return false
}

// integralOnly reports whether v2 reads text once each integer in it is
// written as such: docgen takes 1.0 and 1e3 for integers.
func integralOnly(text []byte) bool {
	var rewritten []byte
	decoder := jsontext.NewDecoder(strings.NewReader(string(text)))
	last := 0
	for {
		token, err := decoder.ReadToken()
		if err != nil {
			break
		}
		if token.Kind() != '0' {
			continue
		}
		end := int(decoder.InputOffset())
		literal := token.String()
		if plain, ok := integer(literal); ok {
			rewritten = append(rewritten, text[last:end-len(literal)]...)
			rewritten = append(rewritten, plain...)
			last = end
		}
	}
	rewritten = append(rewritten, text[last:]...)
	var twin plain.Everything
	return json.Unmarshal(rewritten, &twin) == nil
}

// integer returns the digits of a number that is an integer of 64 bits. It
// looks at the exponent first, which can ask for more digits than there is
// memory.
func integer(literal string) (string, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(literal), "e")
	if strings.Trim(mantissa, "-0.") == "" {
		return "0", true
	}
	if n, err := strconv.Atoi(exponent); exponent != "" && (err != nil || max(n, -n) > 1000) {
		return "", false
	}
	exact, ok := new(big.Rat).SetString(literal)
	return exact.Num().String(), ok && exact.IsInt() && exact.Num().IsInt64()
}
