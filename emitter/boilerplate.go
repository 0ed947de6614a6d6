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
	jsonMark = "//docgen:methods-json "
	nullMark = "//docgen:methods-null "
	anyMark  = "//docgen:methods-"
)

// standIn is the name in place of a type's. Nothing else in the methods has it.
const standIn = "StandIn"

// boilerplate holds the methods by their mark.
var boilerplate = sync.OnceValues(func() (map[string]string, error) {
	all := map[string]string{}
	for mark, decls := range map[string][]jen.Code{
		jsonMark: {
			unmarshalMethod(standIn), marshalMethod(standIn), appendMethod(standIn),
			validateMethod(standIn), cloneMethod(standIn),
		},
		nullMark: nullPair(standIn, jen.Op("&").Id("m").Dot("Nulls")),
	} {
		f := jen.NewFile("p")
		for _, d := range decls {
			f.Add(d).Line()
		}
		text, err := layOut(f)
		if err != nil {
			return nil, fmt.Errorf("emitting methods: %w", err)
		}
		_, methods, _ := strings.Cut(string(text), "\n\n")
		all[mark] = methods
	}
	return all, nil
})

// spliceMethods puts the methods where their marks are in code.
func spliceMethods(code []byte) ([]byte, error) {
	methods, err := boilerplate()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for {
		at := bytes.Index(code, []byte("\n"+anyMark))
		if at < 0 {
			out.Write(code)
			return out.Bytes(), nil
		}
		out.Write(code[:at+1])
		line, rest, _ := bytes.Cut(code[at+1:], []byte("\n"))
		blank := bytes.IndexByte(line, ' ') + 1
		text := strings.ReplaceAll(methods[string(line[:blank])], standIn, string(bytes.TrimSpace(line[blank:])))
		out.WriteString(text)
		code = rest
	}
}
