package docgen

import (
	"fmt"
	"path/filepath"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/closure"
)

// A Pattern is a glob that chooses models.
type Pattern = closure.Pattern

// choose leaves in r what cfg includes and does not exclude. What there is to
// say of pages that nothing is taken from is left out as well.
func (r *Result) choose(cfg Config) error {
	c := closure.Choice{Include: cfg.Include, Exclude: cfg.Exclude, Docs: filepath.ToSlash(filepath.Clean(cfg.Docs))}
	if c.IsAll() {
		return nil
	}
	c.Names = plan.TypeNames(r.Schema, cfg.Go)
	chosen, diags := closure.Choose(r.Schema, c)
	if n := len(r.Schema.Models); n > 0 && len(chosen.Models) == 0 {
		return fmt.Errorf("%s: include and exclude leave none of the %d models; docgen export ir lists them", cfg.Docs, n)
	}
	r.Diagnostics = append(closure.Relevant(r.Diagnostics, r.Schema, chosen), diags...)
	r.Schema = chosen
	return nil
}
