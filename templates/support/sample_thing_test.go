package support

import "encoding/json"

// A Thing is told by its structure. It holds lists and maps of itself, and
// another union.
type Thing struct{ Value ThingVariant }

type ThingVariant interface{ isThing() }

type (
	ThingTime    string
	ThingText    string
	ThingFloat   float64
	ThingInteger int64
	ThingBool    bool
	ThingList    []Thing
	ThingMap     map[string]Thing
	ThingUnknown struct{ Raw json.RawMessage }
)

func (ThingTime) isThing()     {}
func (ThingText) isThing()     {}
func (ThingFloat) isThing()    {}
func (ThingInteger) isThing()  {}
func (ThingBool) isThing()     {}
func (ThingList) isThing()     {}
func (ThingMap) isThing()      {}
func (*Figure) isThing()       {}
func (*ThingUnknown) isThing() {}

var unionThing = union{
	variants: []shape{
		{kinds: kindString},
		{kinds: kindString, format: formatTime},
		{kinds: kindNumber},
		{kinds: kindInteger},
		{kinds: kindBoolean},
		{kinds: kindArray, elem: &shape{}},
		{kinds: kindObject, elem: &shape{}},
		{union: &unionFigure},
	},
}

// A type that holds itself cannot be initialized in one go.
func init() {
	unionThing.variants[5].elem.union = &unionThing
	unionThing.variants[6].elem.union = &unionThing
}

func (m *Thing) decode(d *decoder, i int) int {
	switch d.choose(i, &unionThing) {
	case 0:
		var v ThingText
		i = decodeText(&v, d, i)
		m.Value = v
		return i
	case 1:
		var v ThingTime
		i = decodeText(&v, d, i)
		m.Value = v
		return i
	case 2:
		var v ThingFloat
		i = decodeFloat(&v, d, i)
		m.Value = v
		return i
	case 3:
		var v ThingInteger
		i = decodeInteger(&v, d, i)
		m.Value = v
		return i
	case 4:
		var v ThingBool
		i = decodeBool(&v, d, i)
		m.Value = v
		return i
	case 5:
		var v ThingList
		i = decodeList((*[]Thing)(&v), d, i, 6, (*Thing).decode)
		m.Value = v
		return i
	case 6:
		var v ThingMap
		i = decodeMap((*map[string]Thing)(&v), d, i, (*Thing).decode)
		m.Value = v
		return i
	case 7:
		v := new(Figure)
		m.Value = v
		return v.decode(d, i)
	}
	v := new(ThingUnknown)
	m.Value = v
	return decodeRaw(&v.Raw, d, i)
}

func (m *Thing) encode(b []byte, e *encoder) []byte {
	switch v := m.Value.(type) {
	case ThingText:
		return encodeText(&v, b, e)
	case ThingTime:
		return encodeText(&v, b, e)
	case ThingFloat:
		return encodeFloat(&v, b, e)
	case ThingInteger:
		return encodeInteger(&v, b, e)
	case ThingBool:
		return encodeBool(&v, b, e)
	case ThingList:
		return encodeList((*[]Thing)(&v), b, e, (*Thing).encode)
	case ThingMap:
		return encodeMap((*map[string]Thing)(&v), b, e, (*Thing).encode)
	case *Figure:
		return encodeOrNull(&v, b, e, (*Figure).encode)
	case *ThingUnknown:
		if v != nil {
			return encodeRaw(&v.Raw, b, e)
		}
	}
	return append(b, "null"...)
}

func (m *Thing) validate(v *validator) {
	switch x := m.Value.(type) {
	case nil, *ThingUnknown:
		v.variant()
	case ThingTime:
		validateTime(&x, v)
	case *Figure:
		validatePointer(&x, v, (*Figure).validate)
	}
}

func (m *Thing) UnmarshalJSON(data []byte) error {
	*m = Thing{}
	return unmarshal(data, m)
}

func (m Thing) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(m.encode(e.buf, e))
}

func (m *Thing) AppendJSON(dst []byte) ([]byte, error) {
	return appendTo(dst, m)
}

func (m Thing) Validate() error {
	return validate(&m)
}

func (m *Thing) Clone() *Thing { return clone(m).(*Thing) }
