package support

import (
	"encoding/json"
	"testing"
)

// The twins are the same types as people write them for encoding/json.
type (
	twinFeed struct {
		Entries []twinEntry `json:"entries"`
		HasMore bool        `json:"has_more"`
		ID      string      `json:"request_id"`
	}
	twinEntry struct {
		Account string     `json:"account_id"`
		Amount  float64    `json:"amount"`
		Count   *int64     `json:"count,omitempty"`
		Date    string     `json:"date"`
		Name    string     `json:"name"`
		Pending bool       `json:"pending"`
		Place   *twinPlace `json:"place,omitempty"`
		State   string     `json:"state"`
		Tags    []string   `json:"tags,omitempty"`
		Title   *string    `json:"title,omitempty"`
	}
	twinPlace struct {
		City   *string  `json:"city,omitempty"`
		Lat    *float64 `json:"lat,omitempty"`
		Lon    *float64 `json:"lon,omitempty"`
		Street *string  `json:"street,omitempty"`
	}
)

func BenchmarkDecode(b *testing.B) {
	data := feed(200)
	b.Run("docgen", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for range b.N {
			var f Feed
			if err := f.UnmarshalJSON(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for range b.N {
			var f twinFeed
			if err := json.Unmarshal(data, &f); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	data := feed(200)
	b.Run("docgen", func(b *testing.B) {
		var f Feed
		if err := f.UnmarshalJSON(data); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for range b.N {
			if _, err := f.MarshalJSON(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		var f twinFeed
		if err := json.Unmarshal(data, &f); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for range b.N {
			if _, err := json.Marshal(f); err != nil {
				b.Fatal(err)
			}
		}
	})
}
