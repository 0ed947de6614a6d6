package wire

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/internal/naming"
	"github.com/docgen-go/docgen/ir"
)

// A Style is how names of several words are written in JSON.
type Style int

// The styles. A single word in lower case has none.
const (
	None   Style = iota
	Snake        // two_words
	Camel        // twoWords
	Pascal       // TwoWords
	Kebab        // two-words
	Upper        // TWO_WORDS
	styles
)

var styleNames = [styles]string{"none", "snake_case", "camelCase", "PascalCase", "kebab-case", "UPPER_CASE"}

// String returns the style's name, written in the style itself.
func (s Style) String() string { return styleNames[s] }

// styleOf returns the style that name is written in, or None for a single
// word and for a mixture.
func styleOf(name string) Style {
	name = strings.Trim(name, "_$")
	var lower, upper, under, dash bool
	for _, r := range name {
		lower = lower || unicode.IsLower(r)
		upper = upper || unicode.IsUpper(r)
		under = under || r == '_'
		dash = dash || r == '-'
	}
	switch {
	case under && dash:
		return None
	case under && !upper:
		return Snake
	case dash && !upper:
		return Kebab
	case under && !lower:
		return Upper
	case under || dash || !lower || !upper:
		return None
	case unicode.IsLower(rune(name[0])):
		return Camel
	}
	return Pascal
}

// native returns the style in which pages print names as they are in JSON.
func native(c ir.Case) Style {
	switch c {
	case ir.CaseSnake:
		return Snake
	case ir.CaseCamel:
		return Camel
	}
	return None
}

// usual returns the style that is most likely where nothing tells.
func usual(c ir.Case) Style {
	if c == ir.CaseCamel {
		return Camel
	}
	return Snake
}

// isCompound reports whether a printed name has several words, which is when
// its style in JSON matters.
func isCompound(name string) bool { return len(naming.Words(name)) > 1 }

// convert writes a printed name in style. Underscores in front belong to the
// name in any style.
func convert(name string, style Style, acronyms bool) string {
	rest := strings.TrimLeft(name, "_")
	front := name[:len(name)-len(rest)]
	words := naming.Words(rest)
	if len(words) == 0 {
		return name
	}
	for i, w := range words {
		words[i] = convertWord(w, style, i == 0, acronyms)
	}
	joint := map[Style]string{Snake: "_", Kebab: "-", Upper: "_"}[style]
	return front + strings.Join(words, joint)
}

func convertWord(word string, style Style, first, acronyms bool) string {
	lower := strings.ToLower(word)
	switch style {
	case Upper:
		return strings.ToUpper(word)
	case Camel:
		if first {
			return lower
		}
	case Pascal:
	default:
		return lower
	}
	if acronyms && lower == "id" {
		return "ID"
	}
	return strings.ToUpper(lower[:1]) + lower[1:]
}
