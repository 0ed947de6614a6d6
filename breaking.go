package docgen

import (
	"context"
	"fmt"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/diag"
)

// A BreakingReport lists what differs between two versions of an API.
type BreakingReport = breaking.Report

// Breaking compares the pages of old with those of new: the Go that they
// become, and the JSON that they describe. Where a diagnostic is an error, the
// report is nil. Of old, nothing but what the report rests on is said: what
// the configuration names need not have been there.
func Breaking(ctx context.Context, old, new Config) (*BreakingReport, diag.List, error) {
	before, was, err := apiOf(ctx, old)
	if err != nil {
		return nil, nil, err
	}
	after, diags, err := apiOf(ctx, new)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range was {
		if d.Severity() == diag.Error {
			diags = append(diags, d)
		}
	}
	switch {
	case diags.HasErrors():
		return nil, diags, nil
	case len(after.Schema.Models) == 0:
		return nil, nil, fmt.Errorf("%s: no page holds a model", new.Docs)
	}
	return breaking.Compare(before, after), diags, nil
}

// apiOf reads the pages of cfg, and decides what Go they become.
func apiOf(ctx context.Context, cfg Config) (breaking.API, diag.List, error) {
	result, err := Read(ctx, cfg)
	if err != nil {
		return breaking.API{}, nil, err
	}
	if err := result.choose(&cfg); err != nil {
		return breaking.API{}, nil, err
	}
	cfg.Go.Package = cfg.Package
	pkg, diags := plan.Build(result.Schema, cfg.Go)
	result.Diagnostics = append(result.Diagnostics, diags...)
	result.Diagnostics.Sort()
	result.suppress(cfg)
	return breaking.API{
		Schema: result.Schema, Package: pkg, Names: plan.TypeNames(result.Schema, cfg.Go), Root: cfg.root(),
	}, result.Diagnostics, nil
}
