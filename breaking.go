package docgen

import (
	"context"

	"github.com/docgen-go/docgen/emitter/plan"
	"github.com/docgen-go/docgen/internal/breaking"
	"github.com/docgen-go/docgen/internal/diag"
)

// A Version is an API at some time, to be compared with what it is at another.
type Version struct {
	Diagnostics diag.List
	api         breaking.API
}

// A BreakingReport lists what differs between two versions of an API.
type BreakingReport = breaking.Report

// ReadVersion reads the pages of a version, and decides what Go they become.
// What the options say of things that the version has not got is passed over.
func ReadVersion(ctx context.Context, cfg Config) (*Version, error) {
	result, err := Read(ctx, cfg)
	if err != nil {
		return nil, err
	}
	if err := result.choose(&cfg); err != nil {
		return nil, err
	}
	cfg.Go.Package = cfg.Package
	pkg, diags := plan.Build(result.Schema, cfg.Go)
	result.Diagnostics = append(result.Diagnostics, diags...)
	result.Diagnostics.Sort()
	result.suppress(cfg)
	names := plan.TypeNames(result.Schema, cfg.Go)
	return &Version{result.Diagnostics, breaking.API{Schema: result.Schema, Package: pkg, Names: names, Root: cfg.root()}}, nil
}

// Models returns how many models the version has.
func (v *Version) Models() int { return len(v.api.Schema.Models) }

// Breaking compares v with a later version: the Go that both become, and the
// JSON that they describe. Neither may have diagnostics that are errors.
func (v *Version) Breaking(later *Version) *BreakingReport {
	return breaking.Compare(v.api, later.api)
}
