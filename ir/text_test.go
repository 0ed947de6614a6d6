package ir

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/source"
)

// TestText shows every kind of model and type once.
func TestText(t *testing.T) {
	file := source.NewFile("book.md", []byte("# Book\n\nrow\n"))
	title, row := file.Span(2, 6), file.Span(8, 11)
	book := &Object{
		Header: Header{
			ID: ID{"c", "book"}, Title: "Book", Role: RoleError, Span: title,
			Doc: Doc{Blocks: []Block{
				&Paragraph{Text: []Inline{Plain("See `x`, [y], "), Code("z"), Plain(" or "), Link{Text: "w", URL: "https://example.com"}}},
				&ListBlock{Ordered: true, Items: [][]Inline{{Plain("one")}, {Plain("two")}}},
				&CodeBlock{Text: "a\n\nb"},
			}},
			Deprecated: &Deprecation{Message: `Use "Volume"`},
		},
		Additional: &External{Name: "http.Response"},
	}
	for _, f := range []Type{
		Int32, Float32, BigInt, Decimal, Number, Stream, &Time{Format: Date, Certain: true}, &Time{Format: DateTime},
		&Literal{Value: `"a"`}, &Literal{Value: "1", Open: true}, &List{Elem: Bytes, Null: NullNo}, &Map{Elem: Any, Null: NullYes},
		&OneOf{Variants: []Variant{{Type: String}, {Type: &List{Elem: Boolean}}}},
		&OneOf{Variants: []Variant{{Type: String}, {Type: Any}}, Discriminator: &Discriminator{Member: "kind"}}, &Ref{ID: ID{"", "flat"}}, nil,
	} {
		book.Fields = append(book.Fields, Field{Name: "f", Wire: Wire{Name: "g", Evidence: Guessed}, Type: f, Null: NullNo})
	}
	book.Fields[0] = Field{
		Name: "f_", Wire: Wire{Name: "f", Evidence: Confirmed}, Type: Int32, Required: true, Null: NullYes, Span: row,
		Deprecated: &Deprecation{}, Examples: []Example{{Text: "1\n2", Span: row}},
	}
	s := &Schema{
		Trees: []*Tree{{Dialect: "speakeasy-python-2024"}},
		Models: []Model{
			book,
			&Enum{Header: Header{ID: ID{"c", "side"}, Title: "Side"}, Of: String, Open: true, Values: []EnumValue{
				{Name: "LEFT", Value: `"left"`, Doc: Doc{Blocks: []Block{&ListBlock{Items: [][]Inline{{Plain("x")}}}}}}, {Value: `""`},
			}},
			&Union{
				Header:        Header{ID: ID{"", "u"}, Title: "U", Role: RoleEnvelope},
				Variants:      []Variant{{Name: "a", Type: String}, {Name: "b", Type: Int64}},
				Discriminator: &Discriminator{Member: "kind", Evidence: "somebody said so", Values: []DiscriminatorKey{{`"a"`, 0}}},
			},
			&Union{
				Header:   Header{ID: ID{"", "u2"}, Title: "U2"},
				Variants: []Variant{{Name: "a", Type: String}, {Name: "b", Type: Int64}},
				Discriminator: &Discriminator{
					Member: "kind", Evidence: "the page states it", Values: []DiscriminatorKey{{`"b"`, 1}}, Stated: &Statement{"Kind", row},
				},
			},
			&Alias{Header: Header{ID: ID{"", "v"}, Title: "V", Role: RoleParameters}, Of: Float64},
			&Opaque{Header: Header{ID: ID{"", "w"}, Title: "W"}, Reason: "nobody knows"},
		},
		Skipped: []Skipped{{File: "README.md", Reason: "it is prose"}},
	}
	if diff := cmp.Diff(wantText, s.Text()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

const wantText = `dialect speakeasy-python-2024

object c/book "Book" error @book.md:1
  deprecated "Use \"Volume\""
  | See \` + "`x\\`" + `, \[y], ` + "`z`" + ` or [w](https://example.com)
  |
  | 1. one
  | 2. two
  |
  |     a
  |
  |     b
  "f_" as "f" (confirmed): int32, required, null @book.md:3
    deprecated ""
    example @book.md:3
    | 1
    | 2
  "f" as "g" (guessed): float32, optional
  "f" as "g" (guessed): bigint, optional
  "f" as "g" (guessed): decimal, optional
  "f" as "g" (guessed): number, optional
  "f" as "g" (guessed): stream, optional
  "f" as "g" (guessed): date, optional
  "f" as "g" (guessed): date-time (uncertain), optional
  "f" as "g" (guessed): "a", optional
  "f" as "g" (guessed): open 1, optional
  "f" as "g" (guessed): list<bytes>, optional
  "f" as "g" (guessed): map<any or null>, optional
  "f" as "g" (guessed): (string | list<boolean?>), optional
  "f" as "g" (guessed): (string | any) by "kind", optional
  "f" as "g" (guessed): &flat, optional
  "f" as "g" (guessed): invalid <nil>, optional
  additional external http.Response

enum c/side "Side" of string, open
  "LEFT" = "left"
  | - x
  ""

union u "U" envelope
  0 "a": string
  1 "b": int64
  discriminator "kind": somebody said so
    "a" is 0

union u2 "U2"
  0 "a": string
  1 "b": int64
  discriminator "Kind" as "kind": the page states it @book.md:3
    "b" is 1

alias v "V" parameters of float64

opaque w "W"
  because nobody knows

skipped README.md: it is prose
`
