package prepare

import (
	"context"
	"path/filepath"
)

// Roots are the models of the payloads.
var Roots = []string{
	"AssetReportGetResponse", "CreditPayrollIncomeGetResponse", "CreditSessionsGetResponse", "TransactionsSyncResponse",
}

// Sample writes the package that the contract is tested with: docgen's, for
// the pages in testdata/sample, which have members of every kind.
func Sample(ctx context.Context) error {
	schema, err := Schema(ctx, filepath.Join("testdata", "sample"))
	if err != nil {
		return err
	}
	dir := filepath.Join(Dir, "sample")
	return Packages(ctx, Options{Schema: schema, Dir: dir, Sets: []Set{Docgen, Plain}})
}
