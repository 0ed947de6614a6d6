package docgen

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/closure"
	"github.com/docgen-go/docgen/internal/suppress"
)

// A Pattern is a glob that chooses models.
type Pattern = closure.Pattern

// A Suppression says which diagnostics are not wanted.
type Suppression = suppress.Rule

// choose leaves in r what cfg includes and does not exclude. What there is to
// say of pages that nothing is taken from is left out as well. Names stay those
// that the models have among all others, so that none depends on the choice.
func (r *Result) choose(cfg *Config) error {
	c := closure.Choice{Include: cfg.Include, Exclude: cfg.Exclude, Docs: cfg.root()}
	if c.IsAll() {
		return nil
	}
	cfg.Go.Names = plan.TypeNames(r.Schema, cfg.Go)
	c.Names = cfg.Go.Names
	chosen, diags := closure.Choose(r.Schema, c)
	if n := len(r.Schema.Models); n > 0 && len(chosen.Models) == 0 {
		return fmt.Errorf("%s: include and exclude leave none of the %d models; docgen export ir lists them", cfg.Docs, n)
	}
	r.Diagnostics = append(closure.Relevant(r.Diagnostics, r.Schema, chosen), diags...)
	r.Schema = chosen
	return nil
}

// suppress takes out of r the diagnostics that cfg does not want.
func (r *Result) suppress(cfg Config) {
	r.Diagnostics = suppress.Apply(r.Diagnostics, cfg.Suppress, r.Schema, cfg.root())
}

// root returns the path that the names of pages begin with.
func (c Config) root() string { return filepath.ToSlash(c.Docs) }

// Select is Read, and leaves the models that cfg includes and does not exclude:
// those that Run makes a package of. TypeNames of the result is set.
func Select(ctx context.Context, cfg Config) (*Result, error) {
	result, err := Read(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if err := cfg.Go.Check(result.Schema); err != nil {
		return nil, err
	}
	if err := result.choose(&cfg); err != nil {
		return nil, err
	}
	if result.TypeNames = cfg.Go.Names; result.TypeNames == nil {
		result.TypeNames = plan.TypeNames(result.Schema, cfg.Go)
	}
	result.suppress(cfg)
	return result, nil
}
