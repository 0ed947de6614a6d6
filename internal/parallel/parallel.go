// Package parallel does independent pieces of work on all cores.
package parallel

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Each calls work for 0 to n-1, on all cores, and returns when all calls
// have. It returns ctx's error, early, when ctx ends. A panic of a call goes on
// in the caller, who can then recover from it.
func Each(ctx context.Context, n int, work func(i int)) error {
	each(n, work, func() bool { return ctx.Err() != nil })
	return ctx.Err()
}

// All is Each for work that is short enough to be done to its end.
func All(n int, work func(i int)) { each(n, work, func() bool { return false }) }

func each(n int, work func(i int), isEnough func() bool) {
	var next atomic.Int64
	var wg sync.WaitGroup
	var failure atomic.Pointer[string]
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					text := fmt.Sprintf("%v\n\n%s", r, debug.Stack())
					failure.CompareAndSwap(nil, &text)
				}
			}()
			for !isEnough() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				work(i)
			}
		}()
	}
	wg.Wait()
	if text := failure.Load(); text != nil {
		panic(*text)
	}
}
