package credit

//go:generate go run ../../cmd/docgen generate ../../docs/credit
