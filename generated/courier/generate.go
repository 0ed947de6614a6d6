package courier

//go:generate go run ../../cmd/docgen generate ../../docs/courier
