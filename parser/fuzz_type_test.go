package parser

import (
	"testing"

	"github.com/docgen-go/docgen/internal/source"
)

func FuzzTypePython(f *testing.F) {
	fuzzType(f, python2026,
		"*str*", "List[*Optional[int]*]", `*Literal["a\"]*`, "Dict[str, [Nullable[models.X]](../models/x.md)]",
		"*Union[bytes, IO[bytes], io.BufferedReader]*", "[date](https://docs.python.org/3/#date-objects)",
		"Union[a.B[c.D], None]", `\[\[\*`, "[[a](b)](c)", "Literal[1, True, 2.5]", "*`*", "List[List[", "é.ü",
	)
}

func FuzzTypeTypeScript(f *testing.F) {
	fuzzType(f, typescript{},
		"*string*", "[models.X](../x.md)[]", "*models.X* \\| *number*[]", `Record<string, Record<string, *any*>>`,
		"{ [k: string]: models.X }[]", `*"a"*`, "*12*", "(a.B | null)[]", "ReadableStream<Uint8Array>", "Array<", "{[", "*true* |",
	)
}

func FuzzTypeGo(f *testing.F) {
	fuzzType(f, go2026,
		"`string`", "**string*", "[]`int64`", "map[string][][*components.X](../x.md)", "[*big.Int](https://pkg.go.dev/math/big#Int)",
		"`[]byte`", "map[", "[]", "**", "`*`", "*[]map[string]any*", "stream.EventStream[X]", "interface{}",
	)
}

func FuzzTypePHP(f *testing.F) {
	fuzzType(f, php{},
		"*?string*", `[string\|array\|null](../x.md)`, `array<string, [?Ns\X](../x.md)>`, `[\DateTime](https://www.php.net)`,
		`\Psr\Http\Message\ResponseInterface`, "array<array<*mixed*>>", "?|", "array<,", `A\B|C\D|null`, "???*int*",
	)
}

func FuzzTypeRuby(f *testing.F) {
	fuzzType(f, ruby{},
		"*::String*", "*T.nilable(T::Boolean)*", "[T.nilable(T.any(::String, T::Array[Models::A::B]))](../x.md)",
		"T::Hash[Symbol, T::Array<*::Float*>]", "[DateTime](https://ruby-doc.org)", "T.any(", "T::Array<>", "::", "T.nilable(T.nilable(::Object))",
	)
}

func FuzzTypeJava(f *testing.F) {
	fuzzType(f, java{},
		`*Optional\<String>*`, `[JsonNullable\<X>](../x.md)`, `Map\<String, List\\<*String*>>`, "byte[]",
		`[HttpResponse\<?>](https://docs.oracle.com)`, "List<", "Optional<Optional<X>>", "Map<Long, X>", "BigDecimal", "?",
	)
}

func FuzzTypeCSharp(f *testing.F) {
	fuzzType(f, csharp{},
		"*string*", "List<[Models.Components.X](../x.md)>", "Dictionary<String, List<*string*>>", "*byte[]*",
		"[LocalDate](https://nodatime.org)", "List<", "Dictionary<,>", "Models..X", "EventStream<X>",
	)
}

// fuzzType reads any text as a type of d. Nothing may panic, an error lies
// inside the text, and something comes of it whatever it is.
func fuzzType(f *testing.F, d dialect, seeds ...string) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		src := []byte("# T\n" + text)
		file := source.NewFile("models/t.md", src)
		src, _ = readable(file)
		p := &modelPage{page: &page{file: file, src: src}, tree: &tree{dialect: d}}
		b := newBuilder(p, &index{})
		c := trimCell(src, len("# T\n"), len(src))
		for _, inside := range []int{0, 1} {
			parser := &typeParser{
				scanner: scanner{src: src, pos: c.start, end: c.end}, resolver: &b.resolver, dialect: d, inside: inside,
			}
			if _, err := parser.whole(); err != nil && (err.at < c.start || err.at > c.end) {
				t.Errorf("error at %d, outside of [%d, %d)", err.at, c.start, c.end)
			}
		}
		if e := b.typeAt(c); e.typ == nil {
			t.Error("no type")
		}
	})
}
