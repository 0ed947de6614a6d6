package judge

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/ir"
)

// A value is a JSON value in a payload, with what the pages say of it.
type value struct {
	text    string   // of a scalar, or of what needs no further look, as JSON
	items   []*value // of a list
	members []member // of an object
	nested  bool     // it is a list or an object
	list    bool
	of      ir.Type // what the value is one of; aliases and unions are behind it
	union   bool    // a union has chosen of
}

type member struct {
	name  string
	value *value
}

// scalar returns a value of a JSON text.
func scalar(text string, of ir.Type) *value { return &value{text: text, of: of} }

// append writes v as JSON.
func (v *value) append(b []byte) []byte {
	switch {
	case !v.nested:
		return append(b, v.text...)
	case v.list:
		b = append(b, '[')
		for i, item := range v.items {
			if i > 0 {
				b = append(b, ',')
			}
			b = item.append(b)
		}
		return append(b, ']')
	}
	b = append(b, '{')
	for i, m := range v.members {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, ir.StringValue(m.name)...), ':')
		b = m.value.append(b)
	}
	return append(b, '}')
}

// kind returns the JSON kind of v by its first letter: n, b, 0, s, a or o.
func (v *value) kind() byte {
	switch {
	case v.nested && v.list:
		return 'a'
	case v.nested:
		return 'o'
	}
	switch c := v.text[0]; c {
	case '"':
		return 's'
	case '[':
		return 'a'
	case '{':
		return 'o'
	case 't', 'f':
		return 'b'
	case 'n':
		return 'n'
	}
	return '0'
}

// A spot is a value in a payload, and where it stands.
type spot struct {
	value  *value
	path   string   // its JSON pointer
	unions []string // the pointers of the unions that it is in, or is
}

// pointerToken escapes a name for a JSON pointer (RFC 6901).
var pointerToken = strings.NewReplacer("~", "~0", "/", "~1")

// spots returns all values of a payload, outer ones first.
func spots(root *value) []spot {
	var out []spot
	var walk func(v *value, path string, unions []string)
	walk = func(v *value, path string, unions []string) {
		if v.union {
			unions = append(unions[:len(unions):len(unions)], path)
		}
		out = append(out, spot{v, path, unions})
		for i, item := range v.items {
			walk(item, path+"/"+strconv.Itoa(i), unions)
		}
		for _, m := range v.members {
			walk(m.value, path+"/"+pointerToken.Replace(m.name), unions)
		}
	}
	walk(root, "", nil)
	return out
}
