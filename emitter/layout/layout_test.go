package layout_test

import (
	"bytes"
	"go/format"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emitter/layout"
	"github.com/google/go-cmp/cmp"
)

// TestFormat takes the layout off the packages of this repository and has it
// made again. The support code in them has more shapes than docgen writes.
func TestFormat(t *testing.T) {
	files, err := filepath.Glob("../../generated/*/*.go")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, path := range files {
		if strings.HasPrefix(filepath.Base(path), "docgen_support") {
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := layout.Format(nil, rough(want, rand.New(rand.NewPCG(1, 2))))
		if !ok {
			t.Errorf("%s has an unknown shape", path)
		} else if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// FuzzFormat takes the layout off code in many ways.
func FuzzFormat(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	want := []byte(shapes)
	f.Fuzz(func(t *testing.T, a, b uint64) {
		code := rough(want, rand.New(rand.NewPCG(a, b)))
		if got, ok := layout.Format(nil, code); !ok || !bytes.Equal(got, want) {
			t.Errorf("%t: %q becomes\n%s", ok, code, got)
		}
	})
}

// TestShapes holds that the code that the other tests begin with is that of gofmt.
func TestShapes(t *testing.T) {
	want, err := format.Source([]byte(shapes))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), shapes); diff != "" {
		t.Errorf("(-gofmt +shapes):\n%s", diff)
	}
}

// rough puts blanks where there may be some, and takes others away.
func rough(code []byte, r *rand.Rand) []byte {
	var out []byte
	blanks := func() {
		for range r.IntN(3) {
			out = append(out, " \t"[r.IntN(2)])
		}
	}
	for line := range bytes.Lines(code) {
		line = bytes.TrimSpace(line)
		blanks()
		if len(line) == 0 && len(out) > 0 && r.IntN(3) == 0 {
			out = append(out, '\n')
		}
		isPlain := !bytes.HasPrefix(line, []byte("//")) && !bytes.ContainsAny(line, "\"`")
		for i, c := range line {
			if isPlain && i > 0 && (isMark(line[i-1]) || isMark(c)) {
				blanks()
				if c == ' ' {
					continue
				}
			}
			out = append(out, c)
		}
		blanks()
		out = append(out, '\n')
	}
	return out
}

// isMark reports whether c is a token whatever stands beside it.
func isMark(c byte) bool { return strings.IndexByte("()[]{},;", c) >= 0 }
