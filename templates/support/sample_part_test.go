package support

import (
	"encoding/json"
	"fmt"
)

// A Part has two inferred names that fold to the same.
type Part struct {
	Name  *string `json:"a_name,omitzero"`
	Name2 *string `json:"aname,omitzero"`
	Shade Shade   `json:"shade,omitzero"`
	Size  int64   `json:"size"`

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Spellings            Spellings                  `json:"-"`
}

var tablePart = table{
	name:     "Part",
	keys:     []string{`,"a_name":`, `,"aname":`, `,"shade":`, `,"size":`},
	nulls:    "----",
	required: []uint64{1 << 3},
	inferred: []uint64{1<<0 | 1<<1},
	base:     32,
}

func (m *Part) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tablePart); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeOptionalString(&m.Name, d, i)
		case 1:
			i = decodeOptionalString(&m.Name2, d, i)
		case 2:
			i = decodeText(&m.Shade, d, i)
		case 3:
			i = decodeInteger(&m.Size, d, i)
		default:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		}
	}
	return d.close(i, &o, nil, &m.Spellings)
}

func (m *Part) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tablePart, len(b), 0, m.Spellings)
	b = writeOptionalString(b, &w, 0, m.Name)
	b = writeOptionalString(b, &w, 1, m.Name2)
	if m.Shade != "" {
		b = encodeText(&m.Shade, w.key(b, 2), e)
	}
	b = encodeInteger(&m.Size, w.key(b, 3), e)
	return w.close(b, m.AdditionalProperties)
}

func (m *Part) validate(v *validator) { v.value("shade", m.Shade != "", &m.Shade) }

func (m *Part) UnmarshalJSON(data []byte) error {
	*m = Part{}
	return unmarshal(data, m)
}

func (m Part) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(m.encode(e.buf, e))
}

// A Wide has 130 members: its bitmaps take three words.
type Wide struct {
	First  *string `json:"m000,omitzero"`
	Last   *string `json:"m129,omitzero"`
	Middle [130]*string

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Nulls                [3]NullSet                 `json:"-"`
	Spellings            Spellings                  `json:"-"`
}

var tableWide = wideTable()

func wideTable() table {
	t := table{
		name:     "Wide",
		required: []uint64{1, 0, 1 << 1},
		inferred: []uint64{2, 1 << 63, 1},
		base:     40,
	}
	for n := range 130 {
		t.keys = append(t.keys, fmt.Sprintf(`,"m%03d":`, n))
		t.nulls += "r"
	}
	return t
}

func (m *Wide) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tableWide); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeOptionalString(&m.First, d, i)
		case 129:
			i = decodeOptionalString(&m.Last, d, i)
		case 130:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		default:
			i = decodeOptionalString(&m.Middle[o.member], d, i)
		}
	}
	return d.closeWide(i, &o, m.Nulls[:], &m.Spellings)
}

func (m *Wide) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.openWide(e, &tableWide, len(b), m.Nulls[:], m.Spellings)
	b = writeOptionalString(b, &w, 0, m.First)
	for n := 1; n < 129; n++ {
		b = writeOptionalString(b, &w, n, m.Middle[n])
	}
	b = writeOptionalString(b, &w, 129, m.Last)
	return w.close(b, m.AdditionalProperties)
}

func (m *Wide) UnmarshalJSON(data []byte) error {
	*m = Wide{}
	return unmarshal(data, m)
}

func (m Wide) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(m.encode(e.buf, e))
}

func (m *Wide) SetNull(name string) error {
	return setNull(m, &tableWide, name, &m.Nulls[0], &m.Nulls[1], &m.Nulls[2])
}

func (m *Wide) IsNull(name string) bool {
	return isNull(m, &tableWide, name, &m.Nulls[0], &m.Nulls[1], &m.Nulls[2])
}
