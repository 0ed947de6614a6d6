package race

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestSpread(t *testing.T) {
	s := Spread{4, 1, 3}
	if s.Median() != 3 || s.Min() != 1 || s.Max() != 4 {
		t.Errorf("%v: median %v, min %v, max %v", s, s.Median(), s.Min(), s.Max())
	}
	s.Add(2)
	if s.Median() != 2.5 || s[3] != 2 {
		t.Errorf("%v: median %v", s, s.Median())
	}
	if got := s.Over(Spread{2, 2}); len(got) != 2 || got[0] != 2 || got[1] != 0.5 {
		t.Errorf("over {2 2}: %v", got)
	}
	if !math.IsNaN(Spread(nil).Median()) {
		t.Error("nothing has a median")
	}
	if got := GeometricMean([]float64{2, 8}); math.Abs(got-4) > 1e-9 {
		t.Errorf("geometric mean of 2 and 8: %v", got)
	}
}

func TestCompare(t *testing.T) {
	for got, want := range map[string]Kept{
		`{"b":[{}],"a":1.0,"n":null}`: All,
		`{"a":1,"b":[{}]}`:            AllButNil,
		`{"a":1,"b":[]}`:              NotAll,
		`{"a":2,"b":[{}],"n":null}`:   NotAll,
	} {
		if kept, err := compare([]byte(`{"a":1,"b":[{}],"n":null}`), []byte(got)); kept != want || err != nil {
			t.Errorf("%s: %s, %v; want %s", got, kept, err, want)
		}
	}
	if _, err := compare([]byte("{}"), []byte("{")); err == nil {
		t.Error("what is no JSON keeps something")
	}
}

// generic decodes into any, which keeps everything.
func generic(name string) Contestant {
	return Contestant{
		Name: name,
		Decode: func(data []byte) (any, error) {
			var v any
			err := json.Unmarshal(data, &v)
			return &v, err
		},
		Encode:   json.Marshal,
		Lossless: true,
	}
}

func TestRun(t *testing.T) {
	slow := generic("slow")
	slow.Encode = func(v any) ([]byte, error) {
		time.Sleep(time.Millisecond)
		return json.Marshal(v)
	}
	encoder := generic("encoder")
	encoder.EncodeOnly = true
	payload := Payload{"p", []byte(`{"a":[1,2,3]}`), []Contestant{generic("base"), slow, encoder, generic("other")}}
	var out bytes.Buffer
	results, err := Run([]Payload{payload}, Options{
		Rounds: 3, Pass: 2 * time.Millisecond, Peers: regexp.MustCompile("slow|encoder"), Log: io.Discard,
	})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range results {
		lines = append(lines, r.Direction+" "+r.Contestant)
		if len(r.Nanosecond) != 3 || len(r.Ratio) != 3 || r.Kept != All || r.Allocs < 1 {
			t.Errorf("%+v", r)
		}
	}
	want := "decode base, decode slow, encode base, encode slow, encode encoder"
	if got := strings.Join(lines, ", "); got != want {
		t.Errorf("measured %s\nwant %s", got, want)
	}
	if r := results[3]; r.Ratio.Max() > 0.5 {
		t.Errorf("%s is as fast as the base: %v", r.Contestant, r.Ratio)
	}
	file := filepath.Join(t.TempDir(), "results.json")
	if err := Write(&out, Output{Value: results, Markdown: Markdown(results), JSON: file}); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"## Decode", "## Encode", "| speed over base | p | mean |", "| p | slow |"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("no %q in\n%s", part, out.String())
		}
	}
}

// TestVerify holds that nobody is measured who does not do the work.
func TestVerify(t *testing.T) {
	failing := generic("failing")
	failing.Decode = func([]byte) (any, error) { return nil, errors.New("refused") }
	writing := generic("writing")
	writing.Decode = func(data []byte) (any, error) {
		data[0] = ' '
		return nil, nil
	}
	losing := generic("losing")
	losing.Encode = func(any) ([]byte, error) { return []byte("{}"), nil }
	for want, c := range map[string]Contestant{
		"decoding: refused": failing, "changed the payload": writing, "kept not all": losing,
	} {
		payload := Payload{"p", []byte(`{"a":1}`), []Contestant{c}}
		if _, err := Run([]Payload{payload}, Options{Log: io.Discard}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", c.Name, err, want)
		}
	}
}
