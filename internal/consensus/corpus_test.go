package consensus

import (
	"context"
	"fmt"
	"testing"

	"github.com/docgen-go/docgen/internal/source"
	"github.com/docgen-go/docgen/ir"
	"github.com/docgen-go/docgen/parser"
)

func read(t *testing.T, n string) *ir.Schema {
	files, err := source.ReadTree("/work/shared/corpus/" + n)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := parser.Parse(context.Background(), files, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestX(t *testing.T) {
	names := []string{"dub-python", "dub-ts", "dub-go", "dub-php", "dub-ruby"}
	s := map[string]*ir.Schema{}
	for _, n := range names {
		s[n] = read(t, n)
	}
	for i, a := range names {
		for _, b := range names[i+1:] {
			c := compare(s[a], s[b])
			fmt.Println("=====", a, b, c.common)
			for _, d := range c.diffs {
				fmt.Printf("  %s %s.%s: %q / %q\n", d.Fact, d.Model, d.Member, d.A.Text, d.B.Text)
			}
		}
	}
}
