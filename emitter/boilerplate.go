package emitter

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/dave/jennifer/jen"
)

// Two fifths of a model's file are methods that differ from another model's in
// the name of the type alone. They are rendered and formatted once, for a type
// called standIn. A file has a mark in their place until it is formatted
// itself: a line that no text of a page can be, since those begin with "// ".
const (
	jsonMark   = "//docgen:methods-json "
	tracedMark = "//docgen:methods-traced "
	nullMark   = "//docgen:methods-null "
	anyMark    = "//docgen:methods-"
)

// standIn is the name in place of a type's. Nothing else in the methods has it.
const standIn = "StandIn"

// A boilerplate is the methods that a mark stands for.
type boilerplate struct {
	text     string
	mentions mentions
}

// boilerplates holds the methods by their mark.
var boilerplates = sync.OnceValues(func() (map[string]boilerplate, error) {
	all := map[string]boilerplate{}
	for mark, decls := range map[string][]jen.Code{
		jsonMark:   jsonMethodsOf(standIn, false),
		tracedMark: jsonMethodsOf(standIn, true),
		nullMark:   nullPair(standIn, jen.Op("&").Id("m").Dot("Nulls")),
	} {
		f := jen.NewFile("p")
		for _, d := range decls {
			f.Add(d).Line()
		}
		text, err := new(scratch).layOut(f)
		if err != nil {
			return nil, fmt.Errorf("emitting methods: %w", err)
		}
		_, methods, _ := strings.Cut(string(text), "\n\n")
		found, err := mentioned([]byte(methods))
		if err != nil {
			return nil, err
		}
		all[mark] = boilerplate{methods, found}
	}
	return all, nil
})

// spliceMethods returns code with the methods where their marks are, until the
// next call, and what they mention.
func (s *scratch) spliceMethods(code []byte) (spliced []byte, found mentions, err error) {
	methods, err := boilerplates()
	if err != nil {
		return nil, nil, err
	}
	out := &s.spliced
	out.Reset()
	for {
		at := bytes.Index(code, []byte("\n"+anyMark))
		if at < 0 {
			out.Write(code)
			return out.Bytes(), found, nil
		}
		out.Write(code[:at+1])
		line, rest, _ := bytes.Cut(code[at+1:], []byte("\n"))
		blank := bytes.IndexByte(line, ' ') + 1
		m := methods[string(line[:blank])]
		m.write(out, bytes.TrimSpace(line[blank:]))
		found.add(m.mentions)
		code = rest
	}
}

// write writes the methods of the type called name.
func (m boilerplate) write(out *bytes.Buffer, name []byte) {
	for text, found := m.text, true; found; {
		var before string
		before, text, found = strings.Cut(text, standIn)
		out.WriteString(before)
		if found {
			out.Write(name)
		}
	}
}
