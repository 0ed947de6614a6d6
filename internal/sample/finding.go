package sample

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
)

// A place is where the checker is: in the payload, with "*" for the index of
// a list or the name of a map, and on the pages.
type place struct {
	pattern string // a JSON pointer (RFC 6901) but for that
	page    source.Span
}

func (p place) member(name string, page source.Span) place {
	return place{p.pattern + "/" + pointerToken.Replace(name), page}
}

func (p place) element() place { return place{p.pattern + "/*", p.page} }

// A finding is a contradiction, and how often it repeats.
type finding struct {
	code    diag.Code
	at      place
	start   int
	end     int
	message string
	help    string
	times   int
}

// A key is what findings have in common that say the same of several elements
// of a list. Values that are not listed are told one by one.
type key struct {
	code    diag.Code
	pattern string
	value   string
}

func (f finding) key() key {
	k := key{f.code, f.at.pattern, ""}
	if f.code == "DG0802" {
		k.value = f.message
	}
	return k
}

// A checker collects findings.
type checker struct {
	found []finding
	known map[key]int // the indexes of found
}

// report adds a finding about v.
func (c *checker) report(code diag.Code, at place, v value, message, help string) {
	c.add(finding{code, at, v.start, v.end, message, help, 1})
}

// add adds a finding, or counts it where it is known.
func (c *checker) add(f finding) {
	if i, ok := c.known[f.key()]; ok {
		c.found[i].times += f.times
		return
	}
	if c.known == nil {
		c.known = map[key]int{}
	}
	c.known[f.key()] = len(c.found)
	c.found = append(c.found, f)
}

// maxShown is how much of a payload a finding points at.
const maxShown = 60

func (c *checker) diagnostics(payload *source.File) diag.List {
	slices.SortStableFunc(c.found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.code, b.code))
	})
	out := make(diag.List, 0, len(c.found))
	for _, f := range c.found {
		message := cmp.Or(f.at.pattern, "the payload") + ": " + f.message
		if f.times > 1 {
			message += fmt.Sprintf(" (%d times)", f.times)
		}
		d := diag.Diagnostic{
			Code: f.code, Span: payload.Span(f.start, min(f.end, f.start+maxShown)), Message: message, Help: f.help,
		}
		if !f.at.page.IsZero() {
			d.Related = []diag.Related{{Span: f.at.page, Message: "what the page says"}}
		}
		out = append(out, d)
	}
	return out
}
