// Package contract holds a generated decoder to its contract, as tests: what
// is JSON and what is not (RFC 8259), what v2 of encoding/json makes of the
// same text, and that the caller's bytes stay the caller's. It has no code of
// its own. Its tests compile what the benchmark prepares:
//
//	go -C internal/bench run . prepare
//	go -C internal/bench test -tags prepared ./contract
package contract
