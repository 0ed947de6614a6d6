package support

import "testing"

// An optional scalar that cannot be held stays unset: the zero value would be
// encoded as if it had arrived.
func TestOptionalOfWrongKindStaysUnset(t *testing.T) {
	decodeShade := func(p **Shade, d *decoder, i int) int { return decodeOptional(p, d, i, decodeText) }
	for _, text := range []string{`{}`, `[1]`, `1.5`, `"x"`, `true`} {
		unset(t, text, text == `"x"`, decodeOptionalString)
		unset(t, text, text == `"x"`, decodeShade)
		unset(t, text, false, decodeOptionalInteger)
		unset(t, text, text == `1.5`, decodeOptionalFloat)
		unset(t, text, text == `true`, decodeOptionalBool)
	}
	unset(t, "1e999", false, decodeOptionalFloat)
}

// unset decodes text and checks that a pointer is set just when text fits.
func unset[T any](t *testing.T, text string, fits bool, decode func(**T, *decoder, int) int) {
	t.Helper()
	var p *T
	d := newDecoder([]byte(text))
	err := d.finish(decode(&p, d, d.start()))
	if (p != nil) != fits || (err == nil) != fits {
		t.Errorf("%s: set %v, error %v", text, p != nil, err)
	}
}
