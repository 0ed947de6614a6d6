//go:build prepared

package contract

import (
	"flag"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	sample "github.com/docgen-go/docgen/internal/bench/testdata/prepared/sample/docgen"
)

var differential = flag.Duration("differential", time.Second, "how long TestAgainstJSONv2 makes up documents")

// TestAgainstJSONv2 compares as [FuzzAgainstJSONv2] does, on documents that
// are made up by the grammar and then damaged: it gets further into the
// models in the same time than mutation alone.
func TestAgainstJSONv2(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0)), names: slices.Sorted(maps.Keys(memberNames))}
	var accepted, invalid, refused int
	for start := time.Now(); time.Since(start) < *differential && !t.Failed(); {
		text := g.document()
		switch err := new(sample.Everything).UnmarshalJSON(text); {
		case err == nil:
			accepted++
		case isSyntax(err):
			refused++
		default:
			invalid++
		}
		against(t, text)
	}
	t.Logf("seed %d: %d documents accepted, %d in breach of the reference, %d no JSON", seed, accepted, invalid, refused)
	if accepted == 0 || invalid == 0 || refused == 0 {
		t.Error("a kind of document was not tried")
	}
}

// A generator makes documents up.
type generator struct {
	*rand.Rand
	names []string
}

// scalars are what stands where a scalar does.
var scalars = []string{
	"null", "null", "true", "false", "0", "-0", "1", "-1", "1.0", "1e3", "10e-1", "0.5", "1e400", "-1e-400", "1e-5", "5e-324",
	"9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "123456789012345678901234567890",
	"2.2250738585072011e-308", "0.1234567890123456789", "1797693134862315708145274237317043567980e269",
	`""`, `"a"`, `"é"`, `"\u00e9"`, `"\ud83d\ude00"`, `"😀"`, `"\n"`, `"12345678"`, `"1234567\""`, `"aGk="`, `"aGk"`, `"aGk=="`, `"a-_="`,
	`"light"`, `"circle"`, `"square"`, `"everything"`, `"2026-01-02"`, `"2026-01-02T03:04:05Z"`, `"\u0000"`,
}

// broken are scalars that are no JSON.
var broken = []string{
	"01", "1.", "-", "+1", "1e", "tru", "NaN", `"\ud83d"`, `"\u12"`, "\"\n\"", "\"\x80\"", "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", `"`, "",
}

// pick returns one of the choices.
func (g *generator) pick(choices []string) string { return choices[g.IntN(len(choices))] }

// document returns a text that is a document of the model, more or less.
func (g *generator) document() []byte {
	required := `"text":` + g.pick(scalars) + `,"count":` + g.pick(scalars) + `,"note":null`
	if g.IntN(2) == 0 {
		required = `"text":"","count":1,"note":null`
	}
	text := []byte(strings.Replace(g.object(4), "{", "{"+required+",", 1))
	for g.IntN(4) == 0 && len(text) > 0 {
		g.damage(&text)
	}
	return text
}

// damage changes one byte, takes some away or doubles some.
func (g *generator) damage(text *[]byte) {
	from := g.IntN(len(*text))
	to := min(from+1+g.IntN(8), len(*text))
	switch g.IntN(4) {
	case 0:
		(*text)[from] = byte(g.IntN(256))
	case 1:
		(*text)[from] = `{}[]",:\0 `[g.IntN(10)]
	case 2:
		*text = slices.Delete(*text, from, to)
	case 3:
		*text = slices.Insert(*text, to, slices.Clone((*text)[from:to])...)
	}
}

func (g *generator) value(depth int) string {
	switch n := g.IntN(8); {
	case depth > 0 && n < 2:
		return g.object(depth - 1)
	case depth > 0 && n < 4:
		return g.list(depth - 1)
	}
	if g.IntN(200) == 0 {
		return g.pick(broken)
	}
	return g.pick(scalars)
}

func (g *generator) list(depth int) string {
	var elements []string
	for range g.IntN(4) {
		elements = append(elements, g.space(g.value(depth)))
	}
	return "[" + strings.Join(elements, ",") + "]"
}

func (g *generator) object(depth int) string {
	var members []string
	for range g.IntN(6) {
		members = append(members, g.space(`"`+g.name()+`"`)+":"+g.space(g.value(depth)))
	}
	return "{" + strings.Join(members, ",") + "}"
}

// name returns the name of a member, or one that is much like it.
func (g *generator) name() string {
	name := g.pick(g.names)
	switch g.IntN(16) {
	case 0:
		return strings.ToUpper(name)
	case 1:
		return name + "x"
	case 2:
		return `\u00` + "6" + string("123456789abcdef"[g.IntN(15)]) + name[1:]
	case 3:
		return ""
	case 4:
		return "later" + g.pick([]string{"", "a", "b", `\n`, "é"})
	}
	return name
}

// space puts white space around a text now and then.
func (g *generator) space(text string) string {
	if g.IntN(4) != 0 {
		return text
	}
	return g.pick(spaces) + text + g.pick(spaces)
}

// spaces are all of white space (RFC 8259, section 2).
var spaces = []string{"", " ", "\n", "\t", "\r\n    "}
