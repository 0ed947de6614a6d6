package support

import (
	"encoding/json"
	"testing"
)

// objectShape makes the shape of an object from its members in order: the kind,
// the name, and
// "!" where it is required; "=" for a constant equal to its name, "~" for an
// inferred name.
func objectShape(members ...string) shape {
	t := &table{required: []uint64{0}, inferred: []uint64{0}}
	for n, m := range members {
		kind, name := m[0], m[1:]
		switch {
		case name[len(name)-1] == '!':
			name = name[:len(name)-1]
			t.required[0] |= 1 << n
		case kind == '=':
			kind = 's'
			t.required[0] |= 1 << n
			t.constants = append(t.constants, constant{n, `"` + name + `"`})
		case kind == '~':
			kind = '*'
			t.inferred[0] |= 1 << n
		}
		t.keys = append(t.keys, `,"`+name+`":`)
		t.kinds += string(kind)
		t.nulls += "r"
	}
	return shape{kinds: kindObject, table: t}
}

func TestChoose(t *testing.T) {
	text := shape{kinds: kindString}
	list := func(s shape) shape { return shape{kinds: kindArray, elem: &s} }
	dict := func(s shape) shape { return shape{kinds: kindObject, elem: &s} }
	byType := union{discriminator: "t", variants: []shape{
		{kinds: kindObject, table: objectShape("s1", "st").table, values: []string{`"a"`, `"b"`}},
		{kinds: kindObject, table: objectShape("s2", "st").table, values: []string{`"c"`, "7", "true"}},
	}}
	tests := []struct {
		name     string
		variants []shape
		choices  map[string]int
	}{
		{"kinds", []shape{text, {kinds: kindInteger}, {kinds: kindBoolean}, {kinds: kindArray}, {kinds: kindObject}},
			map[string]int{`""`: 0, "1": 1, "true": 2, "false": 2, "[1]": 3, "{}": 4, "null": -1, "1.5": -1}},
		{"integer beats number", []shape{{kinds: kindNumber}, {kinds: kindInteger}},
			map[string]int{"1": 1, "1.0": 1, "1e2": 1, "1.5": 0, "9223372036854775807": 1, "9223372036854775808": 0, "1e400": 0}},
		{"integer alone", []shape{{kinds: kindInteger}}, map[string]int{"9223372036854775808": -1, "0.5": -1, "-0": 0}},
		{"decimals alone", []shape{{kinds: kindDecimal}}, map[string]int{"1": 0, "1e400": 0, `"1.50"`: 0, `"n/a"`: 0, "true": -1, "{}": -1}},
		{"text beats quoted decimals", []shape{{kinds: kindDecimal}, text}, map[string]int{"1.5": 0, `"1.5"`: 1, `"x"`: 1}},
		{"integers beat decimals", []shape{{kinds: kindDecimal}, {kinds: kindInteger}},
			map[string]int{"1": 1, "1.5": 0, "9223372036854775808": 0, `"1"`: 0}},
		{"decimals beat malformed times", []shape{{kinds: kindString, format: formatDate}, {kinds: kindDecimal}},
			map[string]int{`"2026-01-02"`: 0, `"1.5"`: 1, "1": 1, `"x"`: 0}},
		{"times beat text", []shape{text, {kinds: kindString, format: formatDate}, {kinds: kindString, format: formatDateTime}},
			map[string]int{`"2026-01-02"`: 1, `"2026-01-02T03:04:05Z"`: 2, `"2026"`: 0, `"\u0032026-01-02"`: 1}},
		{"either time", []shape{text, {kinds: kindString, format: formatTime}},
			map[string]int{`"2026-01-02"`: 1, `"2026-01-02T03:04:05Z"`: 1, `"x"`: 0}},
		{"a lone time", []shape{{kinds: kindString, format: formatDate}}, map[string]int{`"x"`: 0, "1": -1}},
		{"enum beats text", []shape{text, {kinds: kindString, enum: []string{`"a"`, `"b\""`}}},
			map[string]int{`"a"`: 1, `"\u0061"`: 1, `"b\u0022"`: 1, `"c"`: 0}},
		{"a lone enum", []shape{{kinds: kindString, enum: []string{`"a"`}}}, map[string]int{`"c"`: 0}},
		{"enum of numbers", []shape{{kinds: kindInteger, enum: []string{"1"}}, text}, map[string]int{"1": 0, "2": 0, `"1"`: 1}},
		{"constants", []shape{text, {kinds: kindString, enum: []string{`"x"`}}, {kinds: kindString, constant: `"x"`}},
			map[string]int{`"x"`: 2, `"y"`: 0}},
		{"a lone constant", []shape{{kinds: kindBoolean, constant: "true"}}, map[string]int{"true": 0, "false": -1}},
		{"anything", []shape{text, {kinds: kindAny}}, map[string]int{`""`: 0, "1": 1, "null": 1, "{}": 1}},
		{"required members", []shape{objectShape("sa!", "sb"), objectShape("sb!")},
			map[string]int{`{"a":""}`: 0, `{"b":""}`: 1, `{"a":"","b":""}`: 0, `{}`: -1, `{"a":1}`: -1, `{"a":null}`: 0}},
		{"constant members", []shape{objectShape("sa", "=x"), objectShape("sa", "=y")},
			map[string]int{`{"x":"x"}`: 0, `{"y":"y"}`: 1, `{"y":"\u0079","a":""}`: 1, `{"x":"y"}`: -1, `{}`: -1, `{"x":null}`: 0, `{"y":null}`: 1}},
		{"most known members", []shape{objectShape("sa", "sb"), objectShape("sa", "sb", "ic"), objectShape("sa", "nc", "sd")},
			map[string]int{`{"a":"","b":""}`: 0, `{"a":"","b":"","c":1}`: 1, `{"a":"","c":1.5}`: 2, `{"d":""}`: 2, `{"z":1}`: 0, `{}`: 0}},
		{"kinds of members", []shape{objectShape("sa"), objectShape("ia"), objectShape("aa"), objectShape("oa"), objectShape("ba"), objectShape("na")},
			map[string]int{`{"a":""}`: 0, `{"a":1}`: 1, `{"a":[]}`: 2, `{"a":{}}`: 3, `{"a":true}`: 4, `{"a":1.5}`: 5, `{"a":null}`: 0}},
		{"decimals as members", []shape{objectShape("da!"), objectShape("oa!")}, map[string]int{`{"a":1}`: 0, `{"a":"1"}`: 0, `{"a":{}}`: 1}},
		{"folded members", []shape{objectShape("sa"), objectShape("~long_name")}, map[string]int{`{"LongName":1}`: 1}},
		{"lists by the worst element", []shape{list(text), list(shape{kinds: kindNumber}), list(shape{kinds: kindInteger})},
			map[string]int{`["a","b"]`: 0, "[1,2]": 2, "[1,2.5]": 1, `[1,"a"]`: -1, "[]": 0, "[null,1]": 2, "[null]": 0}},
		{"lists of objects", []shape{list(objectShape("sa!")), list(objectShape("sb!"))}, map[string]int{`[{"b":""},{"b":"","a":""}]`: 1}},
		{"lists of lists", []shape{list(list(text)), list(list(shape{kinds: kindInteger}))}, map[string]int{`[[],[1]]`: 1, `[["a"],[1]]`: -1}},
		{"maps", []shape{dict(text), dict(shape{kinds: kindInteger}), objectShape("sa!")},
			map[string]int{`{"x":"","y":""}`: 0, `{"x":1,"y":null}`: 1, `{"a":""}`: 2, `{"x":1,"y":""}`: -1, `{}`: 0}},
		{"objects beat maps", []shape{dict(text), objectShape("sa")}, map[string]int{`{}`: 1, `{"b":""}`: 1}},
		{"discriminators beat objects", []shape{objectShape("s2", "st"), {union: &byType}}, map[string]int{`{"t":"a","2":""}`: 1, `{"t":"z","2":""}`: 0}},
		{"nested unions", []shape{{union: &byType}, text, {union: &union{variants: []shape{{kinds: kindInteger}}}}},
			map[string]int{`{"t":"a"}`: 0, `""`: 1, "1": 2, `{"t":"z"}`: -1, `{}`: 0, "[]": -1}},
	}
	check := func(u *union, choices map[string]int) {
		t.Helper()
		for text, want := range choices {
			d := newDecoder([]byte(text))
			if got := d.choose(0, u); got != want || d.broken != nil || d.depth != 0 {
				t.Errorf("%s: %d, want %d", text, got, want)
			}
		}
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { check(&union{variants: test.variants}, test.choices) })
	}
	t.Run("discriminator", func(t *testing.T) {
		check(&byType, map[string]int{
			`{"t":"a"}`: 0, `{"t":"b","2":""}`: 0, `{"x":[{}],"t":"c"}`: 1, `{"t":"\u0063"}`: 1, `{"\u0074":"c"}`: 1, `{"t":7}`: 1, `{"t":true}`: 1,
			`{"t":"z"}`: -1, `{"t":null}`: -1, `{"t":{}}`: -1, `{"2":""}`: 1, `{"1":""}`: 0, `[]`: -1, `{"t":"a","t":"c"}`: 0,
		})
	})
	t.Run("broken", func(t *testing.T) {
		check(&byType, map[string]int{`{"t":"a"`: -1, `{"t":"a",}`: -1, `{`: -1, `{"t":"a","x":[1,}`: -1, "": -1})
	})
}

func TestUnionKeepsWhatFitsNone(t *testing.T) {
	for _, text := range []string{`{"type":"sphere","r":1.50}`, "null", "[1.0]", `"x"`, `{"type":["circle"]}`} {
		var f Figure
		if err := f.UnmarshalJSON([]byte(text)); err != nil {
			t.Error(err)
			continue
		}
		if u, ok := f.Value.(*FigureUnknown); !ok || string(u.Raw) != text {
			t.Errorf("%s: %#v", text, f.Value)
		}
		if out, err := f.MarshalJSON(); err != nil || string(out) != text {
			t.Errorf("%s: %v", out, err)
		}
	}
}

func TestUnionOfNothing(t *testing.T) {
	for _, f := range []Figure{{}, {(*Circle)(nil)}, {(*FigureUnknown)(nil)}, {&FigureUnknown{}}} {
		if out, err := f.MarshalJSON(); err != nil || string(out) != "null" {
			t.Errorf("%s %v", out, err)
		}
	}
}

// TestLateUnion decodes a union under a folded name, after unions elsewhere.
func TestLateUnion(t *testing.T) {
	text := complete + `,"Thi-ngs":[[{"type":"square","inner":{"type":"circle","Ra-dius":1}}],{"a":[1]}],"figure":{"type":"square"},"TH-INGS":null}`
	var r Record
	if err := r.UnmarshalJSON([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if len(r.Things) != 2 || r.Spellings != "Thi-ngs" || string(r.AdditionalProperties["TH-INGS"]) != "null" {
		t.Errorf("%+v", r)
	}
	square := r.Things[0].Value.(ThingList)[0].Value.(*Figure).Value.(*Square)
	if c, ok := square.Inner.Value.(*Circle); !ok || c.Radius != 1 {
		t.Errorf("%+v", square)
	}
	if out, err := json.Marshal(r); err != nil || !equalJSON(text, string(out)) {
		t.Errorf("%v %s", err, out)
	}
}
