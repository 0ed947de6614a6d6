package support

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// travelling are decimals as they travel, and what they are in Go.
var travelling = map[string]Decimal{
	"3.1400":                               NewDecimal("3.1400"),
	`"3.1400"`:                             QuotedDecimal("3.1400"),
	"-0":                                   NewDecimal("-0"),
	"1E+400":                               NewDecimal("1E+400"),
	`"-1e-400"`:                            QuotedDecimal("-1e-400"),
	"1e999999999999":                       NewDecimal("1e999999999999"),
	strings.Repeat("9", 400):               NewDecimal(strings.Repeat("9", 400)),
	`"0.` + strings.Repeat("1", 400) + `"`: QuotedDecimal("0." + strings.Repeat("1", 400)),
	`""`:                                   QuotedDecimal(""),
	`"n/a"`:                                QuotedDecimal("n/a"),
	`"1\n€\\"`:                             QuotedDecimal("1\n€\\"),
}

func TestDecimal(t *testing.T) {
	for text, want := range travelling {
		if got, err := decoded(text, decodeDecimal); got != want || err != nil {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
		if again, err := encoded(want, encodeDecimal); again != text || err != nil {
			t.Errorf("%s: %s, %v", text, again, err)
		}
	}
	if got, err := decoded(`"\u0031\/2"`, decodeDecimal); got != QuotedDecimal("1/2") || err != nil {
		t.Errorf("escapes: %+v, %v", got, err)
	}
	if text, err := encoded(Decimal{}, encodeDecimal); text != "0" || err != nil {
		t.Errorf("the zero Decimal: %s, %v", text, err)
	}
	for _, text := range []string{"x", "01", "1 ", `"1"`, "NaN"} {
		if _, err := encoded(NewDecimal(text), encodeDecimal); err == nil {
			t.Errorf("encoded %q", text)
		}
	}
	for _, text := range []string{"true", "[]", `{"a":1}`} {
		if _, err := decoded(text, decodeDecimal); !errors.Is(err, ErrKind) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestDecimalAlone reads and writes decimals by package encoding/json, as types
// of the user's own do that hold them.
func TestDecimalAlone(t *testing.T) {
	for text, want := range travelling {
		var got struct{ Amounts map[string][]*Decimal }
		document := `{"Amounts":{"a":[` + text + `,null]}}`
		if err := json.Unmarshal([]byte(document), &got); err != nil || !reflect.DeepEqual(got.Amounts["a"], []*Decimal{&want, nil}) {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
		if again, err := json.Marshal(got); string(again) != document || err != nil {
			t.Errorf("%s: %s, %v", text, again, err)
		}
	}
	if err := json.Unmarshal([]byte("[]"), new(Decimal)); !errors.Is(err, ErrKind) {
		t.Error(err)
	}
	if _, err := json.Marshal(NewDecimal("x")); err == nil {
		t.Error("encoded x")
	}
}

func TestValidateDecimal(t *testing.T) {
	for d, want := range map[Decimal]struct{ decimal, integer bool }{
		{}:                                      {true, true},
		NewDecimal("1.50"):                      {true, false},
		NewDecimal("1.0"):                       {true, true},
		NewDecimal("1e3"):                       {true, true},
		NewDecimal("1e-3"):                      {true, false},
		NewDecimal("1e999999999999"):            {true, true},
		NewDecimal("x"):                         {false, false},
		QuotedDecimal("-17"):                    {true, true},
		QuotedDecimal("1.50"):                   {true, false},
		QuotedDecimal("1.0"):                    {true, false},
		QuotedDecimal("1e3"):                    {true, false},
		QuotedDecimal(strings.Repeat("9", 400)): {true, true},
		QuotedDecimal(""):                       {false, false},
		QuotedDecimal("n/a"):                    {false, false},
		QuotedDecimal(" 1"):                     {false, false},
		QuotedDecimal("007"):                    {false, false},
		QuotedDecimal("1\x00"):                  {false, false},
	} {
		decimal, integer := new(validator), new(validator)
		d.validate(decimal)
		validateInteger(&d, integer)
		if err := decimal.err(); (err == nil) != want.decimal || err != nil && !errors.Is(err, ErrFormat) {
			t.Errorf("%+v as a decimal: %v", d, err)
		}
		if err := integer.err(); (err == nil) != want.integer || err != nil && !errors.Is(err, ErrFormat) {
			t.Errorf("%+v as an integer: %v", d, err)
		}
	}
}

func TestDecimalConversions(t *testing.T) {
	d := QuotedDecimal("12.50")
	if f, err := d.Float64(); f != 12.5 || err != nil {
		t.Error(f, err)
	}
	if d.String() != "12.50" {
		t.Error(d)
	}
	if n, err := NewDecimal("12").Int64(); n != 12 || err != nil {
		t.Error(n, err)
	}
	r := Record{Exact: &d}
	if c := r.Clone(); c.Exact == r.Exact || *c.Exact != d {
		t.Errorf("%+v", c.Exact)
	}
}
