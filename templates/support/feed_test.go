package support

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A Feed is what benchmarks and allocation tests use: an API's answer as there
// are many.
type Feed struct {
	Entries []Entry `json:"entries"`
	HasMore bool    `json:"has_more"`
	ID      string  `json:"request_id"`

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Nulls                NullSet                    `json:"-"`
}

var tableFeed = table{
	name:     "Feed",
	keys:     []string{`,"entries":`, `,"has_more":`, `,"request_id":`},
	nulls:    "r--",
	required: []uint64{7},
	base:     180,
}

func (m *Feed) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tableFeed); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeList(&m.Entries, d, i, 7, (*Entry).decode)
		case 1:
			i = decodeBool(&m.HasMore, d, i)
		case 2:
			i = decodeText(&m.ID, d, i)
		default:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		}
	}
	return d.close(i, &o, &m.Nulls, nil)
}

func (m *Feed) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tableFeed, len(b), m.Nulls, "")
	b = writeRequiredModels(b, &w, 0, m.Entries != nil, len(m.Entries), func(i int) model { return &m.Entries[i] })
	b = encodeBool(&m.HasMore, w.key(b, 1), e)
	b = encodeText(&m.ID, w.key(b, 2), e)
	return w.close(b, m.AdditionalProperties)
}

func (m *Feed) UnmarshalJSON(data []byte) error {
	*m = Feed{}
	d := newDecoder(data)
	return d.finish(m.decode(d, d.start()))
}

func (m Feed) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(m.encode(e.buf, e))
}

func (m *Feed) AppendJSON(dst []byte) ([]byte, error) {
	e := newEncoder()
	return e.finishAppend(dst, m.encode(dst, e))
}

type Entry struct {
	Account string   `json:"account_id"`
	Amount  float64  `json:"amount"`
	Count   *int64   `json:"count,omitzero"`
	Date    Date     `json:"date"`
	Name    string   `json:"name"`
	Pending bool     `json:"pending"`
	Place   *Place   `json:"place,omitzero"`
	State   Shade    `json:"state"`
	Tags    []string `json:"tags,omitzero"`
	Title   *string  `json:"title,omitzero"`

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Nulls                NullSet                    `json:"-"`
}

var tableEntry = table{
	name: "Entry",
	keys: []string{`,"account_id":`, `,"amount":`, `,"count":`, `,"date":`, `,"name":`, `,"pending":`, `,"place":`, `,"state":`,
		`,"tags":`, `,"title":`},
	nulls:    "--r---r-rr",
	required: []uint64{0xbb},
	base:     185,
}

func (m *Entry) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tableEntry); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeText(&m.Account, d, i)
		case 1:
			i = decodeFloat(&m.Amount, d, i)
		case 2:
			i = decodeOptionalInteger(&m.Count, d, i)
		case 3:
			i = decodeText(&m.Date, d, i)
		case 4:
			i = decodeText(&m.Name, d, i)
		case 5:
			i = decodeBool(&m.Pending, d, i)
		case 6:
			m.Place = new(Place)
			i = m.Place.decode(d, i)
		case 7:
			i = decodeText(&m.State, d, i)
		case 8:
			i = decodeList(&m.Tags, d, i, 5, decodeText)
		case 9:
			i = decodeOptionalString(&m.Title, d, i)
		default:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		}
	}
	return d.close(i, &o, &m.Nulls, nil)
}

func (m *Entry) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tableEntry, len(b), m.Nulls, "")
	b = encodeText(&m.Account, w.key(b, 0), e)
	b = encodeFloat(&m.Amount, w.key(b, 1), e)
	b = writeOptionalInteger(b, &w, 2, m.Count)
	b = encodeText(&m.Date, w.key(b, 3), e)
	b = encodeText(&m.Name, w.key(b, 4), e)
	b = encodeBool(&m.Pending, w.key(b, 5), e)
	b = writeModel(b, &w, 6, m.Place != nil, m.Place)
	b = encodeText(&m.State, w.key(b, 7), e)
	b = writeList(b, &w, 8, m.Tags, encodeText)
	b = writeOptionalString(b, &w, 9, m.Title)
	return w.close(b, m.AdditionalProperties)
}

type Place struct {
	City   *string  `json:"city,omitzero"`
	Lat    *float64 `json:"lat,omitzero"`
	Lon    *float64 `json:"lon,omitzero"`
	Street *string  `json:"street,omitzero"`

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Nulls                NullSet                    `json:"-"`
}

var tablePlace = table{
	name:  "Place",
	keys:  []string{`,"city":`, `,"lat":`, `,"lon":`, `,"street":`},
	nulls: "rrrr",
	base:  197,
}

func (m *Place) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tablePlace); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeOptionalString(&m.City, d, i)
		case 1:
			i = decodeOptionalFloat(&m.Lat, d, i)
		case 2:
			i = decodeOptionalFloat(&m.Lon, d, i)
		case 3:
			i = decodeOptionalString(&m.Street, d, i)
		default:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		}
	}
	return d.close(i, &o, &m.Nulls, nil)
}

func (m *Place) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tablePlace, len(b), m.Nulls, "")
	b = writeOptionalString(b, &w, 0, m.City)
	b = writeOptionalFloat(b, &w, 1, m.Lat)
	b = writeOptionalFloat(b, &w, 2, m.Lon)
	b = writeOptionalString(b, &w, 3, m.Street)
	return w.close(b, m.AdditionalProperties)
}

// feed returns the JSON of a Feed of n entries.
func feed(n int) []byte {
	entries := make([]string, n)
	for i := range entries {
		entries[i] = fmt.Sprintf(`{"account_id":"BxBXxLj1m4HMXBm9WZZmCWVbPjX16EHwv%03d","amount":%d.%02d,"count":%d,"date":"2026-03-%02d",`+
			`"name":"Touchstone Climbing No. %d","title":null,"pending":%t,"state":"red","tags":["Recreation","Gyms and Fitness"],`+
			`"place":{"city":null,"lat":%d.%06d,"lon":-122.268,"street":"300 Post Street"}}`,
			i, i*7%5000, i%100, i, i%28+1, i, i%3 == 0, i%90, i*131%1000000)
	}
	return []byte(`{"request_id":"45QSn3xkU7","has_more":false,"entries":[` + strings.Join(entries, ",") + `]}`)
}
