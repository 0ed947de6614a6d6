package race

import (
	"runtime"
	"time"
)

// A Turn is what some calls took.
type Turn struct {
	Calls         int
	Time          time.Duration // of all calls
	Allocs, Bytes uint64        // of all calls
}

// A worker fills turns with work.
type worker struct {
	work func() error
	pass time.Duration // how long a turn is, about
}

// turn finds out how many calls fill a turn, which also warms up what learns
// or compiles on first use, and measures them.
func (w worker) turn() (Turn, error) {
	for calls := 1; ; calls *= 2 {
		turn, err := w.measure(calls)
		if err != nil {
			return Turn{}, err
		}
		if turn.Time >= w.pass/4 {
			return w.measure(max(1, int(int64(calls)*int64(w.pass)/int64(turn.Time))))
		}
	}
}

func (w worker) measure(calls int) (Turn, error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	for range calls {
		if err := w.work(); err != nil {
			return Turn{}, err
		}
	}
	elapsed := time.Since(start)
	runtime.ReadMemStats(&after)
	return Turn{calls, elapsed, after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc}, nil
}
