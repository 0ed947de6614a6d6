package parser

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// A share is a set of languages that print a type alike.
type share int

// The shares.
const (
	shareNone share = iota
	shareJavaRuby
	shareCSharpGo
	shareScriptJava
	sharePythonPHPJava
	sharePHPJava
	shareScriptPython
	sharePythonScript
	shareCount
)

// shares are the languages of each share. A type votes for the one that has
// most votes of its own, and for the first of the set where none has any.
var shares = [shareCount][]language{
	shareJavaRuby:      {langJava, langRuby},
	shareCSharpGo:      {langCSharp, langGo},
	shareScriptJava:    {langTypeScript, langJava},
	sharePythonPHPJava: {langPython, langPHP, langJava},
	sharePHPJava:       {langPHP, langJava},
	shareScriptPython:  {langTypeScript, langPython},
	sharePythonScript:  {langPython, langTypeScript},
}

// unlinked matches a model's name without a link: how TypeScript's pages name
// unions.
var unlinked = regexp.MustCompile(`^\*[a-z]\w*\.[A-Z]\w*\*$`)

// shareOf returns the share that a type belongs to, or shareNone. The case of
// the field's name narrows it down.
func shareOf(field, typ string) share {
	switch pascal := isPascal(field); typ {
	case "*string*", "*int*", "*bool*":
		if pascal {
			return shareCSharpGo
		}
		if typ == "*string*" {
			return shareNone
		}
	case "*float*":
		if pascal {
			return shareNone
		}
	case "*boolean*":
		return shareScriptJava
	case "*String*", "*Object*", "*Integer*", "*Float*":
		if pascal || isSnake(field) {
			return shareNone
		}
		return shareJavaRuby
	default:
		switch {
		case pascal:
		case unlinked.MatchString(typ):
			return shareScriptPython
		case isSnake(field) && goName.MatchString(typ): // TypeScript's SDKs may keep the names of JSON
			return sharePythonScript
		}
		return shareNone
	}
	if strings.ToLower(field) != field {
		return sharePHPJava
	}
	return sharePythonPHPJava
}

// isSnake reports whether name is one of several words with "_" between them.
func isSnake(name string) bool { return strings.Contains(strings.Trim(name, "_"), "_") }

func isPascal(name string) bool { return name != "" && name[0] >= 'A' && name[0] <= 'Z' }

// share gives the vote of a type that several languages print alike.
func (v *votes) share(s share, at source.Span) {
	if v.shared[s] == 0 {
		v.firstShared[s] = at
	}
	v.shared[s]++
}

// allot gives the shared votes to languages. Those of Java and Ruby count as
// their own for the shares that follow: nobody else prints such types.
func (v *votes) allot() {
	own := v.count
	for s, n := range v.shared {
		if n == 0 {
			continue
		}
		best := shares[s][0]
		for _, l := range shares[s] {
			if own[l] > own[best] {
				best = l
			}
		}
		if v.count[best] == 0 {
			v.first[best] = v.firstShared[s]
		}
		v.count[best] += n
		if share(s) == shareJavaRuby {
			own = v.count
		}
	}
	v.shared = [shareCount]int{}
}
