package support

import (
	"encoding/json"
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// A document is JSON to be written in a random order and layout.
type document struct {
	open  byte     // '{', '[', or 0 for text
	names []string // JSON texts, of the members
	parts []document
	text  string
}

func scalar(format string, args ...any) document { return document{text: fmt.Sprintf(format, args...)} }

var layout = rapid.SampledFrom([]string{"", "", "", "", " ", "\n\t", "\r\n  "})

func (j document) write(t *rapid.T, b *strings.Builder) {
	if j.open == 0 {
		b.WriteString(j.text)
		return
	}
	order := make([]int, len(j.parts))
	for i := range order {
		order[i] = i
	}
	if j.open == '{' {
		order = rapid.Permutation(order).Draw(t, "order")
	}
	b.WriteByte(j.open)
	for n, i := range order {
		if n > 0 {
			b.WriteByte(',')
		}
		space := layout.Draw(t, "space")
		b.WriteString(space)
		if j.open == '{' {
			b.WriteString(j.names[i] + space + ":" + space)
		}
		j.parts[i].write(t, b)
		b.WriteString(space)
	}
	b.WriteByte(j.open + 2) // the bracket that closes
}

func (j document) String(t *rapid.T) string {
	var b strings.Builder
	j.write(t, &b)
	return b.String()
}

// anyName returns a member name, at times one that is a member's somewhere.
func anyName(t *rapid.T) string {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "type", "size", "later", "a/b~", "é", "x,y", "A B", "m2", "null"}),
		rapid.StringN(0, 6, -1),
	).Draw(t, "name")
}

// quoted returns s as JSON text, in one of the ways to write it.
func quoted(t *rapid.T, s string) string {
	if rapid.IntRange(0, 3).Draw(t, "escapes") > 0 {
		return string(encodeName(s))
	}
	var b strings.Builder
	for _, r := range s {
		if r > 0xFFFF {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	return `"` + b.String() + `"`
}

func anyText(t *rapid.T) document {
	return document{text: quoted(t, rapid.StringN(0, 12, -1).Draw(t, "text"))}
}

func anyInteger(t *rapid.T) document {
	n := rapid.Int64().Draw(t, "integer")
	switch rapid.IntRange(0, 5).Draw(t, "form") {
	case 0:
		return scalar("%d.000", n)
	case 1:
		return scalar("%d.0e-0", n)
	case 2:
		return scalar("%dE+2", n%1e6)
	}
	return scalar("%d", n)
}

func anyFloat(t *rapid.T) document {
	text, err := json.Marshal(rapid.Float64().Draw(t, "float"))
	if err != nil {
		t.Fatal(err)
	}
	return document{text: string(text)}
}

func anyNumber(t *rapid.T) document {
	return document{text: rapid.SampledFrom([]string{"0", "-0", "1.50", "1e400", "-1E-9", "12345678901234567890123"}).Draw(t, "number")}
}

func anyBool(t *rapid.T) document { return scalar("%t", rapid.Bool().Draw(t, "bool")) }

// anyValue returns any JSON.
func anyValue(depth int) func(*rapid.T) document {
	return func(t *rapid.T) document {
		switch kind := rapid.IntRange(0, 6).Draw(t, "kind"); {
		case kind == 0:
			return scalar("null")
		case kind == 1:
			return anyBool(t)
		case kind == 2:
			return anyNumber(t)
		case kind == 3 && depth > 0:
			return listOf(anyValue(depth - 1))(t)
		case kind == 4 && depth > 0:
			return objectOf(t, nil, nil, anyValue(depth-1))
		}
		return anyText(t)
	}
}

func nullOr(value func(*rapid.T) document) func(*rapid.T) document {
	return func(t *rapid.T) document {
		if rapid.IntRange(0, 4).Draw(t, "null") == 0 {
			return scalar("null")
		}
		return value(t)
	}
}

func listOf(value func(*rapid.T) document) func(*rapid.T) document {
	return func(t *rapid.T) document {
		list := document{open: '['}
		for range rapid.IntRange(0, 3).Draw(t, "length") {
			list.parts = append(list.parts, value(t))
		}
		return list
	}
}

func mapOf(value func(*rapid.T) document) func(*rapid.T) document {
	return func(t *rapid.T) document { return objectOf(t, nil, nil, value) }
}

// objectOf returns an object of some of the members, under their names or
// folded ones, and of unknown members.
func objectOf(t *rapid.T, table *table, members map[string]func(*rapid.T) document, unknown func(*rapid.T) document) document {
	object := document{open: '{'}
	taken := map[string]bool{}
	add := func(name string, value func(*rapid.T) document) {
		if !taken[name] {
			taken[name] = true
			object.names = append(object.names, quoted(t, name))
			object.parts = append(object.parts, value(t))
		}
	}
	for number := 0; table != nil && number < len(table.keys); number++ {
		name := table.memberName(number)
		present := has(table.required, number) || rapid.IntRange(0, 3).Draw(t, "present") == 0
		if present && members[name] != nil {
			if has(table.inferred, number) && rapid.Bool().Draw(t, "folded") {
				add(folded(t, name), members[name])
			}
			if !has(table.inferred, number) || !taken[name] && rapid.Bool().Draw(t, "exact") || has(table.required, number) {
				add(name, members[name])
			}
		}
	}
	for range rapid.IntRange(0, 2).Draw(t, "unknown") {
		name := anyName(t)
		if table == nil || table.find(name) < 0 && table.findFolded(name) < 0 {
			add(name, unknown)
		}
	}
	return object
}

// folded returns a name that an inferred one may stand for.
func folded(t *rapid.T, name string) string {
	var b strings.Builder
	for _, c := range []byte(name) {
		switch rapid.IntRange(0, 3).Draw(t, "fold") {
		case 0:
			b.WriteString(strings.ToUpper(string(c)))
		case 1:
			if !isSeparator(c) {
				b.WriteString("-" + string(c))
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
