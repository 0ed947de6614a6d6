package parser

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/internal/diag"
	"github.com/docgen-go/docgen/internal/discriminator"
	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
)

// corpus reads the pages of one tree of the corpus, or skips the test. Only
// facts about these pages are kept here, none of their text.
func corpus(tb testing.TB, name string) []*source.File {
	root := os.Getenv("DOCGEN_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "shared", "corpus")
	}
	root = filepath.Join(root, name)
	if _, err := os.Stat(root); err != nil {
		tb.Skipf("the corpus is not there: %v", err)
	}
	var files []*source.File
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		files = append(files, source.NewFile(filepath.ToSlash(rel), content))
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

func parse(tb testing.TB, files []*source.File) (*ir.Schema, diag.List) {
	schema, diags, err := Parse(context.Background(), files, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	discriminator.Infer(schema)
	if err := schema.Check(); err != nil {
		tb.Error(err)
	}
	return schema, diags
}

// counts are facts of a tree that reading it must find.
type counts struct {
	Dialect                                                  string
	Files, Models, Objects, Enums, Unions, Aliases, Opaque   int
	Envelopes, Fields, Additional, Dates, DateTimes, Certain int
	Discriminated                                            int
}

func count(files []*source.File, schema *ir.Schema) counts {
	c := counts{Dialect: schema.Dialect(), Files: len(files), Models: len(schema.Models)}
	for _, m := range schema.Models {
		switch m := m.(type) {
		case *ir.Object:
			c.Objects++
			c.Fields += len(m.Fields)
			if m.Additional != nil {
				c.Additional++
			}
		case *ir.Enum:
			c.Enums++
		case *ir.Union:
			c.Unions++
			if m.Discriminator != nil {
				c.Discriminated++
			}
		case *ir.Alias:
			c.Aliases++
		case *ir.Opaque:
			c.Opaque++
		}
		if m.Head().Role == ir.RoleEnvelope {
			c.Envelopes++
		}
		for t := range ir.Types(m) {
			ir.Walk(t, c.time)
		}
	}
	return c
}

func (c *counts) time(t ir.Type) {
	at, ok := t.(*ir.Time)
	switch {
	case !ok:
		return
	case at.Format == ir.Date:
		c.Dates++
	default:
		c.DateTimes++
	}
	if at.Certain {
		c.Certain++
	}
}

// TestCorpus reads whole trees as their generators wrote them. Nothing in them
// is beyond docgen: every page is a model or left out with a reason, every
// type is understood, and every link leads to a model. All that can be missing
// is what a union consists of, where no page tells.
func TestCorpus(t *testing.T) {
	for name, want := range map[string]counts{
		"plaid": {
			Dialect: "speakeasy-python-2024", Files: 1431, Models: 1429, Objects: 1220, Enums: 209,
			Envelopes: 228, Fields: 5328, Additional: 627, Dates: 117, DateTimes: 139, Certain: 234,
		},
		"dub-python": {
			Dialect: "speakeasy-python-2026", Files: 472, Models: 456, Objects: 281, Enums: 140, Unions: 35,
			Envelopes: 4, Fields: 2370, Discriminated: 6,
		},
		"dub-ts": {
			Dialect: "speakeasy-typescript", Files: 449, Models: 433, Objects: 280, Enums: 118, Unions: 35,
			Envelopes: 4, Fields: 2360, Discriminated: 6,
		},
		"dub-go": {
			Dialect: "speakeasy-go-2026", Files: 472, Models: 456, Objects: 281, Enums: 140, Unions: 35,
			Envelopes: 4, Fields: 2370, Discriminated: 6,
		},
		"dub-php": {
			Dialect: "speakeasy-php", Files: 520, Models: 505, Objects: 330, Enums: 140, Unions: 35,
			Envelopes: 53, Fields: 2578, Discriminated: 6,
		},
		"dub-ruby": {
			Dialect: "speakeasy-ruby", Files: 434, Models: 420, Objects: 256, Enums: 128, Unions: 31, Opaque: 5,
			Envelopes: 2, Fields: 2225, Discriminated: 3,
		},
		"client-ts": {
			Dialect: "speakeasy-typescript", Files: 1246, Models: 1187, Objects: 876, Enums: 133, Unions: 176, Aliases: 2,
			Envelopes: 6, Fields: 3654, Additional: 50, DateTimes: 162, Certain: 162, Discriminated: 63,
		},
		"plexgo": {
			Dialect: "speakeasy-go-2025", Files: 1127, Models: 1094, Objects: 988, Enums: 104, Unions: 2,
			Envelopes: 241, Fields: 8516, Additional: 20, Dates: 7, DateTimes: 2, Certain: 9,
		},
		"plexcsharp": {
			Dialect: "speakeasy-csharp", Files: 903, Models: 872, Objects: 767, Enums: 103, Unions: 2,
			Envelopes: 240, Fields: 6120, Additional: 20, Dates: 7, DateTimes: 2, Certain: 9,
		},
		"plexruby": {
			Dialect: "speakeasy-ruby", Files: 929, Models: 911, Objects: 779, Enums: 122, Unions: 10,
			Envelopes: 84, Fields: 3888, Dates: 10, DateTimes: 8, Certain: 11,
		},
		"moov-java": {
			Dialect: "speakeasy-java", Files: 1192, Models: 1149, Objects: 991, Enums: 152, Opaque: 6,
			Envelopes: 191, Fields: 4076, DateTimes: 177, Certain: 177,
		},
		"client-python": {
			Dialect: "speakeasy-python-2026", Files: 1285, Models: 1227, Objects: 886, Enums: 131, Unions: 200, Aliases: 10,
			Fields: 3717, Additional: 53, DateTimes: 154, Certain: 15, Discriminated: 69,
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := corpus(t, name)
			schema, diags := parse(t, files)
			if diff := cmp.Diff(want, count(files, schema)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if len(schema.Models)+len(schema.Skipped) != len(files) {
				t.Errorf("%d models and %d skipped pages of %d", len(schema.Models), len(schema.Skipped), len(files))
			}
			untold := 0
			for _, d := range diags {
				if d.Code == "DG0208" {
					untold++
					continue
				}
				t.Errorf("%s: %s %s", d.Span.Position(), d.Code, d.Message)
			}
			if untold != want.Opaque {
				t.Errorf("%d models are said to be untold, and %d are", untold, want.Opaque)
			}
		})
	}
}

// TestLineEnds checks that Windows line ends change nothing but offsets.
func TestLineEnds(t *testing.T) {
	files := corpus(t, "client-python")
	windows := make([]*source.File, len(files))
	for i, f := range files {
		windows[i] = source.NewFile(f.Name, bytes.ReplaceAll(f.Content, []byte("\n"), []byte("\r\n")))
	}
	want, _ := parse(t, files)
	got, _ := parse(t, windows)
	if diff := cmp.Diff(lines(want.Text()), lines(got.Text())); diff != "" {
		t.Errorf("(-unix +windows)\n%s", diff)
	}
}

func lines(text string) []string { return strings.Split(text, "\n") }

// TestOrder checks that the order of the files changes nothing at all.
func TestOrder(t *testing.T) {
	files := corpus(t, "client-python")
	want, wantDiags := parse(t, files)
	shuffled := slices.Clone(files)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	got, gotDiags := parse(t, shuffled)
	if diff := cmp.Diff(lines(want.Text()), lines(got.Text())); diff != "" {
		t.Errorf("schema (-sorted +shuffled)\n%s", diff)
	}
	if diff := cmp.Diff(diagnosticText(wantDiags), diagnosticText(gotDiags)); diff != "" {
		t.Errorf("diagnostics (-sorted +shuffled)\n%s", diff)
	}
}

// TestDamage reads trees whose pages have lost or mixed up parts. Whatever
// happens to a page, the schema that comes out is a sound one.
func TestDamage(t *testing.T) {
	for _, name := range []string{"dub-python", "dub-ts", "dub-go", "dub-php", "dub-ruby", "moov-java", "plexcsharp"} {
		files := corpus(t, name)
		for seed := range uint64(4) {
			rnd := rand.New(rand.NewPCG(seed, 3))
			damaged := make([]*source.File, len(files))
			for i, f := range files {
				damaged[i] = source.NewFile(f.Name, damage(rnd, bytes.Clone(f.Content)))
			}
			schema, diags := parse(t, damaged)
			if diags.HasErrors() {
				t.Errorf("%s: damage to single pages stops the run", name)
			}
			if len(schema.Text()) == 0 || len(diags) == 0 {
				t.Errorf("%s: damage goes unnoticed", name)
			}
		}
	}
}

// damage cuts a page short, drops or swaps lines, or changes bytes.
func damage(rnd *rand.Rand, page []byte) []byte {
	if len(page) == 0 {
		return page
	}
	rows := bytes.SplitAfter(page, []byte("\n"))
	switch rnd.IntN(5) {
	case 0:
		return page[:rnd.IntN(len(page))]
	case 1:
		i := rnd.IntN(len(rows))
		return bytes.Join(slices.Delete(rows, i, i+1), nil)
	case 2:
		i, j := rnd.IntN(len(rows)), rnd.IntN(len(rows))
		rows[i], rows[j] = rows[j], rows[i]
		return bytes.Join(rows, nil)
	case 3:
		for range 1 + len(page)/200 {
			i, j := rnd.IntN(len(page)), rnd.IntN(len(page))
			page[i], page[j] = page[j], page[i]
		}
	case 4:
		for range 1 + len(page)/200 {
			page[rnd.IntN(len(page))] = byte(rnd.IntN(256))
		}
	}
	return page
}

// BenchmarkParse reads the largest tree of the corpus, from memory.
func BenchmarkParse(b *testing.B) {
	files := corpus(b, "plaid")
	size := 0
	for _, f := range files {
		size += len(f.Content)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Parse(context.Background(), files, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
