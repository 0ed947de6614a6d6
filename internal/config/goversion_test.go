package config

import (
	"path/filepath"
	"testing"
)

// TestGoVersion holds that the go line of the nearest module counts, for a
// directory that is not there yet, too.
func TestGoVersion(t *testing.T) {
	root := t.TempDir()
	for text, want := range map[string]int{
		"module m\n\ngo 1.26.8 // as usual\n":       26,
		"module m\n// go 1.25\ngo 1.27rc1\r\n":      27,
		"module m\n":                                0,
		"module m\ngo 2.0\n":                        0,
		"module m\n\ntoolchain go1.27.0\n\ngo 1.24": 24,
	} {
		write(t, filepath.Join(root, "go.mod"), text)
		if got, err := GoVersion(filepath.Join(root, "a", "b")); got != want || err != nil {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	write(t, filepath.Join(root, "a", "go.mod", "x"), "")
	if got, err := GoVersion(filepath.Join(root, "a")); err == nil {
		t.Errorf("a go.mod that cannot be read says %d", got)
	}
	if got, err := GoVersion(filepath.VolumeName(root) + string(filepath.Separator)); got != 0 || err != nil {
		t.Errorf("without a module: %d, %v", got, err)
	}
}
