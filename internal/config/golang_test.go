package config

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/gotype"
	"github.com/docgen-go/docgen/internal/source"
)

// withKeys returns a configuration whose only package has the keys of text.
func withKeys(text string) *source.File {
	head := "version: 1\npackages:\n  - docs: d\n    out: o\n"
	return source.NewFile("docgen.yaml", []byte(head+"    "+strings.ReplaceAll(text, "\n", "\n    ")+"\n"))
}

func TestGoKeys(t *testing.T) {
	option := &gotype.Name{Path: "github.com/x/opt", Name: "Option"}
	for text, want := range map[string]plan.Options{
		"types: {date-time: time.Time, a/b.C: '*math/big.Int'}": {Types: []plan.TypeRule{
			{For: "date-time", Type: &gotype.Name{Path: "time", Name: "Time"}},
			{For: "a/b.C", Type: &gotype.Pointer{Elem: &gotype.Name{Path: "math/big", Name: "Int"}}},
		}},
		"types: {}":                         {},
		"optional: pointer":                 {},
		"optional: zero":                    {Optional: plan.Optional{Zero: true}},
		"optional: github.com/x/opt.Option": {Optional: plan.Optional{Wrapper: option}},
		"nulls: pointer\nnumbers: exact":    {NullPointers: true, ExactNumbers: true},
		"additional-properties: declared":   {Properties: plan.PropertiesDeclared},
		"additional-properties: none":       {Properties: plan.PropertiesNone},
		"enums: closed\npresence: lenient":  {Enums: plan.EnumsClosed, Lenient: true},
		"enums: open\npresence: strict":     {Enums: plan.EnumsOpen},
		"getters: true\nenvelopes: true":    {Getters: true, Envelopes: true},
		"split: page\ntarget: 1.26":         {Split: plan.SplitPage, Target: 26},
		"split: single\ntarget: \"1.27\"":   {Split: plan.SplitSingle, Target: 27},
	} {
		file, err := Parse(withKeys(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, file.Packages[0].Go, cmpopts.IgnoreFields(plan.TypeRule{}, "Span"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
}

// TestGoKeysErrors holds that an error in a Go type is said with its place.
func TestGoKeysErrors(t *testing.T) {
	for text, want := range map[string]string{
		"types: {date-time: time.time}":            `docgen.yaml:5:29: "time" is no name of an exported type`,
		"types: {date-time: '[]time.Time]'}":       `docgen.yaml:5:36: "]" should not stand behind the type`,
		"types: {date: Time}":                      `docgen.yaml:5:19: "Time" is no predeclared type`,
		"types: {datetime: time.Time}":             `docgen.yaml:5:13: unknown type "datetime"; did you mean "date-time"?`,
		"types: {uuid: a.b/c.D}":                   `unknown type "uuid"; the documented types are string, boolean, `,
		"optional: zeros":                          "docgen.yaml:5:15: pointer, zero or a generic type",
		"optional: string":                         "docgen.yaml:5:15: pointer, zero or a generic type without arguments should stand here",
		"optional: a.b/opt.O[int]":                 "pointer, zero or a generic type without arguments should stand here",
		"optional: '*a.b/opt.O'":                   "pointer, zero or a generic type without arguments should stand here",
		"target: 1.23":                             "docgen.yaml:5:13: a Go version from 1.24 on",
		"target: go":                               "a Go version from 1.24 on",
		"tags: {json: a}":                          `docgen.yaml:5:12: the tag "json" is docgen's own`,
		"tags: {'a b': a}":                         `"a b" is no key of a struct tag`,
		"tags: {yaml: '{{.Wire}'}":                 "docgen.yaml:5:12: template: tag:1:",
		"tags: {yaml: '{{.Name}}{{.Type}}'}":       "can't evaluate field Type",
		"tags: {yaml: 'a\"b'}":                     `"a\"b" is no value for a struct tag`,
		"tags: {yaml: '{{if .Nullable}}`{{end}}'}": "is no value for a struct tag",
		"additional-properties: all":               `unknown value "all"`,
		"types:\n  components/card.Number: [int]":  "a text should stand here",
	} {
		if _, err := Parse(withKeys(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
