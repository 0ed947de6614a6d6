// Package house holds the rules of the repository as tests: which package may
// import which, how long files and functions may be, what must be documented.
// It has no code of its own.
package house
