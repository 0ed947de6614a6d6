package consensus

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/ir"
)

// isFlat reports whether the most part of s stands in no namespace. Some flat
// trees keep their errors apart.
func isFlat(s *ir.Schema) bool {
	flat := 0
	for _, m := range s.Models {
		if m.Head().Namespace() == "" {
			flat++
		}
	}
	return 2*flat > len(s.Models)
}

// modelsByKey returns the models of s by what they are called in any language.
// Where titles must do, of models that share one none is returned: perhaps
// their use tells.
func modelsByKey(s *ir.Schema, byTitle bool) map[string]ir.Model {
	count := make(map[string]int, len(s.Models))
	for _, m := range s.Models {
		count[space(m, byTitle)+squash(m.Head().Title)]++
	}
	models := make(map[string]ir.Model, len(s.Models))
	for _, m := range s.Models {
		key := space(m, byTitle) + squash(m.Head().Title)
		if byTitle && count[key] > 1 {
			continue
		}
		if short := space(m, byTitle) + squash(withoutT(m.Head().Title)); count[short] == 0 {
			key = short
		}
		models[unused(models, key)] = m
	}
	return models
}

// unused returns key, or key with a number when it is taken.
func unused[T any](taken map[string]T, key string) string {
	name := key
	for n := 2; ; n++ {
		if _, ok := taken[name]; !ok {
			return name
		}
		name = fmt.Sprintf("%s %d", key, n)
	}
}

// Namespaces that have other names in some languages or generations.
var namespaces = map[string]string{
	"shared":    "components",
	"sdkerrors": "errors",
	"apierrors": "errors",
	"requests":  "operations",
}

// space returns the part of a model's key that tells its tree and, unless
// titles must do, its namespace.
func space(m ir.Model, byTitle bool) string {
	h, prefix := m.Head(), ""
	if h.Tree != nil {
		prefix = h.Tree.Prefix
	}
	if byTitle {
		return prefix + ":"
	}
	parts := strings.Split(strings.ToLower(h.Namespace()), "/")
	for i, p := range parts {
		if name, ok := namespaces[p]; ok {
			parts[i] = name
		}
	}
	return prefix + ":" + strings.Join(parts, "/") + ":"
}

// withoutT takes the "T" off with which a title steps aside for a name of the
// language, such as "ErrorT".
func withoutT(title string) string {
	short, ok := strings.CutSuffix(title, "T")
	if !ok || short == "" || !unicode.IsLower(rune(short[len(short)-1])) {
		return title
	}
	return short
}

// squash returns the letters and digits of name in lower case: what all
// languages keep of a name. A name that has none is its own.
func squash(name string) string {
	short := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	if short == "" {
		return name
	}
	return short
}
