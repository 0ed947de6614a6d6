//go:build prepared

package main

import (
	"encoding/json"

	"github.com/bytedance/sonic"
	jsonv2 "github.com/go-json-experiment/json"
	goccy "github.com/goccy/go-json"
	"github.com/mailru/easyjson"

	"github.com/docgen-go/docgen/internal/bench/race"
)

// library enters a library that finds out about T by reflection.
func library[T any](name string, unmarshal func([]byte, any) error, marshal func(any) ([]byte, error)) race.Contestant {
	return race.Contestant{
		Name: name,
		Decode: func(data []byte) (any, error) {
			v := new(T)
			return v, unmarshal(data, v)
		},
		Encode: marshal,
	}
}

// libraries enters the libraries with the plain structs.
func libraries[T any]() []race.Contestant {
	return []race.Contestant{
		library[T]("encoding/json", json.Unmarshal, json.Marshal),
		library[T]("go-json-experiment/json (v2)",
			func(data []byte, v any) error { return jsonv2.Unmarshal(data, v) },
			func(v any) ([]byte, error) { return jsonv2.Marshal(v) }),
		library[T]("sonic, ConfigStd", sonic.ConfigStd.Unmarshal, sonic.ConfigStd.Marshal),
		library[T]("sonic, ConfigDefault", sonic.ConfigDefault.Unmarshal, sonic.ConfigDefault.Marshal),
		library[T]("sonic, ConfigFastest", sonic.ConfigFastest.Unmarshal, sonic.ConfigFastest.Marshal),
		library[T]("goccy/go-json", goccy.Unmarshal, goccy.Marshal),
	}
}

// An easy is a pointer to a plain struct that easyjson has written methods for.
type easy[T any] interface {
	*T
	easyjson.Unmarshaler
	easyjson.Marshaler
}

func easyJSON[T any, P easy[T]]() race.Contestant {
	return race.Contestant{
		Name: "easyjson",
		Decode: func(data []byte) (any, error) {
			v := P(new(T))
			return v, easyjson.Unmarshal(data, v)
		},
		Encode: func(v any) ([]byte, error) { return easyjson.Marshal(v.(P)) },
	}
}
