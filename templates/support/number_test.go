package support

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// decoded decodes text as one value by elem.
func decoded[T any](text string, elem func(*T, *decoder, int) int) (T, error) {
	var v T
	d := newDecoder([]byte(text))
	err := d.finish(elem(&v, d, d.start()))
	return v, err
}

// encoded encodes v by elem.
func encoded[T any](v T, elem func(*T, []byte, *encoder) []byte) (string, error) {
	e := newEncoder()
	b, err := e.finishAppend(nil, elem(&v, nil, e))
	return string(b), err
}

func TestInteger(t *testing.T) {
	zeros := strings.Repeat("0", 400)
	tests := []struct {
		text string
		want int64
		err  error
	}{
		{"0", 0, nil}, {"-0", 0, nil}, {"-0.0", 0, nil}, {"0e5", 0, nil}, {"0.000e-99999999999999999999", 0, nil},
		{"1.0", 1, nil}, {"1e3", 1000, nil}, {"1E+3", 1000, nil}, {"1.5e1", 15, nil}, {"100e-2", 1, nil}, {"-2.50e1", -25, nil},
		{"999999999999999999", 999999999999999999, nil}, {"1000000000000000000", 1e18, nil},
		{"9223372036854775807", math.MaxInt64, nil}, {"-9223372036854775808", math.MinInt64, nil},
		{"10e9223372036854775807", 0, ErrRange}, {"0.1e-9223372036854775808", 0, ErrKind},
		{"9223372036854775807.0", math.MaxInt64, nil}, {"92233720368547758.07e2", math.MaxInt64, nil},
		{"-0.9223372036854775808e19", math.MinInt64, nil}, {"1" + zeros + "e-400", 1, nil}, {"0." + zeros + "7e401", 7, nil},
		{"9223372036854775808", 0, ErrRange}, {"-9223372036854775809", 0, ErrRange}, {"1e19", 0, ErrRange},
		{"1e99999999999999999999", 0, ErrRange}, {"-1e2147483647", 0, ErrRange}, {"1" + zeros, 0, ErrRange},
		{"1.5", 0, ErrKind}, {"1e-1", 0, ErrKind}, {"1e-99999999999999999999", 0, ErrKind}, {"0." + zeros + "1", 0, ErrKind},
		{"15e-1", 0, ErrKind}, {"9223372036854775807.5", 0, ErrKind}, {`"1"`, 0, ErrKind}, {"null", 0, ErrNull},
	}
	for _, test := range tests {
		got, err := decoded(test.text, decodeInteger[int64])
		if got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%.40s: %d, %v; want %d, %v", test.text, got, err, test.want, test.err)
		}
	}
}

func TestIntegerRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.Int64().Draw(t, "integer")
		text, err := encoded(want, encodeInteger)
		if err != nil || text != strconv.FormatInt(want, 10) {
			t.Fatal(text, err)
		}
		if got, err := decoded(text, decodeInteger[int64]); err != nil || got != want {
			t.Fatal(got, err)
		}
	})
}

// decimals are texts of numbers with as many digits as matter.
var decimals = rapid.Custom(func(t *rapid.T) string {
	text := rapid.StringMatching(`-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?`).Draw(t, "decimal")
	if rapid.IntRange(0, 3).Draw(t, "exponent") == 0 {
		text += "e" + strconv.Itoa(rapid.IntRange(-330, 300).Draw(t, "power"))
	}
	return text
})

func TestFloatReadsAsStrconv(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := decimals.Draw(t, "text")
		want, err := strconv.ParseFloat(text, 64)
		got, fail := decoded(text, decodeFloat[float64])
		if (err != nil) != errors.Is(fail, ErrRange) {
			t.Fatalf("%s: %v, want %v", text, fail, err)
		}
		if err == nil && math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("%s: %v, want %v", text, got, want)
		}
	})
}

func TestFloatEdges(t *testing.T) {
	for _, text := range []string{"9007199254740991", "9007199254740992", "9007199254740993", "900719925474099.3", "0.1", "-0.0", "-0",
		"0.1234567890123456789", "1234567890123456789", "12345678901234567890", "18446744073709551617", "1844674407370955161.7", "5e-324", "2e-324", "1.7976931348623157e308",
		"0.30000000000000004", "00", "0.", "-", "-.5", "1.e1", "1.5.5"} {
		want, err := strconv.ParseFloat(text, 64)
		got, fail := decoded(text, decodeFloat[float64])
		if json.Valid([]byte(text)) && (err != nil || fail != nil || math.Float64bits(got) != math.Float64bits(want)) {
			t.Errorf("%s: %v %v, want %v %v", text, got, fail, want, err)
		}
		if !json.Valid([]byte(text)) && fail == nil {
			t.Errorf("accepted %s", text)
		}
	}
}

// TestFloatWritesAsShortest compares with encoding/json, which writes the
// shortest text that reads back equal.
func TestFloatWritesAsShortest(t *testing.T) {
	check := func(v float64) string {
		want, err := json.Marshal(v)
		if err != nil {
			return err.Error()
		}
		if got, err := encoded(v, encodeFloat); err != nil || got != string(want) {
			return got + ", want " + string(want)
		}
		return ""
	}
	for _, v := range []float64{0, math.Copysign(0, -1), 100, 1e6, 123456.789, 1e9 - 0.5, 1e9, 1e15, 1e20, 1e21, -1e21, 1e-6, 1.5e-6, 9.999999e-7,
		1e-7, 1e-10, 5e-324, math.MaxFloat64, 0.1, 0.3, 0.1 + 0.2, 999999999.999999, 0.0000005, 1.0000005, math.Nextafter(1, 2), math.Pi, 68719476736.1} {
		if wrong := check(v); wrong != "" {
			t.Error(wrong)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		float := rapid.OneOf(
			rapid.Float64(),
			rapid.Map(rapid.Int64Range(-1e15, 1e15), func(n int64) float64 { return float64(n) / 1e6 }),
			rapid.Map(rapid.Int64Range(-9e18, 9e18), func(n int64) float64 { return float64(n) / 1e6 }),
			rapid.Map(rapid.Int64Range(-1e9, 1e9), func(n int64) float64 { return float64(n) / 1e7 }),
			rapid.Map(rapid.Uint64(), math.Float64frombits),
		).Draw(t, "float")
		if math.IsNaN(float) || math.IsInf(float, 0) {
			return
		}
		if wrong := check(float); wrong != "" {
			t.Fatal(wrong)
		}
	})
}

func TestNoNumber(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if _, err := (Record{Ratio: &v}).MarshalJSON(); err == nil {
			t.Errorf("encoded %v", v)
		}
	}
	for _, text := range []json.Number{"x", "01", "1.", "1 ", "NaN", "1\x00", "-", "1,2", `"1"`} {
		if _, err := (Record{Exact: &Decimal{Number: text}}).MarshalJSON(); err == nil {
			t.Errorf("encoded %q", text)
		}
	}
}

func TestExactNumber(t *testing.T) {
	for _, text := range []string{"1.50", "-0", "1e400", "12345678901234567890.12345678901234567890", "1E+2"} {
		got, err := decoded(text, decodeNumber)
		if string(got) != text || err != nil {
			t.Errorf("%s: %s, %v", text, got, err)
		}
		if again, err := encoded(got, encodeNumber); again != text || err != nil {
			t.Errorf("%s: %s, %v", text, again, err)
		}
	}
	if text, err := encoded(json.Number(""), encodeNumber); text != "0" || err != nil {
		t.Error(text, err)
	}
}
