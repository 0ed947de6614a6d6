// Command docgen turns API reference pages into Go packages. Run "docgen help"
// for what it can do.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
)

// What docgen's exit codes say, as diff(1) has them. The topic exit-codes
// documents them.
const (
	exitClean    = 0
	exitFindings = 1 // errors in the pages, or a directory that is not current
	exitTrouble  = 2 // docgen could not do its work
)

// errFindings ends a run whose findings have been shown.
var errFindings = errors.New("findings")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run carries out one command line and returns its exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := guard(func() error { return root.ExecuteContext(ctx) })
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, context.Canceled):
		err = errors.New("interrupted; nothing was written")
	}
	fmt.Fprintf(stderr, "docgen: %v\n", err)
	return exitTrouble
}

// guard runs f and turns a panic into an error that asks for a report.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &internalError{p, debug.Stack()}
		}
	}()
	return f()
}

// An internalError is a panic of docgen's own.
type internalError struct {
	value any
	stack []byte
}

// Error says what happened, what to do, and where in docgen it happened.
func (e *internalError) Error() string {
	return fmt.Sprintf(`internal error: %v

This is a mistake in docgen, whatever the pages hold. Please report it at
https://github.com/docgen-go/docgen/issues with this text and, if you can,
the page that it was reading.

%s`, e.value, strings.TrimSpace(string(e.stack)))
}
