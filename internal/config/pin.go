package config

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/internal/wire"
)

// A place is where the pins of a package are written.
type place struct {
	after  int  // the line behind which they go, counted from 1
	indent int  // of the keys of the package
	names  bool // whether that line is the one of the key "names", or of a pin
}

// placeOfNames returns the place behind the last pin of a package, or behind
// its last key where it has no pins.
func (r *reader) placeOfNames(n ast.Node) place {
	p := place{after: n.GetToken().Position.Line, indent: n.GetToken().Position.Column - 1}
	for _, v := range r.values(n) {
		key := v.Key.GetToken()
		p.indent = key.Position.Column - 1
		last := lastLine(v)
		if key.Value == "names" {
			return place{after: last, indent: p.indent, names: true}
		}
		p.after = max(p.after, last)
	}
	return p
}

// lastLine returns the last line that n stands on.
func lastLine(n ast.Node) int {
	v := &lines{}
	ast.Walk(v, n)
	return v.last
}

type lines struct{ last int }

// Visit implements ast.Visitor.
func (l *lines) Visit(n ast.Node) ast.Visitor {
	if t := n.GetToken(); t != nil {
		l.last = max(l.last, t.Position.Line)
	}
	return l
}

// AddPins writes pins to the file at path, for the package whose pages are
// docs, and returns how many it did not have before. All else in the file stays
// as it is. A file that is not there is made, with out as the directory of the
// package. A pin that contradicts one in the file is an error, and nothing is
// written.
func AddPins(path, docs, out string, pins []wire.Pin) (int, error) {
	text, err := os.ReadFile(path)
	switch {
	case os.IsNotExist(err):
		text, err = begin(path, docs, out)
	}
	if err != nil {
		return 0, err
	}
	file := source.NewFile(filepath.ToSlash(path), text)
	cfg, err := Parse(file)
	if err != nil {
		return 0, err
	}
	pkg := cfg.Package(docs)
	if pkg == nil {
		return 0, fmt.Errorf("%s: no package has the pages %s: add one to packages", path, docs)
	}
	fresh, err := pkg.missing(pins)
	if err != nil || len(fresh) == 0 {
		return 0, err
	}
	text = insert(text, pkg.names, fresh)
	if err := readable(path, text, docs, len(pkg.Names)+len(fresh)); err != nil {
		return 0, err
	}
	return len(fresh), replace(path, text)
}

// readable checks that a file will hold all its pins when it is read again:
// lines may be put into a file whose form does not allow for them.
func readable(path string, text []byte, docs string, pins int) error {
	cfg, err := Parse(source.NewFile(filepath.ToSlash(path), text))
	if err == nil {
		if pkg := cfg.Package(docs); pkg != nil && len(pkg.Names) == pins {
			return nil
		}
	}
	return fmt.Errorf("%s: the pins do not fit into the form of this file: give each key a line of its own", path)
}

// begin returns the text of a configuration that has no pins yet.
func begin(path, docs, out string) ([]byte, error) {
	var b strings.Builder
	b.WriteString("version: " + version + "\npackages:\n")
	for i, p := range []struct{ key, path string }{{"docs", docs}, {"out", out}} {
		rel, err := filepath.Rel(filepath.Dir(path), p.path)
		if err != nil {
			return nil, err
		}
		indent := "    "
		if i == 0 {
			indent = "  - "
		}
		fmt.Fprintf(&b, "%s%s: %s\n", indent, p.key, scalar(filepath.ToSlash(rel)))
	}
	return []byte(b.String()), nil
}

// missing returns the pins that p does not have.
func (p *Package) missing(pins []wire.Pin) ([]wire.Pin, error) {
	known := map[string]wire.Pin{}
	for _, pin := range p.Names {
		known[pin.Selector] = pin
	}
	var fresh []wire.Pin
	for _, pin := range pins {
		other, ok := known[pin.Selector]
		switch {
		case !ok:
			fresh = append(fresh, pin)
		case other.Name != pin.Name:
			return nil, fmt.Errorf("%s: %s is pinned to %q, not to %q: decide, and take the other one out",
				other.Span.Position(), pin.Selector, other.Name, pin.Name)
		}
	}
	return fresh, nil
}

// insert returns text with pins at a place.
func insert(text []byte, at place, pins []wire.Pin) []byte {
	rows := bytes.SplitAfter(text, []byte("\n"))
	var b bytes.Buffer
	indent := strings.Repeat(" ", at.indent)
	if !at.names {
		b.WriteString(indent + "names:\n")
	}
	for _, pin := range pins {
		fmt.Fprintf(&b, "%s  %s: %s\n", indent, scalar(pin.Selector), scalar(pin.Name))
	}
	after := min(at.after, len(rows))
	if last := rows[after-1]; !bytes.HasSuffix(last, []byte("\n")) {
		rows[after-1] = append(slices.Clone(last), '\n')
	}
	return bytes.Join(slices.Insert(rows, after, b.Bytes()), nil)
}

// scalar writes a text so that YAML reads it as that text.
func scalar(text string) string {
	for _, r := range text {
		if r != '_' && r != '/' && r != '.' && r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return strconv.Quote(text)
		}
	}
	switch strings.ToLower(text) {
	case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null", ".nan", ".inf":
		return strconv.Quote(text)
	}
	if text[0] >= '0' && text[0] <= '9' || text[0] == '-' || text[0] == '.' && len(text) < 3 {
		return strconv.Quote(text)
	}
	return text
}

// replace writes a file in one step.
func replace(path string, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
