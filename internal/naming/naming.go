// Package naming turns the names of reference pages into Go identifiers. Its
// functions are pure: a name depends on nothing but the name given and the
// initialisms.
package naming

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words splits a name at everything that is neither a letter nor a digit, at
// humps ("linkToken"), and where an acronym ends ("HTTPServer"). Digits stay
// with the letters before them.
func Words(name string) []string {
	var words []string
	var before rune
	start := -1
	for i, r := range name {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			if start >= 0 {
				words = append(words, name[start:i])
			}
			start = -1
		case start < 0:
			start = i
		case startsWord(before, name[i:]):
			words = append(words, name[start:i])
			start = i
		}
		before = r
	}
	if start >= 0 {
		words = append(words, name[start:])
	}
	return words
}

// startsWord reports whether a word starts where text does, given that the
// letter or digit before it is of the same name.
func startsWord(before rune, text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	switch {
	case !unicode.IsUpper(first):
		return false
	case !unicode.IsUpper(before):
		return true
	}
	// The last capital of an acronym starts the next word, unless what
	// follows is only the plural of the acronym: "URLs".
	next, nextSize := utf8.DecodeRuneInString(text[size:])
	if !unicode.IsLower(next) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[size+nextSize:])
	return next != 's' || unicode.IsLower(after)
}

// Verbatim returns an exported Go name that keeps name's own spelling, for
// names that Exported would make equal: only what Go does not allow in an
// identifier is replaced, by "_".
func Verbatim(name string) string {
	if len(Words(name)) == 0 {
		return ""
	}
	mapped := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, name)
	r, size := utf8.DecodeRuneInString(mapped)
	return exportable(string(unicode.ToUpper(r)) + mapped[size:])
}

// Snake returns the words of a Go name in lower case, joined by "_", for the
// names of files.
func Snake(name string) string {
	return strings.ToLower(strings.Join(Words(name), "_"))
}

func exportable(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	if name == "" || unicode.IsUpper(r) {
		return name
	}
	return "X" + name
}

// Fold returns the letters and digits of a name in lower case: what all ways to
// write it have in common.
func Fold(name string) string {
	same := true
	for i := range len(name) {
		switch c := name[i]; {
		case c >= utf8.RuneSelf:
			return foldUnicode(name)
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		default:
			same = false
		}
	}
	if same {
		return name
	}
	folded := make([]byte, 0, len(name))
	for i := range len(name) {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z':
			folded = append(folded, c+'a'-'A')
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			folded = append(folded, c)
		}
	}
	return string(folded)
}

// foldUnicode is Fold for names beyond ASCII, which are few.
func foldUnicode(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
