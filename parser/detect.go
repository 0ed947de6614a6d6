package parser

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/internal/source"
)

// A language is what a generator's pages are written for.
type language int

// The languages, in the order in which a type is tried against their marks:
// those of the first ones are not to be confused with any other.
const (
	langNone language = iota
	langRuby
	langJava
	langGo
	langPython
	langPHP
	langCSharp
	langTypeScript
	langCount
)

var languageNames = [langCount]string{
	"none", "Ruby", "Java", "Go", "Python", "PHP", "C#", "TypeScript",
}

// Votes are how many parts of pages speak for each language, and for the later
// one of two generations.
type votes struct {
	count [langCount]int
	first [langCount]source.Span
	later [langCount]int
	// foreign is how many types are neither links nor in any language's form.
	foreign int
	example source.Span // the first of these
	// shared are the votes of types that several languages print alike.
	shared      [shareCount]int
	firstShared [shareCount]source.Span
}

// cast gives a vote.
func (v *votes) cast(l language, at source.Span) {
	if v.count[l] == 0 {
		v.first[l] = at
	}
	v.count[l]++
}

// disown takes in a type that is in no language's form.
func (v *votes) disown(at source.Span) {
	if v.foreign == 0 {
		v.example = at
	}
	v.foreign++
}

// add adds the votes of another page.
func (v *votes) add(other votes) {
	for l := range v.count {
		if v.count[l] == 0 {
			v.first[l] = other.first[l]
		}
		v.count[l] += other.count[l]
		v.later[l] += other.later[l]
	}
	if v.foreign == 0 {
		v.example = other.example
	}
	v.foreign += other.foreign
	for s := range v.shared {
		if v.shared[s] == 0 {
			v.firstShared[s] = other.firstShared[s]
		}
		v.shared[s] += other.shared[s]
	}
}

// fenceLanguages are the languages of examples.
var fenceLanguages = map[string]language{
	"python": langPython, "typescript": langTypeScript, "go": langGo, "php": langPHP,
	"ruby": langRuby, "java": langJava, "csharp": langCSharp,
}

// ballot lets a page vote: its types, and the examples in its sections.
func ballot(p *page, k kind) votes {
	var v votes
	for _, s := range p.sections {
		for _, b := range s.blocks {
			if f, ok := b.(fence); ok && fenceLanguages[f.lang] != langNone {
				v.cast(fenceLanguages[f.lang], f.span)
			}
		}
	}
	if k == kindUnion && p.headsWithCode(sectionTypes) {
		v.later[langPython]++
	}
	if p.section(sectionDiscrims) != nil {
		v.later[langGo]++
	}
	t := p.firstTable(sectionFields)
	if k != kindObject || t == nil {
		return v
	}
	for _, line := range t.rows {
		name, typ := leadingCells(p.src, line)
		field, text := fieldText(p.text(name)), withStars(p.src[typ.start:typ.end])
		if s := shareOf(field, string(text)); s != shareNone {
			v.share(s, p.span(typ))
			continue
		}
		l, later := languageOf(field, text)
		switch {
		case l != langNone:
			v.cast(l, p.span(typ))
		case !typ.empty() && p.src[typ.start] != '[':
			v.disown(p.span(typ))
		}
		if later {
			v.later[l]++
		}
	}
	return v
}

// headsWithCode reports whether the first heading in the section of kind s is
// a code span, as later generations print types there.
func (p *page) headsWithCode(s sectionKind) bool {
	for _, b := range p.section(s).blocks {
		if h, ok := b.(heading); ok {
			return strings.HasPrefix(h.span.Text(), "`")
		}
	}
	return false
}

// underscored finds emphasis by underscores, which formatters write.
var underscored = regexp.MustCompile(`(^|[^\w])_([^\s_](?:[^_]|_\w)*)_($|[^\w])`)

// withStars returns a type with all its emphasis by stars.
func withStars(typ []byte) []byte {
	if !bytes.ContainsRune(typ, '_') {
		return typ
	}
	return underscored.ReplaceAll(typ, []byte("$1*$2*$3"))
}

func fieldText(cell string) string { return strings.Trim(cell, "`~ ") }

var (
	rubyMarks = [][]byte{[]byte("::"), []byte("T.nilable"), []byte("T.any"), []byte("ruby-doc.org"), []byte("rubydoc.info")}
	// snakeMarks are Ruby's where the field is not named as in Java.
	snakeMarks = [][]byte{[]byte("*String*"), []byte("*Object*"), []byte("*Integer*"), []byte("*Float*")}
	javaMarks  = [][]byte{[]byte(`\<`), []byte("*String*"), []byte("oracle.com"), []byte("Optional<"), []byte("JsonNullable<"), []byte("@Nullable")}
	// camelMarks are Java's where the field is not named as in C#.
	camelMarks  = [][]byte{[]byte("*long*"), []byte("*double*"), []byte("*Object*"), []byte("*InputStream*"), []byte("byte[]"), []byte("List<"), []byte("Map<String"), []byte("*Boolean*"), []byte("*Long*"), []byte("*Double*"), []byte("*BigDecimal*"), []byte("*BigInteger*")}
	goMarks     = [][]byte{[]byte("map["), []byte("pkg.go.dev"), []byte("[*"), []byte("*[]"), []byte("*int64*"), []byte("*float64*"), []byte("*float32*"), []byte("*any*"), []byte("*io."), goWrapper}
	pythonMarks = [][]byte{[]byte("*str*"), []byte("Optional["), []byte("Dict["), []byte("List["), []byte("Nullable["), []byte("Literal["), []byte("*Any*"), []byte("*bytes*"), []byte("python.org"), []byte("httpx."), []byte("requests_http.")}
	phpMarks    = [][]byte{[]byte("array<"), []byte("*?"), []byte("[?"), []byte("*mixed*"), []byte(`\|null`), []byte("php.net"), []byte("php-fig.org")}
	csharpMarks = [][]byte{[]byte("Dictionary<"), []byte("List<"), []byte("learn.microsoft.com"), []byte("nodatime.org"), []byte("docs.unity3d.com")}
	scriptMarks = [][]byte{[]byte("Record<"), []byte("*string*"), []byte("*number*"), []byte("*boolean*"), []byte("*any*"), []byte(`*"`), []byte("*[]"), []byte(")[]"), []byte("[RFCDate]"), []byte("mozilla.org")}
	// goWrapper is around Go's types that may be both missing and null.
	goWrapper  = []byte("optionalnullable.")
	laterMarks = [][]byte{[]byte("Nullable["), []byte("Literal["), []byte("httpx")}

	phpName   = regexp.MustCompile(`\[[A-Z]\w*\\`)
	goName    = regexp.MustCompile(`^\[[a-z]\w*\.[A-Z]`)
	javaName  = regexp.MustCompile(`^\[[A-Z]\w*\]\([^:]*/[A-Z]\w*\.md\)$`)
	goPointer = regexp.MustCompile(`^(\[\]|\*\*\w|` + "`" + `)`)
)

// languageOf returns the language that a field and its type speak for, and
// whether the type is one that only the later generation prints.
func languageOf(field string, typ []byte) (l language, later bool) {
	pascal := isPascal(field)
	switch {
	case containsAny(typ, rubyMarks), isSnake(field) && containsAny(typ, snakeMarks):
		return langRuby, false
	case containsAny(typ, javaMarks) && !bytes.Contains(typ, []byte("microsoft")),
		!pascal && containsAny(typ, camelMarks):
		return langJava, false
	case pascal && (containsAny(typ, goMarks) || goPointer.Match(typ) || goName.Match(typ)):
		return langGo, bytes.ContainsRune(typ, '`') || bytes.Contains(typ, goWrapper)
	case containsAny(typ, pythonMarks):
		return langPython, containsAny(typ, laterMarks)
	case containsAny(typ, phpMarks) || phpName.Match(typ):
		return langPHP, false
	case containsAny(typ, csharpMarks) || pascal && len(typ) > 0:
		return langCSharp, false
	case containsAny(typ, scriptMarks):
		return langTypeScript, false
	}
	return languageOfLink(field, typ), false
}

// languageOfLink tells by the way that a field and a model are written, which
// says less than the name of a type.
func languageOfLink(field string, typ []byte) language {
	switch {
	case javaName.Match(typ):
		return langJava
	case goName.Match(typ) && strings.ToLower(field) != field:
		return langTypeScript
	}
	return langNone
}

// leadingCells returns the cells where field tables have the name and the
// type. It leaves the rest of the row, which is most of it, alone.
func leadingCells(src []byte, row cell) (name, typ cell) {
	start := row.start
	if start < row.end && src[start] == '|' {
		start++
	}
	first := pipe(src, start, row.end)
	second := first
	if first < row.end {
		second = pipe(src, first+1, row.end)
		first++
	}
	return trimCell(src, start, max(start, first-1)), trimCell(src, first, second)
}

// pipe returns where the next pipe stands that is not escaped, or end.
func pipe(src []byte, start, end int) int {
	for i := start; i < end; i++ {
		if src[i] == '|' && (i == start || src[i-1] != '\\') {
			return i
		}
	}
	return end
}

func containsAny(text []byte, marks [][]byte) bool {
	for _, m := range marks {
		if bytes.Contains(text, m) {
			return true
		}
	}
	return false
}

// total returns how many votes were given.
func (v *votes) total() int {
	total := 0
	for _, n := range v.count {
		total += n
	}
	for _, n := range v.shared {
		total += n
	}
	return total
}

// winner returns the language with most votes. PHP prints some of its types
// like TypeScript, which has none of its own that are as common.
func (v *votes) winner() (best, second language) {
	v.allot()
	count := v.count
	if php := count[langPHP]; php > 0 && 20*php > count[langTypeScript]+php {
		count[langPHP] += count[langTypeScript]
		count[langTypeScript] = 0
	}
	order := make([]language, langCount)
	for i := range order {
		order[i] = language(i)
	}
	slices.SortStableFunc(order, func(a, b language) int { return cmp.Compare(count[b], count[a]) })
	if count[order[0]] == 0 {
		return langNone, langNone
	}
	if count[order[1]] > 0 {
		second = order[1]
	}
	return order[0], second
}

// dialectOf returns the dialect of a language. Of two generations it is the
// earlier one where nothing speaks for the later: that one claims to know less.
func (v *votes) dialectOf(l language) dialect {
	later := v.later[l] > 0
	switch {
	case l == langNone && v.foreign > 0:
		return nil
	case l == langPython || l == langNone:
		if v.later[langPython] > 0 {
			return python2026
		}
		return python2024
	case l == langGo && later:
		return go2026
	case l == langGo:
		return go2025
	}
	return map[language]dialect{
		langTypeScript: typescript{}, langPHP: php{}, langRuby: ruby{}, langJava: java{}, langCSharp: csharp{},
	}[l]
}

// why says what speaks for the language that won.
func (v *votes) why(l language) string {
	if l == langNone {
		return "nothing tells the language; the pages are read as those that claim to know least"
	}
	return fmt.Sprintf("%d of %d marks are those of %s, such as %s", v.count[l], v.total(), languageNames[l], v.first[l].Position())
}
