package race

import (
	"fmt"
	"io"
	"regexp"
	"runtime"
	"time"
)

// A Contestant is one way to decode and encode a payload.
type Contestant struct {
	Name string
	// Decode returns a pointer to a fresh value that keeps nothing of data.
	Decode func(data []byte) (any, error)
	// Encode takes what Decode returned. What it returns is used no longer
	// than until its next call.
	Encode func(v any) ([]byte, error)
	// Lossless is set where the encoded text must be the decoded JSON value.
	Lossless bool
	// EncodeOnly is set where decoding is that of another contestant.
	EncodeOnly bool
}

// A Payload is a JSON text and those who contend for it. The first one is the
// base that the others are compared with.
type Payload struct {
	Name        string
	Data        []byte
	Contestants []Contestant
}

// Options say how to measure.
type Options struct {
	Rounds int
	Pass   time.Duration  // how long a turn is, about
	Peers  *regexp.Regexp // names to measure; the base always is
	Log    io.Writer      // progress
}

// A Result is what was measured of one contestant, payload and direction.
type Result struct {
	Contestant string  `json:"contestant"`
	Payload    string  `json:"payload"`
	Direction  string  `json:"direction"` // "decode" or "encode"
	Kept       Kept    `json:"kept"`
	Size       int     `json:"size"` // of the payload, in bytes
	Nanosecond Spread  `json:"ns_per_op"`
	Allocs     float64 `json:"allocs_per_op"`
	Bytes      float64 `json:"bytes_per_op"`
	Ratio      Spread  `json:"speed_over_base"` // by rounds
}

// A runner is one contestant in one direction.
type runner struct {
	result Result
	work   func() error
	calls  int // in one turn
}

// Run verifies the contestants, then measures them.
func Run(payloads []Payload, opts Options) ([]Result, error) {
	var results []Result
	for _, p := range payloads {
		runners, err := p.runners(opts)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		for _, direction := range []string{decode, encode} {
			fmt.Fprintf(opts.Log, "%s, %s\n", p.Name, direction)
			contest := runners[direction]
			if err := compete(contest, opts); err != nil {
				return nil, fmt.Errorf("%s, %s: %w", p.Name, direction, err)
			}
			for _, r := range contest {
				r.result.Ratio = contest[0].result.Nanosecond.Over(r.result.Nanosecond)
				results = append(results, r.result)
			}
		}
	}
	return results, nil
}

// The directions.
const (
	decode = "decode"
	encode = "encode"
)

// runners verifies the contestants that are to be measured, and returns them
// by direction.
func (p *Payload) runners(opts Options) (map[string][]*runner, error) {
	out := map[string][]*runner{}
	for i, c := range p.Contestants {
		if i > 0 && opts.Peers != nil && !opts.Peers.MatchString(c.Name) {
			continue
		}
		value, kept, err := verify(c, p.Data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		result := Result{Contestant: c.Name, Payload: p.Name, Kept: kept, Size: len(p.Data)}
		add := func(direction string, work func() error) {
			result.Direction = direction
			out[direction] = append(out[direction], &runner{result: result, work: work})
		}
		if !c.EncodeOnly {
			add(decode, func() error {
				_, err := c.Decode(p.Data)
				return err
			})
		}
		add(encode, func() error {
			_, err := c.Encode(value)
			return err
		})
	}
	return out, nil
}

// compete gives each its turn in every round. The one who begins changes, so
// that none is always the one behind a rival's garbage.
func compete(runners []*runner, opts Options) error {
	for _, r := range runners {
		if err := r.calibrate(opts.Pass); err != nil {
			return fmt.Errorf("%s: %w", r.result.Contestant, err)
		}
	}
	for round := range opts.Rounds {
		for i := range runners {
			r := runners[(round+i)%len(runners)]
			turn, err := r.turn()
			if err != nil {
				return fmt.Errorf("%s: %w", r.result.Contestant, err)
			}
			n := float64(r.calls)
			r.result.Nanosecond.Add(float64(turn.time.Nanoseconds()) / n)
			r.result.Allocs = float64(turn.allocs) / n
			r.result.Bytes = float64(turn.bytes) / n
		}
	}
	return nil
}

// calibrate finds out how many calls fill a turn. It also warms up what learns
// or compiles on first use.
func (r *runner) calibrate(pass time.Duration) error {
	for r.calls = 1; ; r.calls *= 2 {
		turn, err := r.turn()
		if err != nil {
			return err
		}
		if turn.time >= pass/4 {
			r.calls = max(1, int(int64(r.calls)*int64(pass)/int64(turn.time)))
			return nil
		}
	}
}

// A turn is what some calls took.
type turn struct {
	time          time.Duration
	allocs, bytes uint64
}

func (r *runner) turn() (turn, error) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	for range r.calls {
		if err := r.work(); err != nil {
			return turn{}, err
		}
	}
	elapsed := time.Since(start)
	runtime.ReadMemStats(&after)
	return turn{elapsed, after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc}, nil
}
