package config

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/internal/source"
)

// A reader walks the tree of a file, and keeps the first error.
type reader struct {
	file      *source.File
	dir       string
	inherited []*ast.MappingValueNode // the defaults of all packages
	err       error
}

func (r *reader) fail(n ast.Node, format string, args ...any) {
	if r.err == nil {
		r.err = r.at(firstToken(n), fmt.Sprintf(format, args...))
	}
}

// failInside reports what is wrong at an offset, in bytes, of a scalar's text.
func (r *reader) failInside(n ast.Node, offset int, message string) {
	if r.err != nil {
		return
	}
	at := *n.GetToken()
	place := *at.Position
	place.Column += utf8.RuneCountInString(r.text(n)[:offset])
	if at.Type == token.DoubleQuoteType || at.Type == token.SingleQuoteType {
		place.Column++
	}
	at.Position = &place
	r.err = r.at(&at, message)
}

// firstToken returns where n begins. The token of a mapping is the colon
// behind its first key.
func firstToken(n ast.Node) *token.Token {
	switch n := n.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return n.GetToken()
}

// values returns the entries of a mapping, none of which may stand there twice.
func (r *reader) values(n ast.Node) []*ast.MappingValueNode {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	case *ast.NullNode:
	default:
		r.fail(n, "a mapping should stand here, such as \"docs: docs/api\"")
	}
	seen := map[string]bool{}
	for _, v := range values {
		name := keyOf(v)
		if seen[name] {
			r.fail(v.Key, "the key %q stands here twice", name)
		}
		seen[name] = true
	}
	return values
}

// sequence reads a list.
func (r *reader) sequence(n ast.Node, read func(ast.Node)) {
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fail(n, "a list should stand here, each entry behind \"- \"")
		return
	}
	for _, v := range list.Values {
		read(v)
	}
}

// text reads a scalar as it is written.
func (r *reader) text(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value
	}
	r.fail(n, "a text should stand here")
	return ""
}

func (r *reader) boolean(n ast.Node) bool {
	b, ok := n.(*ast.BoolNode)
	if !ok {
		r.fail(n, "true or false should stand here")
		return false
	}
	return b.Value
}

// span returns where a token stands in the file.
func (r *reader) span(t *token.Token) source.Span {
	start := 0
	for range t.Position.Line - 1 {
		next := bytes.IndexByte(r.file.Content[start:], '\n')
		if next < 0 {
			break
		}
		start += next + 1
	}
	for range t.Position.Column - 1 {
		_, size := utf8.DecodeRune(r.file.Content[start:])
		start += size
	}
	return r.file.Span(start, min(start+len(t.Value), len(r.file.Content)))
}

// suggestion names the word that is most like name, or all of them.
func suggestion(name, all string, known []string) string {
	if near := naming.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return fmt.Sprintf("%s %s", all, naming.List(known))
}
