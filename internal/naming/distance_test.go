package naming

import (
	"strings"
	"testing"
)

// TestDistance compares with the definition on short words.
func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"book", "book", 0}, {"book", "boook", 1}, {"book", "back", 2}, {"book", "", 4}, {"kitten", "sitting", 3},
	} {
		if got := Distance(tt.a, tt.b, 5); got != tt.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := Distance(tt.b, tt.a, 5); got != tt.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
	if got := Distance(strings.Repeat("a", 50), strings.Repeat("b", 50), 2); got != 3 {
		t.Errorf("beyond the limit: %d, want 3", got)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"components/card", "components/cart", "Owner", "on"}
	for name, want := range map[string]string{
		"components.Card": "components/card", "components/carx": "components/card", "componens/crat": "components/cart",
		"nowhere": "", "owners": "Owner", "of": "on", "": "",
	} {
		if got := Nearest(name, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}
