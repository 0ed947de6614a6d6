package support

import (
	"encoding/base64"
	"encoding/json"
)

// decodeText decodes a string.
func decodeText[T ~string](p *T, d *decoder, i int) int {
	if d.s[i] != '"' {
		return d.mismatch(i, "a string")
	}
	text, i := d.text(i)
	*p = T(text)
	return i
}

// decodeBool decodes true or false.
func decodeBool[T ~bool](p *T, d *decoder, i int) int {
	switch {
	case isWord(d.s, i, "true"):
		*p = true
		return i + len("true")
	case isWord(d.s, i, "false"):
		*p = false
		return i + len("false")
	}
	return d.mismatch(i, "a boolean")
}

// decodeRaw keeps any value as it is.
func decodeRaw(p *json.RawMessage, d *decoder, i int) int { return decodeOpaque(p, d, i) }

// decodeOpaque keeps any value as it is, in a type of the package's own.
func decodeOpaque[T ~[]byte](p *T, d *decoder, i int) int {
	end := d.skip(i)
	if end >= 0 {
		*p = T(d.rawAt(i, end))
	}
	return end
}

// decodeBytes decodes a string in base64 (RFC 4648, section 4).
func decodeBytes(p *[]byte, d *decoder, i int) int {
	if d.s[i] != '"' {
		return d.mismatch(i, "a string in base64")
	}
	text, end := d.text(i)
	if end < 0 {
		return end
	}
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil || base64.StdEncoding.EncodeToString(data) != text {
		d.violate(i, ErrFormat, "not base64")
		return end
	}
	*p = data
	return end
}

// decodeConstant decodes a member that has a single value. The zero value is
// written as the constant, so it cannot stand for itself as well.
func decodeConstant[T comparable](p *T, d *decoder, i int, constant T, elem func(*T, *decoder, int) int) int {
	var zero T
	wrong := d.wrong
	end := elem(p, d, i)
	if end >= 0 && d.wrong == wrong && *p == zero && zero != constant {
		d.violate(i, ErrConst, "")
	}
	return end
}

// decodeOrNull decodes an element that may be null.
func decodeOrNull[T any](p **T, d *decoder, i int, elem func(*T, *decoder, int) int) int {
	if isWord(d.s, i, "null") {
		*p = nil
		return i + len("null")
	}
	*p = new(T)
	return elem(*p, d, i)
}

// decodeOptional decodes a member that is there, and is no model.
func decodeOptional[T any](p **T, d *decoder, i int, elem func(*T, *decoder, int) int) int {
	return decodeNew(p, new(T), d, i, elem)
}

// decodeNullable decodes a member that is there, and may be null.
func decodeNullable[T any](p *Nullable[T], d *decoder, i int, elem func(*T, *decoder, int) int) int {
	if isWord(d.s, i, "null") {
		p.SetNull()
		return i + len("null")
	}
	p.state = present
	return elem(&p.value, d, i)
}
