package support

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// valid and invalid are JSON texts, or not, by RFC 8259 and RFC 7493 (no lone
// surrogates: they are no Unicode).
var (
	valid = []string{
		`0`, `-0`, `10`, `-1`, `1.5`, `0.0`, `1e5`, `1E+05`, `1e-05`, `-0.1e-1`, `1e999`, `12345678901234567890`,
		`""`, `"a"`, `"\"\\\/\b\f\n\r\t"`, `"\u00e9\u0000\uFFFF"`, `"é€😀"`, `"\ud83d\uDE00"`, "\"\x7f\"", "\"\u2028\"",
		`"12345678"`, `"123456789012345\n"`, `true`, `false`, `null`, `[]`, `[ ]`, `[1,[2,[]]]`, `{}`, "{ \n}",
		`{"":0}`, `{"a":{"b":[{}]}}`, " [ 1\t,\r\n2 ] ", `{"a\u0062":1,"b":2}`, "\"\ufeff\"", `"/"`, `[null,true,false]`,
	}
	invalid = []string{
		``, ` `, `-`, `+1`, `.5`, `1.`, `1.e5`, `01`, `-01`, `00`, `1e`, `1e+`, `1e1.5`, `0x10`, `1_000`, `NaN`, `-Infinity`, `--1`, `1 2`, "１",
		`"`, `"a`, `"\`, `"\"`, `"\x41"`, `"\u12"`, `"\u12G4"`, `"\u"`, `"\U0041"`, `'a'`, `"a"b`, `""""`, "\"\n\"", "\"\x00\"", "\"\x1f\"", "\"\t\"",
		`"\ud800"`, `"\udc00"`, `"\ud800\ud800"`, `"\ud83dx"`, `"\ud83d\n"`, `"\ud83d`, `"\ud83d\u"`, `"\udE00\ud83d"`,
		"\"\x80\"", "\"\xff\"", "\"\xc0\xaf\"", "\"\xe0\x80\xaf\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xc3\"", "\"\xe2\x82\"", "\"12345678\x80\"",
		`tru`, `truE`, `True`, `fals`, `nul`, `nulls`, `truefalse`, `[`, `[1`, `[1,`, `[1,]`, `[,1]`, `[1 2]`, `[1;2]`, `[1}`, `]`, `[[]`, `[]]`,
		`{`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{,}`, `{"a" 1}`, `{"a"::1}`, `{a:1}`, `{1:1}`, `{null:1}`, `{"a":1 "b":2}`, `{"a":1]`, `}`, `{}}`, `{"a"}`, `{"a",1}`, `{'a':1}`,
		"\ufeff1", "\u00a01", "\v1", "\f1", "1\x00", "\x00", "1\x00\x00\x00\x00\x00\x00\x00\x00", `/**/1`, `1//`, `#`, "[1\x00]", "{\"a\x00\":1}",
	}
)

// positions are where a value can stand.
var positions = map[string]struct {
	before, after string
	target        func() json.Unmarshaler
}{
	"alone":       {"", "", func() json.Unmarshaler { return new(Thing) }},
	"raw":         {`{"any":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"unknown":     {`{"later":[`, `]}`, func() json.Unmarshaler { return new(Record) }},
	"late":        {`{"A-LIAS":`, `,"size":1}`, func() json.Unmarshaler { return new(Record) }},
	"text":        {`{"id":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"integer":     {`{"count":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"float":       {`{"ratio":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"boolean":     {`{"flag":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"constant":    {`{"fixed":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"bytes":       {`{"blob":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"number":      {`{"exact":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"nullable":    {`{"alias":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"model":       {`{"parent":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"list":        {`{"grid":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"element":     {`{"tags":[`, `]}`, func() json.Unmarshaler { return new(Record) }},
	"map":         {`{"scores":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"entry":       {`{"groups":{"a":`, `}}`, func() json.Unmarshaler { return new(Record) }},
	"union":       {`{"figure":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"nested":      {`{"things":[[`, `]]}`, func() json.Unmarshaler { return new(Record) }},
	"opaque":      {`{"opaque":`, `}`, func() json.Unmarshaler { return new(Record) }},
	"after ahead": {`{"type":"square","x":`, `}`, func() json.Unmarshaler { return new(Thing) }},
}

// isSyntax reports whether text was refused as no JSON.
func isSyntax(t *testing.T, target json.Unmarshaler, text string) bool {
	t.Helper()
	err := target.UnmarshalJSON([]byte(text))
	var syntax *SyntaxError
	if !errors.As(err, &syntax) {
		return false
	}
	if syntax.Offset < 0 || syntax.Offset > len(text) {
		t.Errorf("%q: offset %d of %d", text, syntax.Offset, len(text))
	}
	return true
}

func TestSyntax(t *testing.T) {
	for name, p := range positions {
		t.Run(name, func(t *testing.T) {
			for _, text := range valid {
				if whole := p.before + text + p.after; isSyntax(t, p.target(), whole) {
					t.Errorf("refused %q", whole)
				}
			}
			for _, text := range invalid {
				whole := p.before + text + p.after
				if name != "alone" && json.Valid([]byte(whole)) && !strings.Contains(text, `\u`) {
					continue // what surrounds it makes it valid
				}
				if !isSyntax(t, p.target(), whole) {
					t.Errorf("accepted %q", whole)
				}
			}
		})
	}
}

// TestTruncated cuts a document at each byte.
func TestTruncated(t *testing.T) {
	const text = `{"id":"a\u00e9\ud83d\ude00","kind":"record","fixed":true,"note":null,"shade":"é","count":-1.0e+2,` +
		`"Full-Name":"late","things":[1.5,[true,{"type":"square","side":2}],"2026-01-02"],"grid":[[1,2.5],[]],` +
		`"groups":{"a\n":[null,{"size":3}]},"any":{"x":[false]},"later":{"y":null},"parts":[{"size":4}],"scores":{"s":5},"since":"x"}`
	if err := new(Record).UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	for n := range len(text) {
		var syntax *SyntaxError
		if err := new(Record).UnmarshalJSON([]byte(text[:n])); !errors.As(err, &syntax) || syntax.Offset > n {
			t.Errorf("cut at %d: %v", n, err)
		}
		for _, c := range []byte("\x00\xff\"{}[],:n1\\") {
			broken := []byte(text)
			broken[n] = c
			if err := new(Record).UnmarshalJSON(broken); errors.As(err, &syntax) && syntax.Offset > len(text) {
				t.Errorf("%q at %d: %v", c, n, err)
			} else if err == nil && !json.Valid(broken) {
				t.Errorf("%q at %d: accepted", c, n)
			}
		}
	}
}

func TestTrailing(t *testing.T) {
	for _, tail := range []string{"x", "{}", ",", "\x00", "null"} {
		if !isSyntax(t, new(Part), `{"size":1}`+tail) {
			t.Errorf("accepted %q behind the value", tail)
		}
	}
	if err := new(Part).UnmarshalJSON([]byte(" \n{\"size\":1}\r\t ")); err != nil {
		t.Error(err)
	}
}
