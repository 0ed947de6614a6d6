package parser

import (
	"bytes"
	"unicode/utf8"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/source"
)

var byteOrderMark = []byte("\ufeff")

// readable returns the text of f at the same offsets, without what is not
// text: a byte order mark becomes blanks, and bytes that are not UTF-8, or
// are NUL, become question marks.
func readable(f *source.File) ([]byte, diag.List) {
	src := f.Content
	mark := bytes.HasPrefix(src, byteOrderMark)
	bad := firstUnreadable(src)
	if !mark && bad < 0 {
		return src, nil
	}
	src = bytes.Clone(src)
	if mark {
		copy(src, "   ")
	}
	if bad < 0 {
		return src, nil
	}
	for i := bad; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 || r == 0 {
			src[i] = '?'
		}
		i += size
	}
	var diags diag.List
	diags.Add(diag.Diagnostic{
		Code: "DG0101", Span: f.Span(bad, bad+1),
		Message: "the page holds bytes that are not UTF-8 text; they are read as question marks",
		Help:    "save the page as UTF-8",
	})
	return src, diags
}

// firstUnreadable returns the offset of the first byte that is not text, or -1.
func firstUnreadable(src []byte) int {
	nul := bytes.IndexByte(src, 0)
	if utf8.Valid(src) {
		return nul
	}
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 || r == 0 {
			return i
		}
		i += size
	}
	return nul
}
