package sample

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxDepth is how deep a payload may nest, as in generated packages.
const maxDepth = 10000

// A value is a JSON value with its place in the payload.
type value struct {
	start, end int
	token      json.Token // of a scalar: nil, bool, json.Number or string
	members    []member   // of an object
	items      []value    // of a list
	kind       kind
}

// A member is a member of an object. at is where its name begins.
type member struct {
	name  string
	at    int
	value value
}

// A kind is one of JSON's kinds of value.
type kind int

const (
	kindNull kind = iota
	kindBool
	kindNumber
	kindString
	kindList
	kindObject
)

var kindNames = [...]string{"null", "a boolean", "a number", "a string", "a list", "an object"}

// A syntaxError says where a payload stops being JSON.
type syntaxError struct {
	offset  int
	message string
}

func (e *syntaxError) Error() string { return e.message }

// parse reads a payload, which is one JSON value.
func parse(text []byte) (value, *syntaxError) {
	p := &payloadParser{dec: json.NewDecoder(bytes.NewReader(text)), text: text}
	p.dec.UseNumber()
	v, err := p.value(0)
	if err == nil {
		if _, after := p.dec.Token(); !errors.Is(after, io.EOF) {
			err = &syntaxError{p.next(), "something stands behind the value"}
		}
	}
	return v, err
}

type payloadParser struct {
	dec  *json.Decoder
	text []byte
}

// next returns where the next token begins.
func (p *payloadParser) next() int {
	at := int(p.dec.InputOffset())
	for at < len(p.text) && bytes.IndexByte([]byte(" \t\r\n,:"), p.text[at]) >= 0 {
		at++
	}
	return at
}

func (p *payloadParser) token() (json.Token, *syntaxError) {
	t, err := p.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return t, nil
	case errors.As(err, &syntax):
		return nil, &syntaxError{p.offender(int(syntax.Offset)), syntax.Error()}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, &syntaxError{len(p.text), "the text ends too early"}
	}
	return nil, &syntaxError{p.next(), err.Error()}
}

// offender returns where the character is that an error is about: the decoder
// counts it in some errors, and stops before it in others.
func (p *payloadParser) offender(offset int) int {
	at := max(0, min(offset, len(p.text))-1)
	for at < len(p.text)-1 && bytes.IndexByte([]byte(" \t\r\n"), p.text[at]) >= 0 {
		at++
	}
	return at
}

func (p *payloadParser) value(depth int) (value, *syntaxError) {
	v := value{start: p.next()}
	if depth > maxDepth {
		return v, &syntaxError{v.start, fmt.Sprintf("it nests more than %d deep", maxDepth)}
	}
	t, err := p.token()
	if err != nil {
		return v, err
	}
	switch t := t.(type) {
	case nil:
	case bool:
		v.kind = kindBool
	case json.Number:
		v.kind = kindNumber
	case string:
		v.kind = kindString
	case json.Delim:
		if t == '{' {
			v.kind, err = kindObject, p.members(&v, depth)
		} else {
			v.kind, err = kindList, p.elements(&v, depth)
		}
	}
	v.token, v.end = t, int(p.dec.InputOffset())
	return v, err
}

func (p *payloadParser) members(v *value, depth int) *syntaxError {
	for p.dec.More() {
		m := member{at: p.next()}
		name, err := p.token()
		if err != nil {
			return err
		}
		m.name, _ = name.(string) // the decoder lets nothing else stand here
		if m.value, err = p.value(depth + 1); err != nil {
			return err
		}
		v.members = append(v.members, m)
	}
	_, err := p.token()
	return err
}

func (p *payloadParser) elements(v *value, depth int) *syntaxError {
	for p.dec.More() {
		item, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		v.items = append(v.items, item)
	}
	_, err := p.token()
	return err
}
