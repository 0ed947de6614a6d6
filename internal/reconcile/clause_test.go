package reconcile_test

import (
	"errors"
	"testing"

	"github.com/docgen-go/docgen/internal/reconcile"
)

// TestOtherPackage puts files of other packages beside what is wanted: those
// that go would build with it are in the way.
func TestOtherPackage(t *testing.T) {
	for name, c := range map[string]struct {
		file, text, has string
	}{
		"the same package":     {"hand.go", "package p\n", ""},
		"another":              {"hand.go", "// By hand.\npackage other // really\n", "other"},
		"another's tests":      {"hand_test.go", "package other\n", "other"},
		"tests":                {"hand_test.go", "package p\n", ""},
		"tests from outside":   {"hand_test.go", "package p_test\n", ""},
		"a generator":          {"gen.go", "//go:build ignore\n\npackage main\n", ""},
		"documentation":        {"doc.go", "package documentation\n", ""},
		"hidden":               {"_hand.go", "package other\n", ""},
		"half a file":          {"hand.go", "package", ""},
		"no Go":                {"hand.txt", "package other\n", ""},
		"docgen's, of old":     {"old.go", reconcile.Header + "\n\npackage other\n", ""},
		"assembly":             {"hand.s", "TEXT", ""},
		"a program by mistake": {"main.go", "package main\n", "main"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := tree(t, c.file, c.text)
			_, err := reconcile.Compare(dir, wanted("a.go", own("A")), nil)
			var other *reconcile.PackageError
			switch {
			case c.has == "" && err != nil:
				t.Error(err)
			case c.has != "" && (!errors.As(err, &other) || other.Has != c.has || other.Want != "p"):
				t.Errorf("want a complaint of package %s, got %v", c.has, err)
			}
		})
	}
}
