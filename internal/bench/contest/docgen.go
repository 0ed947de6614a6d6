//go:build prepared

package main

import (
	"encoding/json"

	"github.com/docgen-go/docgen/internal/bench/race"
)

// A generated is a pointer to one of docgen's models.
type generated[T any] interface {
	*T
	json.Unmarshaler
	json.Marshaler
	AppendJSON(dst []byte) ([]byte, error)
}

// docgen enters the generated methods: called for themselves, through
// encoding/json, which scans the text again, and into the caller's buffer.
func docgen[T any, P generated[T]]() []race.Contestant {
	decode := func(data []byte) (any, error) {
		v := P(new(T))
		return v, v.UnmarshalJSON(data)
	}
	var buffer []byte
	return []race.Contestant{
		{
			Name:     "docgen",
			Decode:   decode,
			Encode:   func(v any) ([]byte, error) { return v.(P).MarshalJSON() },
			Lossless: true,
		},
		{
			Name:   "docgen, AppendJSON",
			Decode: decode,
			Encode: func(v any) (_ []byte, err error) {
				buffer, err = v.(P).AppendJSON(buffer[:0])
				return buffer, err
			},
			Lossless:   true,
			EncodeOnly: true,
		},
		{
			Name: "docgen through encoding/json",
			Decode: func(data []byte) (any, error) {
				v := new(T)
				return v, json.Unmarshal(data, v)
			},
			Encode:   json.Marshal,
			Lossless: true,
		},
	}
}
