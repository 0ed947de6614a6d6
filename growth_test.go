package docgen_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
)

// models returns n pages: objects that refer to one another, enums, and unions.
func models(n int) []*source.File {
	files := make([]*source.File, n)
	for i := range files {
		var b strings.Builder
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "# Kind%d\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `ONE` | one |\n| `TWO` | two%d |\n", i, i)
		default:
			fmt.Fprintf(&b, "# Model%d\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n", i)
			fmt.Fprintf(&b, "| `id` | *str* | :heavy_check_mark: | The `id_of_%d`. | x%d |\n", i, i)
			fmt.Fprintf(&b, "| `next_one` | [Optional[models.Model%[1]d]](../models/model%[1]d.md) | :heavy_minus_sign: | N/A | |\n", (i/4*4+5)%n/4*4+1)
			fmt.Fprintf(&b, "| `kinds` | List[[models.Kind%[1]d](../models/kind%[1]d.md)] | :heavy_check_mark: | Some text. | |\n", i/4*4)
		}
		name := "model"
		if i%4 == 0 {
			name = "kind"
		}
		files[i] = source.NewFile(fmt.Sprintf("docs/models/%s%d.md", name, i), []byte(b.String()))
	}
	return files
}

// rows returns a page with n rows.
func rows(n int) []*source.File {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = row(fmt.Sprintf("field_%d", i), "*Optional[str]*", "What it `is_for`.")
	}
	return hostileFiles(page("Large", lines...))
}

// circle returns n pages of unions, each of which can be the next.
func circle(n int) []*source.File {
	files := make([]*source.File, n)
	for i := range files {
		text := fmt.Sprintf("# M%d\n\n## Supported Types\n\n### `models.M%d`\n\n```python\nvalue: models.M%[2]d = /* values here */\n```\n\n"+
			"### `str`\n\n```python\nvalue: str = /* values here */\n```\n", i, (i+1)%n)
		files[i] = source.NewFile(fmt.Sprintf("docs/models/m%d.md", i), []byte(text))
	}
	return files
}

var growing = map[string]func(int) []*source.File{"models": models, "rows": rows, "circle": circle}

// TestGrowth holds that what a hundred times the pages take is no more than
// a hundred and ten times as much, counted in bytes that are allocated, which
// unlike time does not depend on what else the machine does. What grows with
// the square shows there too, unless it only compares: see BenchmarkGrowth.
func TestGrowth(t *testing.T) {
	for name, make := range growing {
		least, most := allocated(t, make(40)), allocated(t, make(4000))
		t.Logf("%s: %d kB, %d kB: %.1f times", name, least>>10, most>>10, float64(most)/float64(least))
		if most > 110*least {
			t.Errorf("%s: %d bytes, and %d for a hundred times the input", name, least, most)
		}
	}
}

func allocated(t *testing.T, pages []*source.File) uint64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if len(pipeline(t, pages)) == 0 {
		t.Fatal("there are no files")
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// BenchmarkGrowth shows the time that pages take, one by one, ten by ten and a
// hundred by a hundred.
func BenchmarkGrowth(b *testing.B) {
	for name, make := range growing {
		for _, n := range []int{40, 400, 4000} {
			pages := make(n)
			b.Run(fmt.Sprintf("%s=%d", name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					pipeline(b, pages)
				}
			})
		}
	}
}
