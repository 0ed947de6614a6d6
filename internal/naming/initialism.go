package naming

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// usual are the words that Go writes in capitals (Go Code Review Comments,
// "Initialisms", with those that APIs add).
var usual = set("ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID",
	"HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "JWT", "LHS", "QPS", "RAM",
	"RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI",
	"UID", "URI", "URL", "UTF8", "UUID", "VM", "XML", "XMPP", "XSRF", "XSS")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// Initialisms are the words that names have in capitals: those that are usual
// in Go, but for what is removed and added. The zero value is the usual ones.
// Words may be in any case.
type Initialisms struct {
	Add    []string
	Remove []string
}

// IsUsual reports whether a word is written in capitals unless it is removed.
func IsUsual(word string) bool { return usual[strings.ToUpper(word)] }

// IsWord reports whether a word can be an initialism: one that begins with a
// letter, and holds nothing but letters and digits.
func IsWord(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(first) && strings.IndexFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) < 0
}

// has reports whether a word, given in capitals, is written so.
func (s Initialisms) has(word string) bool {
	return contains(s.Add, word) || usual[word] && !contains(s.Remove, word)
}

func contains(words []string, word string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, word) })
}

// Exported returns the exported Go name for a name, with the usual initialisms:
// "link_session_id" becomes "LinkSessionID".
func Exported(name string) string { return Initialisms{}.Exported(name) }

// Exported returns the exported Go name for a name: "link_session_id" becomes
// "LinkSessionID". It returns "" when name has nothing that an identifier can
// hold. A name that starts with a digit, or in a script without capitals,
// gets an X in front.
func (s Initialisms) Exported(name string) string {
	words := Words(name)
	shouting := strings.IndexFunc(name, unicode.IsLower) < 0
	var b strings.Builder
	for _, w := range words {
		if shouting {
			w = strings.ToLower(w)
		}
		b.WriteString(s.capital(w))
	}
	return exportable(b.String())
}

// capital writes a word as it stands inside a Go name.
func (s Initialisms) capital(word string) string {
	upper := strings.ToUpper(word)
	if s.has(upper) {
		return upper
	}
	if singular, ok := strings.CutSuffix(upper, "S"); ok && s.has(singular) {
		return singular + "s"
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}
