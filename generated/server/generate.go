package server

//go:generate go run ../../cmd/docgen generate ../../docs/server
