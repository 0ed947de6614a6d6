package closure_test

import (
	"testing"

	"github.com/docgen-go/docgen/internal/closure"
)

func TestPage(t *testing.T) {
	for _, c := range []struct{ page, docs, want string }{
		{"docs/a/card.md", "docs", "a/card.md"},
		{"docs/a/card.md", "./docs/", "a/card.md"},
		{"./docs/card.md", "docs/card.md", "card.md"},
		{"card.md", ".", "card.md"},
		{"../docs/card.md", "../docs", "card.md"},
		{"other/card.md", "docs", "other/card.md"},
	} {
		if got := closure.Page(c.page, c.docs); got != c.want {
			t.Errorf("%s from %s: %s, want %s", c.page, c.docs, got, c.want)
		}
	}
}
