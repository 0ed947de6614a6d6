package parallel_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/docgen-go/docgen/internal/parallel"
)

// TestEach calls work for each number once, and ends early with its context.
func TestEach(t *testing.T) {
	var sum atomic.Int64
	if err := parallel.Each(context.Background(), 100, func(i int) { sum.Add(int64(i)) }); err != nil || sum.Load() != 4950 {
		t.Errorf("%v, %d", err, sum.Load())
	}
	parallel.All(100, func(i int) { sum.Add(-int64(i)) })
	if sum.Load() != 0 {
		t.Errorf("%d", sum.Load())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := parallel.Each(ctx, 100, func(int) { sum.Add(1) }); !errors.Is(err, context.Canceled) || sum.Load() != 0 {
		t.Errorf("%v, %d", err, sum.Load())
	}
}

// TestPanic recovers from the panic of a call on another goroutine.
func TestPanic(t *testing.T) {
	defer func() {
		text, _ := recover().(string)
		if !strings.Contains(text, "the seventh") || !strings.Contains(text, "parallel_test.go") {
			t.Errorf("recovered %q", text)
		}
	}()
	err := parallel.Each(context.Background(), 10, func(i int) {
		if i == 7 {
			panic("the seventh")
		}
	})
	t.Errorf("no panic: %v", err)
}
