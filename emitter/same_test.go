package emitter

import (
	"bytes"
	"go/format"
	"strings"
	"testing"
)

const unformatted = `package p

// A T is a thing.
type T struct {
Name string ` + "`json:\"name\"`" + `
Longer  []int // how many
}

func (t T) f(a,b int) string {
if a==b {
return "a  b" +'x'
}
return t.Name
}
`

// TestIsFormatted holds what formatting makes of code for up to date, and
// nothing that was changed since.
func TestIsFormatted(t *testing.T) {
	code := strings.NewReplacer("a,b", "a, b", "a==b", "a == b", `+'x'`, `+ string('x')`).Replace(unformatted)
	old, err := format.Source([]byte(code))
	if err != nil {
		t.Fatal(err)
	}
	if !isFormatted(old, []byte(code)) {
		t.Fatalf("not seen that it is formatted:\n%s", old)
	}
	for _, edit := range []struct{ from, to string }{
		{"\n}\n\nfunc", "\n}\nfunc"}, {"}\n\nfunc", "}\n\n\nfunc"}, {"return t.Name\n}\n", "return t.Name\n}\n\n"},
		{"return t.Name\n}\n", "return t.Name\n}"}, {"a  b", "a b"}, {"a thing", "a  thing"}, {"thing.\n", "thing. \n"},
		{"a == b", "a = = b"}, {"return t", "returnt"}, {"t.Name\n", "t.Nam\n"}, {"{\n\t\treturn", "{ return"},
		{"t T", "tT"}, {"\n}\n\nfunc", "\n\n}\n\nfunc"}, {"package p", "package p "}, {"// A", "//  A"}, {"\nreturn", "\n\nreturn"},
		{"[]int", "[]  uint"}, {"package p", "package q"}, {"return t.Name\n}\n", ""},
	} {
		edited := bytes.Replace(old, []byte(edit.from), []byte(edit.to), 1)
		if bytes.Equal(edited, old) {
			edited = bytes.Replace(old, []byte(strings.ReplaceAll(edit.from, "\n", "\n\t")), []byte(edit.to), 1)
		}
		if bytes.Equal(edited, old) {
			t.Errorf("%q is not in the code", edit.from)
		}
		if isFormatted(edited, []byte(code)) {
			t.Errorf("%q for %q passes for formatted", edit.to, edit.from)
		}
	}
	if isFormatted(nil, nil) || isFormatted(nil, []byte(code)) {
		t.Error("nothing passes for formatted")
	}
}

// FuzzIsFormatted holds that what passes for formatted is formatted to the same,
// whatever has become of a file on the disk.
func FuzzIsFormatted(f *testing.F) {
	code := []byte(strings.NewReplacer("a,b", "a, b", "a==b", "a == b", `+'x'`, `+ string('x')`).Replace(unformatted))
	want, err := format.Source(code)
	if err != nil {
		f.Fatal(err)
	}
	for _, old := range []string{string(want), string(want[:len(want)/2]), "`\n", "\"\n", "//\n", "/*\n", "'\n", ""} {
		f.Add([]byte(old))
	}
	f.Fuzz(func(t *testing.T, old []byte) {
		if !isFormatted(old, code) {
			return
		}
		if got, err := format.Source(old); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%v: %q passes for formatted", err, old)
		}
	})
}
