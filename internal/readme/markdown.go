package readme

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain writes text for a cell of a table, so that none of it is markdown.
func plain(text string) string {
	isMarked := func(r rune) bool {
		return unicode.IsControl(r) || r == utf8.RuneError || strings.ContainsRune(marks, r)
	}
	if !strings.ContainsFunc(text, isMarked) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsControl(r):
			b.WriteByte(' ')
		case strings.ContainsRune(marks, r):
			b.WriteString("\\" + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

const marks = "\\`*_{}[]<>()#+!|~&$:@\"'"

// target writes a slash-separated path as the target of a link (CommonMark
// 0.31, section 6.3, and RFC 3986, section 3.3).
func target(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), "&", "%26") // markdown would read an entity
	}
	if strings.Contains(parts[0], ":") { // which would be read as a scheme
		parts[0] = "./" + parts[0]
	}
	return strings.Join(parts, "/")
}

// outside returns what is left of a relative path without the steps upwards
// that it begins with.
func outside(path string) string {
	for {
		rest, ok := strings.CutPrefix(path, "../")
		if !ok {
			return path
		}
		path = rest
	}
}
