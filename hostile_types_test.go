package docgen_test

import (
	goparser "go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen"
)

// nesting is how a type goes around another one in each grammar: what opens it,
// and what closes it.
var nesting = map[string][][2]string{
	"speakeasy-python":     {{"List[", "]"}, {"Dict[str, ", "]"}, {"Optional[", "]"}, {"Union[", ", int]"}},
	"speakeasy-typescript": {{"Array<", ">"}, {"", "[]"}, {"Record<string, ", ">"}, {"{ [k: string]: ", " }"}, {"(", " | null)"}, {"(", " | null)[]"}},
	"speakeasy-go":         {{"[]", ""}, {"map[string]", ""}, {"*", ""}, {"**", ""}},
	"speakeasy-php":        {{"array<", ">"}, {"array<string, ", ">"}},
	"speakeasy-ruby":       {{"T::Array[", "]"}, {"T.nilable(", ")"}, {"T::Hash[Symbol, T::Array<", ">]"}, {"Crystalline::Array.new(", ")"}},
	"speakeasy-java":       {{`List\<`, ">"}, {`Map\<String, `, ">"}, {`Optional\<`, ">"}, {"JsonNullable<", ">"}},
	"speakeasy-csharp":     {{"List<", ">"}, {"Dictionary<String, ", ">"}, {"", "?"}, {"", "[]"}},
	"tables": {
		{"array of ", ""}, {"list<", ">"}, {"[", "]"}, {"(", ")"}, {"(", ")[]"}, {"map of string to ", ""}, {"", "[]"}, {"", " array"}, {"?", ""},
	},
}

// edition is what some dialects have behind their names.
var edition = regexp.MustCompile(`-20\d\d$`)

// TestNestedTypes nests types 10,000 deep in every grammar, closed and left open,
// and in Go what is left of them. Any JSON is taken for such a type, or the page
// is left out, and docgen says so.
func TestNestedTypes(t *testing.T) {
	const depth = 10_000
	for _, dialect := range docgen.Dialects() {
		around := nesting[edition.ReplaceAllString(dialect, "")]
		if around == nil {
			t.Errorf("no types to nest of %s", dialect)
		}
		for _, marks := range around {
			nestTypes(t, dialect, strings.Repeat(marks[0], depth)+"string"+strings.Repeat(marks[1], depth))
			if marks[0] != "" && marks[1] != "" {
				nestTypes(t, dialect, strings.Repeat(marks[0], depth)+"string")
			}
		}
	}
}

func nestTypes(t *testing.T, dialect, typ string) {
	t.Helper()
	files := hostileFiles(page("Deep", row("a", typ, "N/A"), row("b", "string", "N/A")))
	result, err := docgen.Run(t.Context(), docgen.Config{Pages: files, Docs: "models", Package: "deep", Dialect: dialect})
	if err != nil {
		t.Fatal(err)
	}
	said := slices.ContainsFunc(result.Diagnostics, func(d docgen.Diagnostic) bool {
		return d.Code == "DG0201" || d.Code == "DG0115"
	})
	if !said {
		t.Errorf("%s: nothing is said of %.40s...%s", dialect, typ, typ[len(typ)-10:])
	}
	for _, f := range result.Files {
		if _, err := goparser.ParseFile(token.NewFileSet(), f.Name, f.Content, 0); err != nil {
			t.Errorf("%s: %.40s: %v", dialect, typ, err)
		}
	}
}
