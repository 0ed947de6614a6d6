//go:build prepared

package main

import (
	"slices"

	"github.com/docgen-go/docgen/internal/bench/race"
	docgenmodels "github.com/docgen-go/docgen/internal/bench/testdata/prepared/docgen"
	easymodels "github.com/docgen-go/docgen/internal/bench/testdata/prepared/easy"
	oapimodels "github.com/docgen-go/docgen/internal/bench/testdata/prepared/oapi"
	ogenmodels "github.com/docgen-go/docgen/internal/bench/testdata/prepared/ogen"
	"github.com/docgen-go/docgen/internal/bench/testdata/prepared/plain"
)

func creditSessions() []race.Contestant {
	return slices.Concat(
		libraries[plain.CreditSessionsGetResponse](),
		docgen[docgenmodels.CreditSessionsGetResponse](),
		[]race.Contestant{
			easyJSON[easymodels.CreditSessionsGetResponse](),
			ogen[ogenmodels.CreditSessionsGetResponse](),
			oapiCodegen[oapimodels.CreditSessionsGetResponse](),
		})
}

func payrollIncome() []race.Contestant {
	return slices.Concat(
		libraries[plain.CreditPayrollIncomeGetResponse](),
		docgen[docgenmodels.CreditPayrollIncomeGetResponse](),
		[]race.Contestant{
			easyJSON[easymodels.CreditPayrollIncomeGetResponse](),
			ogen[ogenmodels.CreditPayrollIncomeGetResponse](),
			oapiCodegen[oapimodels.CreditPayrollIncomeGetResponse](),
		})
}

func assetReport() []race.Contestant {
	return slices.Concat(
		libraries[plain.AssetReportGetResponse](),
		docgen[docgenmodels.AssetReportGetResponse](),
		[]race.Contestant{
			easyJSON[easymodels.AssetReportGetResponse](),
			ogen[ogenmodels.AssetReportGetResponse](),
			oapiCodegen[oapimodels.AssetReportGetResponse](),
		})
}

func transactionsSync() []race.Contestant {
	return slices.Concat(
		libraries[plain.TransactionsSyncResponse](),
		docgen[docgenmodels.TransactionsSyncResponse](),
		[]race.Contestant{
			easyJSON[easymodels.TransactionsSyncResponse](),
			ogen[ogenmodels.TransactionsSyncResponse](),
			oapiCodegen[oapimodels.TransactionsSyncResponse](),
		})
}
