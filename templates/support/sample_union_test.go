package support

import "encoding/json"

// A Figure is told by a discriminator.
type Figure struct{ Value FigureVariant }

type FigureVariant interface{ isFigure() }

type FigureUnknown struct{ Raw json.RawMessage }

func (*Circle) isFigure()        {}
func (*Square) isFigure()        {}
func (*FigureUnknown) isFigure() {}

var unionFigure = union{
	discriminator: "type",
	variants: []shape{
		{kinds: kindObject, table: &tableCircle, values: []string{`"circle"`, `"disc"`}},
		{kinds: kindObject, table: &tableSquare, values: []string{`"square"`}},
	},
}

func (m *Figure) decode(d *decoder, i int) int {
	switch d.choose(i, &unionFigure) {
	case 0:
		v := new(Circle)
		m.Value = v
		return v.decode(d, i)
	case 1:
		v := new(Square)
		m.Value = v
		return v.decode(d, i)
	}
	v := new(FigureUnknown)
	m.Value = v
	return decodeRaw(&v.Raw, d, i)
}

func (m *Figure) encode(b []byte, e *encoder) []byte {
	switch v := m.Value.(type) {
	case *Circle:
		return encodeOrNull(&v, b, e, (*Circle).encode)
	case *Square:
		return encodeOrNull(&v, b, e, (*Square).encode)
	case *FigureUnknown:
		if v != nil {
			return encodeRaw(&v.Raw, b, e)
		}
	}
	return append(b, "null"...)
}

func (m *Figure) validate(v *validator) {
	switch m.Value.(type) {
	case nil, *FigureUnknown:
		v.variant()
	}
}

func (m *Figure) UnmarshalJSON(data []byte) error {
	*m = Figure{}
	return unmarshal(data, m)
}

func (m Figure) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(m.encode(e.buf, e))
}

// A Circle has typed members beside those that are named.
type Circle struct {
	Radius float64 `json:"radius"`
	Type   string  `json:"type"`

	AdditionalProperties map[string]float64 `json:"-"`
	Spellings            Spellings          `json:"-"`
}

var tableCircle = table{
	name:     "Circle",
	keys:     []string{`,"radius":`, `,"type":`},
	nulls:    "--",
	required: []uint64{3},
	inferred: []uint64{1},
	kinds:    "ns",
	base:     172,
}

func (m *Circle) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tableCircle); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeFloat(&m.Radius, d, i)
		case 1:
			i = decodeText(&m.Type, d, i)
		default:
			i = decodeUnknown(&m.AdditionalProperties, d, i, &o, decodeFloat)
		}
	}
	return d.close(i, &o, nil, &m.Spellings)
}

func (m *Circle) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tableCircle, len(b), 0, m.Spellings)
	b = encodeFloat(&m.Radius, w.key(b, 0), e)
	b = encodeText(&m.Type, w.key(b, 1), e)
	return closeWith(b, &w, m.AdditionalProperties, encodeFloat)
}

type Square struct {
	Inner *Figure `json:"inner,omitzero"`
	Side  *int64  `json:"side,omitzero"`
	Type  string  `json:"type"`

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Nulls                NullSet                    `json:"-"`
}

var tableSquare = table{
	name:      "Square",
	keys:      []string{`,"inner":`, `,"side":`, `,"type":`},
	nulls:     "rr-",
	required:  []uint64{4},
	kinds:     "*is",
	constants: []constant{{2, `"square"`}},
	base:      176,
}

func (m *Square) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tableSquare); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			m.Inner = new(Figure)
			i = m.Inner.decode(d, i)
		case 1:
			i = decodeOptionalInteger(&m.Side, d, i)
		case 2:
			i = decodeConstant(&m.Type, d, i, "square", decodeText)
		default:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		}
	}
	return d.close(i, &o, &m.Nulls, nil)
}

func (m *Square) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tableSquare, len(b), m.Nulls, "")
	b = writeModel(b, &w, 0, m.Inner != nil, m.Inner)
	b = writeOptionalInteger(b, &w, 1, m.Side)
	b = writeConstant(b, &w, 2, &m.Type, "square", encodeText)
	return w.close(b, m.AdditionalProperties)
}
