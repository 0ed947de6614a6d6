package support

import "encoding/json"

// The types of these files are what the emitter writes, by hand: a record
// holds every kind of member.

type Shade string

func (x Shade) IsKnown() bool { return x == "red" || x == "blue" }

func (x *Shade) validate(v *validator) {
	if !x.IsKnown() {
		v.enum(string(*x))
	}
}

type Level int64

func (x Level) IsKnown() bool { return x == 1 || x == 2 }

func (x *Level) validate(v *validator) {
	if !x.IsKnown() {
		v.enum(formatNumber(*x))
	}
}

type Opaque json.RawMessage

type Record struct {
	Alias    Nullable[string]   `json:"alias,omitzero"`
	Any      json.RawMessage    `json:"any,omitzero"`
	Blob     []byte             `json:"blob,omitzero"`
	Children []Record           `json:"children,omitzero"`
	Count    *int64             `json:"count,omitzero"`
	Day      *Date              `json:"day,omitzero"`
	Exact    *Decimal           `json:"exact,omitzero"`
	Extra    []Part             `json:"extra,omitzero"`
	Figure   *Figure            `json:"figure,omitzero"`
	Fixed    bool               `json:"fixed"`
	Flag     *bool              `json:"flag,omitzero"`
	FullName *string            `json:"full_name,omitzero"`
	Grid     [][]float64        `json:"grid"`
	Groups   map[string][]*Part `json:"groups,omitzero"`
	ID       string             `json:"id"`
	Kind     string             `json:"kind"`
	Level    *Level             `json:"level,omitzero"`
	Note     *string            `json:"note"`
	Opaque   Opaque             `json:"opaque,omitzero"`
	Owner    *Part              `json:"owner,omitzero"`
	Parent   *Record            `json:"parent,omitzero"`
	Parts    []Part             `json:"parts"`
	Ratio    *float64           `json:"ratio,omitzero"`
	Scores   map[string]int64   `json:"scores"`
	Shade    Shade              `json:"shade"`
	Since    DateTime           `json:"since"`
	Slash    *string            `json:"sl/a~sh\tq,omitzero"`
	Tags     []string           `json:"tags,omitzero"`
	Things   []Thing            `json:"things,omitzero"`
	Title    Nullable[Part]     `json:"title,omitzero"`

	AdditionalProperties map[string]json.RawMessage `json:"-"`
	Nulls                NullSet                    `json:"-"`
	Spellings            Spellings                  `json:"-"`
}

var tableRecord = table{
	name: "Record",
	keys: []string{`,"alias":`, `,"any":`, `,"blob":`, `,"children":`, `,"count":`, `,"day":`, `,"exact":`, `,"extra":`,
		`,"figure":`, `,"fixed":`, `,"flag":`, `,"full_name":`, `,"grid":`, `,"groups":`, `,"id":`, `,"kind":`,
		`,"level":`, `,"note":`, `,"opaque":`, `,"owner":`, `,"parent":`, `,"parts":`, `,"ratio":`, `,"scores":`,
		`,"shade":`, `,"since":`, `,"sl/a~sh\tq":`, `,"tags":`, `,"things":`, `,"title":`},
	names: []string{"alias", "any", "blob", "children", "count", "day", "exact", "extra",
		"figure", "fixed", "flag", "full_name", "grid", "groups", "id", "kind",
		"level", "note", "opaque", "owner", "parent", "parts", "ratio", "scores",
		"shade", "since", "sl/a~sh\tq", "tags", "things", "title"},
	nulls:    "vvrrrrrrr-r-r---" + "-nvrrrrr-rr-rv",
	required: []uint64{1<<9 | 1<<14 | 1<<15 | 1<<17 | 1<<24 | 1<<12 | 1<<21 | 1<<23 | 1<<25},
	inferred: []uint64{1<<0 | 1<<4 | 1<<11 | 1<<17 | 1<<20 | 1<<22 | 1<<28 | 1<<3},
	base:     0,
}

func (m *Record) decode(d *decoder, i int) int {
	var o object
	for i = d.open(i, &o, &tableRecord); o.member != end; i = d.next(i, &o) {
		switch o.member {
		case 0:
			i = decodeNullable(&m.Alias, d, i, decodeText)
		case 1:
			i = decodeRaw(&m.Any, d, i)
		case 2:
			i = decodeBytes(&m.Blob, d, i)
		case 3:
			i = decodeList(&m.Children, d, i, 0, (*Record).decode)
		case 4:
			i = decodeOptionalInteger(&m.Count, d, i)
		case 5:
			i = decodeOptional(&m.Day, d, i, decodeText)
		case 6:
			i = decodeOptional(&m.Exact, d, i, decodeDecimal)
		case 7:
			i = decodeList(&m.Extra, d, i, 1, (*Part).decode)
		case 8:
			m.Figure = new(Figure)
			i = m.Figure.decode(d, i)
		case 9:
			i = decodeConstant(&m.Fixed, d, i, true, decodeBool)
		case 10:
			i = decodeOptionalBool(&m.Flag, d, i)
		case 11:
			i = decodeOptionalString(&m.FullName, d, i)
		case 12:
			i = decodeList(&m.Grid, d, i, 2, func(p *[]float64, d *decoder, i int) int {
				return decodeList(p, d, i, 3, decodeFloat)
			})
		case 13:
			i = decodeMap(&m.Groups, d, i, func(p *[]*Part, d *decoder, i int) int {
				return decodeList(p, d, i, 4, func(p **Part, d *decoder, i int) int {
					return decodeOrNull(p, d, i, (*Part).decode)
				})
			})
		case 14:
			i = decodeText(&m.ID, d, i)
		case 15:
			i = decodeConstant(&m.Kind, d, i, "record", decodeText)
		case 16:
			i = decodeOptional(&m.Level, d, i, decodeInteger)
		case 17:
			i = decodeOptionalString(&m.Note, d, i)
		case 18:
			i = decodeOpaque(&m.Opaque, d, i)
		case 19:
			m.Owner = new(Part)
			i = m.Owner.decode(d, i)
		case 20:
			m.Parent = new(Record)
			i = m.Parent.decode(d, i)
		case 21:
			i = decodeList(&m.Parts, d, i, 1, (*Part).decode)
		case 22:
			i = decodeOptionalFloat(&m.Ratio, d, i)
		case 23:
			i = decodeMap(&m.Scores, d, i, decodeInteger)
		case 24:
			i = decodeText(&m.Shade, d, i)
		case 25:
			i = decodeText(&m.Since, d, i)
		case 26:
			i = decodeOptionalString(&m.Slash, d, i)
		case 27:
			i = decodeList(&m.Tags, d, i, 5, decodeText)
		case 28:
			i = decodeList(&m.Things, d, i, 6, (*Thing).decode)
		case 29:
			i = decodeNullable(&m.Title, d, i, (*Part).decode)
		default:
			i = d.unknown(i, &o, &m.AdditionalProperties)
		}
	}
	return d.close(i, &o, &m.Nulls, &m.Spellings)
}

func (m *Record) encode(b []byte, e *encoder) []byte {
	var w objectWriter
	w.open(e, &tableRecord, len(b), m.Nulls, m.Spellings)
	b = encodeText(&m.ID, w.key(b, 14), e)
	b = writeConstant(b, &w, 15, &m.Kind, "record", encodeText)
	b = writeConstant(b, &w, 9, &m.Fixed, true, encodeBool)
	b = encodeText(&m.Shade, w.key(b, 24), e)
	b = writeOrNull(b, &w, 17, m.Note, encodeText)
	b = writeNullable(b, &w, 0, &m.Alias, encodeText)
	b = writeRaw(b, &w, 1, m.Any)
	b = writeBytes(b, &w, 2, m.Blob)
	b = writeModels(b, &w, 3, m.Children != nil, len(m.Children), func(i int) model { return &m.Children[i] })
	b = writeOptionalInteger(b, &w, 4, m.Count)
	b = writeOptional(b, &w, 5, m.Day, encodeText)
	b = writeOptional(b, &w, 6, m.Exact, encodeDecimal)
	b = writeModels(b, &w, 7, m.Extra != nil, len(m.Extra), func(i int) model { return &m.Extra[i] })
	b = writeModel(b, &w, 8, m.Figure != nil, m.Figure)
	b = writeOptionalBool(b, &w, 10, m.Flag)
	b = writeOptionalString(b, &w, 11, m.FullName)
	b = writeRequiredList(b, &w, 12, m.Grid, func(p *[]float64, b []byte, e *encoder) []byte {
		return encodeList(p, b, e, encodeFloat)
	})
	b = writeMap(b, &w, 13, m.Groups, func(p *[]*Part, b []byte, e *encoder) []byte {
		return encodeList(p, b, e, func(p **Part, b []byte, e *encoder) []byte {
			return encodeOrNull(p, b, e, (*Part).encode)
		})
	})
	b = writeOptional(b, &w, 16, m.Level, encodeInteger)
	b = writeOpaque(b, &w, 18, m.Opaque)
	b = writeModel(b, &w, 19, m.Owner != nil, m.Owner)
	b = writeModel(b, &w, 20, m.Parent != nil, m.Parent)
	b = writeRequiredModels(b, &w, 21, m.Parts != nil, len(m.Parts), func(i int) model { return &m.Parts[i] })
	b = writeOptionalFloat(b, &w, 22, m.Ratio)
	b = writeRequiredMap(b, &w, 23, m.Scores, encodeInteger)
	b = writeRemembered(b, &w, 25, &m.Since, encodeText)
	b = writeOptionalString(b, &w, 26, m.Slash)
	b = writeList(b, &w, 27, m.Tags, encodeText)
	b = writeModels(b, &w, 28, m.Things != nil, len(m.Things), func(i int) model { return &m.Things[i] })
	b = writeNullable(b, &w, 29, &m.Title, (*Part).encode)
	return w.close(b, m.AdditionalProperties)
}

func (m *Record) validate(v *validator) {
	v.constant("kind", m.Kind == "" || m.Kind == "record", `"record"`)
	v.constant("fixed", true, "true")
	v.value("shade", true, &m.Shade)
	v.values("children", len(m.Children), func(i int) checked { return &m.Children[i] })
	v.value("day", m.Day != nil, m.Day)
	v.value("exact", m.Exact != nil, m.Exact)
	v.value("figure", m.Figure != nil, m.Figure)
	v.required("grid", m.Grid != nil || m.Nulls.has(12))
	validateMap(v, "groups", m.Groups, func(p *[]*Part, v *validator) {
		validateElements(p, v, func(p **Part, v *validator) { validatePointer(p, v, (*Part).validate) })
	})
	v.value("level", m.Level != nil, m.Level)
	v.value("owner", m.Owner != nil, m.Owner)
	v.value("parent", m.Parent != nil, m.Parent)
	validateList(v, "parts", m.Parts, (*Part).validate)
	if !m.Nulls.has(25) {
		validateMember(v, "since", &m.Since, validateTime)
	}
	v.values("things", len(m.Things), func(i int) checked { return &m.Things[i] })
	validateNullable(v, "title", &m.Title, (*Part).validate)
}

func (m *Record) UnmarshalJSON(data []byte) error {
	*m = Record{}
	return unmarshal(data, m)
}

func (m Record) MarshalJSON() ([]byte, error) {
	e := newEncoder()
	return e.finish(m.encode(e.buf, e))
}

func (m *Record) AppendJSON(dst []byte) ([]byte, error) {
	return appendTo(dst, m)
}

func (m Record) Validate() error {
	return validate(&m)
}

func (m *Record) Clone() *Record { return clone(m).(*Record) }

func (m *Record) SetNull(name string) error { return setNull(m, &tableRecord, name, &m.Nulls) }

func (m *Record) IsNull(name string) bool { return isNull(m, &tableRecord, name, &m.Nulls) }
