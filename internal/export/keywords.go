package export

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Keywords are the members of a JSON object in the order in which they are
// written: a schema, or a part of a document that holds schemas.
type keywords []keyword

type keyword struct {
	name  string
	value any
}

// set adds a member behind the others.
func (k *keywords) set(name string, value any) { *k = append(*k, keyword{name, value}) }

// setText adds a member unless its text is empty.
func (k *keywords) setText(name, text string) {
	if text != "" {
		k.set(name, text)
	}
}

// get returns the value of a member, or nil.
func (k keywords) get(name string) any {
	if i := slices.IndexFunc(k, func(w keyword) bool { return w.name == name }); i >= 0 {
		return k[i].value
	}
	return nil
}

// MarshalJSON returns the members in their order.
func (k keywords) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, w := range k {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(w.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(w.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// text returns the JSON text of k, by which schemas are compared.
func (k keywords) text() string {
	text, err := k.MarshalJSON()
	if err != nil {
		panic("export: a schema has no JSON text: " + err.Error())
	}
	return string(text)
}
