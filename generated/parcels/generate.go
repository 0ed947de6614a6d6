package parcels

//go:generate go run ../../cmd/docgen generate ../../docs/parcels
