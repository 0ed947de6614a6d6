package emitter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrap breaks text into lines of at most width code points, where blanks
// allow it. The author's own line breaks stay.
func wrap(text string, width int) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	for paragraph := range strings.SplitSeq(text, "\n") {
		length := 0 // of the line so far
		for word := range strings.FieldsSeq(paragraph) {
			n := utf8.RuneCountInString(word)
			switch {
			case length == 0 && b.Len() > 0, length > 0 && length+1+n > width && !isMarker(word):
				b.WriteByte('\n')
				length = 0
			case length > 0:
				b.WriteByte(' ')
				length++
			}
			b.WriteString(word)
			length += n
		}
	}
	return b.String()
}

// isMarker reports whether a word at the start of a line would begin a list or
// a heading there.
func isMarker(word string) bool {
	return strings.ContainsAny(word[:1], "-*+#•[") || isListMarker(word)
}

// isListMarker reports whether a word begins an item of a list.
func isListMarker(word string) bool {
	switch word {
	case "-", "*", "+", "•":
		return true
	}
	digits := strings.TrimLeft(word, "0123456789")
	return digits != word && (digits == "." || digits == ")")
}

// printable makes text fit for a line comment: valid UTF-8 without control
// characters, byte order marks, or marks that turn the direction of text
// (Unicode TR 9), which could make code look like what it is not.
func printable(text string) string {
	if isPlain(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r == '\uFEFF', unicode.Is(unicode.Bidi_Control, r):
			return -1
		case r == '\u2028', r == '\u2029':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// isPlain reports whether text is of characters of ASCII that can be seen, and
// of blanks and line breaks: nearly all of it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < ' ' || c > '~') && c != '\n' {
			return false
		}
	}
	return true
}

// joinMarkers puts lines that begin like an item of a list behind those before:
// in an item, gofmt would take them for items.
func joinMarkers(text string) string {
	lines := strings.Split(text, "\n")
	out := lines[0]
	for _, line := range lines[1:] {
		if first, _, _ := strings.Cut(line, " "); isListMarker(first) {
			out += " " + line
		} else {
			out += "\n" + line
		}
	}
	return out
}
