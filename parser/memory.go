package parser

import (
	"bytes"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// A Memory holds the pages of the last call of [Parse] as they were taken apart:
// a page that is the same need not be taken apart again. The zero Memory is
// empty. It serves one call at a time. Hand-written pages, which are told by all
// pages together, are not kept.
type Memory struct{ pages map[string]*readFile }

// recall returns what was made of a page, or nil if it was another one.
func (m *Memory) recall(f *source.File) *readFile {
	if m == nil {
		return nil
	}
	if last := m.pages[f.Name]; last != nil && bytes.Equal(last.file.Content, f.Content) {
		return last
	}
	return nil
}

// keep forgets what was, and remembers pages for the next time.
func (m *Memory) keep(pages []*readFile) {
	if m == nil {
		return
	}
	m.pages = make(map[string]*readFile, len(pages))
	for _, f := range pages {
		if f.cellDocs == nil {
			f.cellDocs = map[string]ir.Doc{}
		}
		m.pages[f.file.Name] = f
	}
}
