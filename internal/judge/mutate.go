package judge

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// A mutation is a payload that differs in one place from one that the pages
// allow.
type mutation struct {
	kind    string
	model   string
	payload []byte
	place   string   // the JSON pointer of what was changed, or is missing
	unions  []string // the pointers of the unions that the place is in
	broken  bool     // it is no JSON as RFC 8259 and RFC 7493 have it
	paths   []string // of a broken one: where it may be said to be broken
}

// A mutator makes mutations of one payload after the other.
type mutator struct {
	model string
	root  *value
	all   []spot
	yield func(mutation)
}

func mutate(model string, root *value, yield func(mutation)) {
	m := &mutator{model, root, spots(root), yield}
	m.emit("none", spot{})
	for _, s := range m.all {
		m.drop(s)
		m.kinds(s)
		m.texts(s)
		m.numbers(s)
		m.decimals(s)
		m.unknown(s)
		m.reorder(s)
		m.duplicate(s)
	}
	m.truncate()
	m.deep()
}

// emit yields the payload as it is, changed at s.
func (m *mutator) emit(kind string, s spot) {
	m.yield(mutation{kind: kind, model: m.model, payload: m.root.append(nil), place: s.path, unions: s.unions})
}

// replace yields the payload with another text in the place of s.
func (m *mutator) replace(kind string, s spot, text string) {
	old := *s.value
	*s.value = value{text: text}
	m.emit(kind, s)
	*s.value = old
}

// drop takes each member out of an object.
func (m *mutator) drop(s spot) {
	whole := s.value.members
	for i, gone := range whole {
		s.value.members = slices.Delete(slices.Clone(whole), i, i+1)
		m.emit("member dropped", spot{path: s.path + "/" + pointerToken.Replace(gone.name), unions: s.unions})
	}
	s.value.members = whole
}

var kindTexts = []struct {
	kind byte
	text string
}{{'s', `"another kind"`}, {'0', "1"}, {'b', "false"}, {'a', "[]"}, {'o', "{}"}, {'n', "null"}}

// kinds puts a value of each other kind in the place of s.
func (m *mutator) kinds(s spot) {
	for _, k := range kindTexts {
		switch {
		case k.kind == s.value.kind():
		case k.kind == 'n':
			m.replace("null", s, k.text)
		default:
			m.replace("wrong kind", s, k.text)
		}
	}
}

var (
	timeTexts = []string{
		`"2026-02-30T00:00:00Z"`, `"2026-01-02t03:04:05z"`, `"2026-01-02T03:04:05"`, `"2026-01-02T24:00:00Z"`, `"2026-01-02T03:04:05.Z"`,
		`"2026-01-02T03:04:05,5Z"`, `"2026-01-02T03:04:05.123456789012+01:00"`, `"2026-01-02T03:04:05+24:00"`, `"2026-01-02 03:04:05Z"`,
		`"2016-12-31T23:59:60Z"`, `"2016-12-31T23:59:61Z"`, `"2026-01-02T03:04:60Z"`, `"2026-1-02"`, `"2026-01-02"`, `"2025-02-29"`,
	}
	byteTexts = []string{`"YQ=="`, `"YQ"`, `"a"`, `"Y-Q="`, `""`}
)

// texts puts other texts in the place of a text.
func (m *mutator) texts(s spot) {
	if s.value.kind() != 's' {
		return
	}
	switch t := s.value.of.(type) {
	case *ir.Time:
		for _, text := range timeTexts {
			m.replace("format", s, text)
		}
	case *ir.Literal, *ir.Ref:
		m.replace("unknown value", s, `"no such value"`)
		m.replace("zero value", s, `""`)
	case ir.Prim:
		if t == ir.Bytes || t == ir.Stream {
			for _, text := range byteTexts {
				m.replace("format", s, text)
			}
		}
		m.replace("text", s, `"\u00e9 \ud83d\ude00 \" \\ / \u0000"`)
	}
}

// numbers puts numbers of other forms and sizes in the place of a number.
func (m *mutator) numbers(s spot) {
	if s.value.kind() != '0' {
		return
	}
	for _, text := range []string{
		"1.0", "1e3", "1.5", "-0", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
		"123456789012345678901234567890", "1e400", "-1e400", "1e-400", "0.1000000000000000055511151231257827",
	} {
		m.replace("number", s, text)
	}
	if ref, ok := s.value.of.(*ir.Ref); ok && ref.Model != nil {
		m.replace("unknown value", s, "987654321")
	}
}

// decimals puts numbers as strings, and what is none, in the place of a number of
// any size or precision.
func (m *mutator) decimals(s spot) {
	if s.value.of != ir.BigInt && s.value.of != ir.Decimal {
		return
	}
	for _, text := range []string{
		`"7"`, `"-0"`, `"3.1400"`, `"1e3"`, `"1E-400"`, `"-123456789012345678901234567890"`, `"\u0031"`, "7", "3.1400", "-123456789012345678901234567890",
		`""`, `"-"`, `"n/a"`, `" 1"`, `"1\n"`, `"+1"`, `"007"`, `".5"`, `"5."`, `"1,5"`, `"0x1F"`, `"NaN"`,
	} {
		m.replace("decimal", s, text)
	}
}

const stranger = "x-docgen-judge"

// unknown puts a member that no page names into an object, at both ends.
func (m *mutator) unknown(s spot) {
	if !s.value.nested || s.value.list {
		return
	}
	whole := s.value.members
	at := spot{path: s.path + "/" + stranger, unions: s.unions}
	for _, text := range []string{"null", `"text"`, "1", `{"deep":[{"a":null}]}`} {
		more := member{stranger, scalar(text, ir.Any)}
		s.value.members = append(slices.Clone(whole), more)
		m.emit("unknown member", at)
		s.value.members = append([]member{more}, whole...)
		m.emit("unknown member", at)
	}
	s.value.members = whole
}

// reorder turns the members of an object round.
func (m *mutator) reorder(s spot) {
	if len(s.value.members) > 1 {
		slices.Reverse(s.value.members)
		m.emit("reordered", s)
		slices.Reverse(s.value.members)
	}
}

// duplicate repeats each member of an object at its end.
func (m *mutator) duplicate(s spot) {
	whole := s.value.members
	for _, again := range whole {
		s.value.members = append(slices.Clone(whole), again)
		at := s.path + "/" + pointerToken.Replace(again.name)
		m.yield(mutation{kind: "duplicate", model: m.model, payload: m.root.append(nil), place: at, broken: true, paths: []string{at}})
	}
	s.value.members = whole
}

// truncate ends the text at each byte.
func (m *mutator) truncate() {
	whole := m.root.append(nil)
	var paths []string
	for _, s := range m.all {
		paths = append(paths, s.path, s.path+"/0") // of an empty list, the element that may follow
		if s.value.of == ir.Any {
			paths = append(paths, s.path+"/any", s.path+"/any/0", s.path+"/any/1", s.path+"/any/2")
		}
	}
	for n := range whole {
		if !json.Valid(whole[:n]) {
			m.yield(mutation{kind: "truncated", model: m.model, payload: whole[:n], broken: true, paths: paths})
		}
	}
}

// maxNesting is how deep generated code reads.
const maxNesting = 10_000

// deep nests lists as deep as they may be, and deeper, in an unknown member.
func (m *mutator) deep() {
	if !m.root.nested || m.root.list {
		return
	}
	whole := m.root.members
	at := "/" + stranger
	for _, depth := range []int{maxNesting - 1, maxNesting} {
		text := strings.Repeat("[", depth) + strings.Repeat("]", depth)
		m.root.members = append(slices.Clone(whole), member{stranger, scalar(text, ir.Any)})
		out := mutation{kind: "deep", model: m.model, payload: m.root.append(nil), place: at}
		if m.root.union {
			out.unions = []string{""}
		}
		if depth == maxNesting {
			out.broken = true
			out.paths = []string{at + strings.Repeat("/0", depth-1)}
		}
		m.yield(out)
	}
	m.root.members = whole
}
