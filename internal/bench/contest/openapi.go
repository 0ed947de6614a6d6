//go:build prepared

package main

import (
	"encoding/json"

	"github.com/go-faster/jx"

	"github.com/docgen-go/docgen/internal/bench/race"
)

// A jxModel is a pointer to one of ogen's models.
type jxModel[T any] interface {
	*T
	Decode(d *jx.Decoder) error
	Encode(e *jx.Encoder)
}

// ogen enters ogen's models the way that ogen's own clients call them.
func ogen[T any, P jxModel[T]]() race.Contestant {
	return race.Contestant{
		Name: "ogen",
		Decode: func(data []byte) (any, error) {
			v := P(new(T))
			return v, v.Decode(jx.DecodeBytes(data))
		},
		Encode: func(v any) ([]byte, error) {
			e := new(jx.Encoder)
			v.(P).Encode(e)
			return e.Bytes(), nil
		},
	}
}

// oapiCodegen enters oapi-codegen's models, which encoding/json calls.
func oapiCodegen[T any]() race.Contestant {
	return library[T]("oapi-codegen", json.Unmarshal, json.Marshal)
}
