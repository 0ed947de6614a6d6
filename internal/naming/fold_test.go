package naming

import (
	"testing"

	"pgregory.net/rapid"
)

// TestFold compares the way for ASCII with the one for all text.
func TestFold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.StringMatching(`[A-Za-z0-9_$.-]*`), rapid.String(), rapid.StringMatching(`[a-z0-9]*`)).Draw(t, "name")
		if got, want := Fold(name), foldUnicode(name); got != want {
			t.Fatalf("Fold(%q) = %q, want %q", name, got, want)
		}
	})
}
