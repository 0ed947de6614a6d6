package wire

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/docgen-go/docgen/internal/naming"
)

func TestStyleOf(t *testing.T) {
	for name, want := range map[string]Style{
		"two_words": Snake, "twoWords": Camel, "TwoWords": Pascal, "two-words": Kebab, "TWO_WORDS": Upper,
		"word": None, "_id": None, "": None, "_": None, "two_Words": None, "a_b-c": None, "URL": None, "Word": Pascal,
		"_two_words": Snake, "x1_y2": Snake, "externalID": Camel,
	} {
		if got := styleOf(name); got != want {
			t.Errorf("styleOf(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestConvert(t *testing.T) {
	for _, c := range []struct {
		name     string
		style    Style
		acronyms bool
		want     string
	}{
		{"expires_at", Camel, false, "expiresAt"},
		{"ExternalID", Camel, false, "externalId"},
		{"external_id", Camel, true, "externalID"},
		{"HTTPServer", Snake, false, "http_server"},
		{"iso3166Code", Kebab, false, "iso3166-code"},
		{"id", Camel, true, "id"},
		{"_links", Camel, false, "_links"},
		{"WebhookIds", Snake, false, "webhook_ids"},
		{"expires_at", Upper, false, "EXPIRES_AT"},
		{"media_container", Pascal, false, "MediaContainer"},
		{"__", Camel, false, "__"},
	} {
		if got := convert(c.name, c.style, c.acronyms); got != c.want {
			t.Errorf("convert(%q, %s) = %q, want %q", c.name, c.style, got, c.want)
		}
	}
}

// TestConversionsKeepLetters converts names of any words: the letters stay,
// and what comes out is of the style that was asked for.
func TestConversionsKeepLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z]{2,8}`), 2, 5).Draw(t, "words")
		snake := strings.Join(words, "_")
		style := rapid.SampledFrom([]Style{Snake, Camel, Pascal, Kebab, Upper}).Draw(t, "style")
		got := convert(snake, style, false)
		if naming.Fold(got) != naming.Fold(snake) {
			t.Errorf("%q has other letters than %q", got, snake)
		}
		if styleOf(got) != style {
			t.Errorf("%q is %s, not %s", got, styleOf(got), style)
		}
		if back := convert(got, Snake, false); style != Upper && back != snake {
			t.Errorf("%q comes back as %q, not %q", got, back, snake)
		}
	})
}
