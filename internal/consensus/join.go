package consensus

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/ir"
)

// A pair is one model as two schemas have it.
type pair struct{ a, b ir.Model }

// A join tells which models of two schemas are the same.
type join struct {
	pairs        []pair // in the order of a's models
	onlyA, onlyB []ir.Model
	toA          map[ir.ID]ir.Model // from b's IDs
}

// newJoin joins two schemas by namespace and title. Envelopes, which each
// language has in its own way, belong to neither.
func newJoin(a, b *ir.Schema) *join {
	j := &join{toA: make(map[ir.ID]ir.Model, len(b.Models))}
	inB := modelsByKey(b)
	joined := make(map[string]bool, len(inB.models))
	inA := modelsByKey(a)
	for _, key := range inA.keys {
		m := inA.models[key]
		other, ok := inB.models[key]
		switch {
		case ok:
			joined[key] = true
			j.toA[other.Head().ID] = m
			if !isEnvelope(m) && !isEnvelope(other) {
				j.pairs = append(j.pairs, pair{m, other})
			}
		case !isEnvelope(m):
			j.onlyA = append(j.onlyA, m)
		}
	}
	for _, key := range inB.keys {
		if m := inB.models[key]; !joined[key] && !isEnvelope(m) {
			j.onlyB = append(j.onlyB, m)
		}
	}
	return j
}

func isEnvelope(m ir.Model) bool { return m.Head().Role == ir.RoleEnvelope }

// keyed holds the models of a schema by what they are called in any language.
type keyed struct {
	keys   []string // in the order of the models
	models map[string]ir.Model
}

func modelsByKey(s *ir.Schema) keyed {
	titles := make(map[string]bool, len(s.Models))
	for _, m := range s.Models {
		titles[space(m)+squash(m.Head().Title)] = true
	}
	k := keyed{models: make(map[string]ir.Model, len(s.Models))}
	for _, m := range s.Models {
		key := space(m) + squash(m.Head().Title)
		if short := space(m) + squash(withoutT(m.Head().Title)); !titles[short] {
			key = short
		}
		for n := 2; k.models[key] != nil; n++ {
			key = fmt.Sprintf("%s %d", key, n)
		}
		k.keys = append(k.keys, key)
		k.models[key] = m
	}
	return k
}

// Namespaces that have other names in some languages or generations.
var namespaces = map[string]string{
	"shared":    "components",
	"sdkerrors": "errors",
	"apierrors": "errors",
	"requests":  "operations",
}

// space returns the part of a model's key that tells its tree and namespace.
func space(m ir.Model) string {
	h := m.Head()
	parts := strings.Split(strings.ToLower(h.Namespace()), "/")
	for i, p := range parts {
		if name, ok := namespaces[p]; ok {
			parts[i] = name
		}
	}
	prefix := ""
	if h.Tree != nil {
		prefix = h.Tree.Prefix
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

// fieldsByKey returns the fields of o, by what they are called in any
// language, and their keys in page order. Fields that are the platform's own
// are left out.
func fieldsByKey(o *ir.Object) (keys []string, fields map[string]*ir.Field) {
	fields = make(map[string]*ir.Field, len(o.Fields))
	for i := range o.Fields {
		f := &o.Fields[i]
		if _, own := f.Type.(*ir.External); own {
			continue
		}
		key := squash(f.Name)
		for n := 2; fields[key] != nil; n++ {
			key = fmt.Sprintf("%s %d", squash(f.Name), n)
		}
		keys = append(keys, key)
		fields[key] = f
	}
	return keys, fields
}
