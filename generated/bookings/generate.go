package bookings

//go:generate go run ../../cmd/docgen generate ../../docs/bookings
