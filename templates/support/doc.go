// Package support is the constant part of every generated package: what reads
// and writes JSON, remembers what Go types cannot hold, and reports what is
// wrong. docgen copies the declarations that a package needs into it, so this
// package imports nothing but the standard library and knows no model.
package support
