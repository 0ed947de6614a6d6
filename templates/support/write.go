package support

import (
	"encoding/json"
	"reflect"
)

// The functions of this file write a member: its name and its value, or what
// stands for its absence. Those for models take them as an interface, so that
// they are compiled once and not for each model.

// A model is a pointer to a generated type that encodes itself.
type model interface {
	encode(b []byte, e *encoder) []byte
}

// writeModel writes an optional member that is a model.
func writeModel(b []byte, w *objectWriter, member int, present bool, v model) []byte {
	switch {
	case !present:
		return w.missing(b, member)
	case w.e.err != nil:
		return b
	}
	return v.encode(w.key(b, member), w.e)
}

// writeModelOrNull writes a required member whose absence is null.
func writeModelOrNull(b []byte, w *objectWriter, member int, present bool, v model) []byte {
	b = w.key(b, member)
	switch {
	case !present:
		return append(b, "null"...)
	case w.e.err != nil:
		return b
	}
	return v.encode(b, w.e)
}

// writeModels writes a list of n models.
func writeModels(b []byte, w *objectWriter, member int, present bool, n int, at func(int) model) []byte {
	if !present {
		return w.missing(b, member)
	}
	return encodeModels(w.key(b, member), w.e, n, at)
}

// writeRequiredModels writes a list of n models that must be there: nil is the
// empty list, or the null that is remembered.
func writeRequiredModels(b []byte, w *objectWriter, member int, present bool, n int, at func(int) model) []byte {
	if !present && w.isNull(member) {
		return w.missing(b, member)
	}
	return encodeModels(w.key(b, member), w.e, n, at)
}

func encodeModels(b []byte, e *encoder, n int, at func(int) model) []byte {
	if !e.enter() {
		return b
	}
	b = append(b, '[')
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = at(i).encode(b, e)
	}
	e.depth--
	return append(b, ']')
}

func writeOptional[T any](b []byte, w *objectWriter, member int, p *T, elem func(*T, []byte, *encoder) []byte) []byte {
	switch {
	case p == nil:
		return w.missing(b, member)
	case w.e.err != nil:
		return b
	}
	return elem(p, w.key(b, member), w.e)
}

func writeOptionalString[T ~string](b []byte, w *objectWriter, member int, p *T) []byte {
	if p == nil {
		return w.missing(b, member)
	}
	return appendText(w.key(b, member), string(*p), w.e)
}

func writeOptionalInteger(b []byte, w *objectWriter, member int, p *int64) []byte {
	return writeOptional(b, w, member, p, encodeInteger)
}

func writeOptionalFloat(b []byte, w *objectWriter, member int, p *float64) []byte {
	return writeOptional(b, w, member, p, encodeFloat)
}

func writeOptionalBool(b []byte, w *objectWriter, member int, p *bool) []byte {
	return writeOptional(b, w, member, p, encodeBool)
}

// writeStringOrNull is writeOrNull for strings.
func writeStringOrNull[T ~string](b []byte, w *objectWriter, member int, p *T) []byte {
	b = w.key(b, member)
	if p == nil {
		return append(b, "null"...)
	}
	return appendText(b, string(*p), w.e)
}

// writeOrNull writes a required member whose nil is null.
func writeOrNull[T any](b []byte, w *objectWriter, member int, p *T, elem func(*T, []byte, *encoder) []byte) []byte {
	return encodeOrNull(&p, w.key(b, member), w.e, elem)
}

func writeNullable[T any](b []byte, w *objectWriter, member int, n *Nullable[T], elem func(*T, []byte, *encoder) []byte) []byte {
	switch n.state {
	case present:
		return elem(&n.value, w.key(b, member), w.e)
	case null:
		return append(w.key(b, member), "null"...)
	}
	return b
}

// writeRemembered writes a required member: null where a null is remembered
// and the value was not set since.
func writeRemembered[T any](b []byte, w *objectWriter, member int, p *T, elem func(*T, []byte, *encoder) []byte) []byte {
	if w.isNull(member) && reflect.ValueOf(p).Elem().IsZero() {
		return w.missing(b, member)
	}
	return elem(p, w.key(b, member), w.e)
}

// writeConstant writes a required member that has a single value: the
// null that is remembered or else the constant, where no other was set.
func writeConstant[T comparable](b []byte, w *objectWriter, member int, p *T, constant T, elem func(*T, []byte, *encoder) []byte) []byte {
	var zero T
	if *p == zero {
		if w.isNull(member) {
			return w.missing(b, member)
		}
		p = &constant
	}
	return elem(p, w.key(b, member), w.e)
}

func writeList[T any](b []byte, w *objectWriter, member int, list []T, elem func(*T, []byte, *encoder) []byte) []byte {
	if list == nil {
		return w.missing(b, member)
	}
	return encodeList(&list, w.key(b, member), w.e, elem)
}

// writeRequiredList writes nil as the empty list, or as the null that is
// remembered.
func writeRequiredList[T any](b []byte, w *objectWriter, member int, list []T, elem func(*T, []byte, *encoder) []byte) []byte {
	if list == nil && w.isNull(member) {
		return w.missing(b, member)
	}
	return encodeList(&list, w.key(b, member), w.e, elem)
}

func writeMap[T any](b []byte, w *objectWriter, member int, m map[string]T, elem func(*T, []byte, *encoder) []byte) []byte {
	if m == nil {
		return w.missing(b, member)
	}
	return encodeMap(&m, w.key(b, member), w.e, elem)
}

// writeRequiredMap writes nil as the empty object, or as the null that is
// remembered.
func writeRequiredMap[T any](b []byte, w *objectWriter, member int, m map[string]T, elem func(*T, []byte, *encoder) []byte) []byte {
	if m == nil && w.isNull(member) {
		return w.missing(b, member)
	}
	return encodeMap(&m, w.key(b, member), w.e, elem)
}

func writeRaw(b []byte, w *objectWriter, member int, raw json.RawMessage) []byte {
	return writeOpaque(b, w, member, raw)
}

func writeOpaque[T ~[]byte](b []byte, w *objectWriter, member int, raw T) []byte {
	if raw == nil {
		return w.missing(b, member)
	}
	return encodeOpaque(&raw, w.key(b, member), w.e)
}

func writeBytes(b []byte, w *objectWriter, member int, data []byte) []byte {
	if data == nil {
		return w.missing(b, member)
	}
	return encodeBytes(&data, w.key(b, member), w.e)
}
