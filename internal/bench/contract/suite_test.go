//go:build prepared

package contract

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	sample "github.com/docgen-go/docgen/internal/bench/testdata/prepared/sample/docgen"
)

// places are where in a document a value can stand.
var places = map[string][2]string{
	"alone":     {"", ""},
	"unknown":   {`{"later":`, `}`},
	"inside":    {`{"later":{"a":[0,`, `]}}`},
	"any":       {`{"anything":`, `}`},
	"opaque":    {`{"hidden":`, `}`},
	"text":      {`{"text":`, `}`},
	"integer":   {`{"count":`, `}`},
	"number":    {`{"ratio":`, `}`},
	"boolean":   {`{"flag":`, `}`},
	"bytes":     {`{"blob":`, `}`},
	"date":      {`{"on":`, `}`},
	"nullable":  {`{"note":`, `}`},
	"optional":  {`{"memo":`, `}`},
	"list":      {`{"words":`, `}`},
	"element":   {`{"words":["",`, `]}`},
	"row":       {`{"grid":[[],`, `]}`},
	"map":       {`{"totals":`, `}`},
	"entry":     {`{"totals":{"a":`, `}}`},
	"enum":      {`{"shade":`, `}`},
	"union":     {`{"figure":`, `}`},
	"late":      {`{"figure":{"radius":`, `,"form":"circle"}}`},
	"model":     {`{"child":`, `}`},
	"models":    {`{"children":[{},`, `]}`},
	"constant":  {`{"kind":`, `}`},
	"other way": {`{"TEXT":`, `}`},
}

// isSyntax reports whether a document was refused as no JSON.
func isSyntax(err error) bool {
	var syntax *sample.SyntaxError
	return errors.As(err, &syntax)
}

// try decodes a document as a whole model and as a model of which nothing is
// known, and reports whether each refuses it as no JSON.
func try(document string) (typed, opaque error) {
	return new(sample.Everything).UnmarshalJSON([]byte(document)), new(sample.Hidden).UnmarshalJSON([]byte(document))
}

// TestSuite tries each text in each place. An element has one before it: an
// empty text would else make an empty list.
func TestSuite(t *testing.T) {
	for place, around := range places {
		each := func(cases map[string]string, refused bool) {
			for name, text := range cases {
				document := around[0] + text + around[1]
				if valid := jsontext.Value(document).IsValid(); valid == refused {
					t.Errorf("%s, %s: v2 disagrees with the table: %q", place, name, document)
				}
				typed, opaque := try(document)
				if isSyntax(typed) != refused {
					t.Errorf("%s, %s: %.200q\ngives %v", place, name, document, typed)
				}
				if isSyntax(opaque) != refused {
					t.Errorf("%s, %s, as an opaque model: %.200q\ngives %v", place, name, document, opaque)
				}
			}
		}
		each(accept, false)
		each(reject, true)
		each(rejectStrings, true)
	}
}

// TestDuplicates holds what the contract says of names that come twice: an
// error in what is decoded, nothing in what is kept as it is.
func TestDuplicates(t *testing.T) {
	for document, refused := range map[string]bool{
		`{"text":"a","text":"b"}`:                      true,
		`{"text":"a","te\u0078t":"a"}`:                 true,
		`{"count":1,"text":"","count":1}`:              true,
		`{"later":1,"later":1}`:                        true,
		`{"later":1,"text":"","lat\u0065r":2}`:         true,
		`{"":1,"":2}`:                                  true,
		`{"totals":{"a":1,"a":2}}`:                     true,
		`{"child":{"flag":true,"flag":true}}`:          true,
		`{"figure":{"form":"circle","form":"circle"}}`: true,
		`{"text":"a","TEXT":"b"}`:                      false,
		`{"later":{"a":1,"a":2}}`:                      false,
		`{"anything":{"a":1,"a":2}}`:                   false,
		`{"hidden":[{"a":1,"a":2}]}`:                   false,
	} {
		err := new(sample.Everything).UnmarshalJSON([]byte(document))
		if got := errors.Is(err, sample.ErrDuplicate); got != refused {
			t.Errorf("%s gives %v", document, err)
		}
	}
}

// TestDepth holds the limit, which is that of v2.
func TestDepth(t *testing.T) {
	const limit = 10_000
	for place, around := range map[string][2]string{
		"unknown":  {`{"later":`, `}`},
		"any":      {`{"anything":`, `}`},
		"opaque":   {`{"hidden":`, `}`},
		"mismatch": {`{"text":`, `}`},
		"list":     {`{"grid":`, `}`},
	} {
		for n, refused := range map[int]bool{limit - 1: false, limit: true, 10 * limit: true} {
			document := around[0] + nested(n) + around[1]
			if err := new(sample.Everything).UnmarshalJSON([]byte(document)); isSyntax(err) != refused {
				t.Errorf("%s, %d arrays in an object: %.200s", place, n, errorText(err))
			}
			if jsontext.Value(document).IsValid() == refused {
				t.Errorf("%s, %d arrays in an object: v2 has another limit", place, n)
			}
		}
	}
	for n, refused := range map[int]bool{limit: false, limit + 1: true} {
		document := strings.Repeat(`{"child":`, n-1) + "{}" + strings.Repeat("}", n-1)
		if err := new(sample.Everything).UnmarshalJSON([]byte(document)); isSyntax(err) != refused {
			t.Errorf("%d models: %.200s", n, errorText(err))
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return "no error"
	}
	return err.Error()
}

// suiteDocuments returns each text of the suite, in what is decoded and in
// what is kept as it is.
func suiteDocuments() []string {
	all := maps.Clone(accept)
	maps.Copy(all, reject)
	maps.Copy(all, rejectStrings)
	var out []string
	for _, text := range all {
		out = append(out, `{"text":`+text+`}`, `{"anything":`+text+`}`)
	}
	return out
}
