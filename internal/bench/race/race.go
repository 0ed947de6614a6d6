package race

import (
	"fmt"
	"io"
	"regexp"
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
	// Measure takes a contestant's turn elsewhere, such as in a process of its
	// own, whose garbage collector has no rival's values to look at. It ends in
	// a call of [Payload.Turn]. Nil is for here.
	Measure func(payload, contestant, direction string) (Turn, error)
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
	turn   func() (Turn, error)
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
		for direction, work := range p.work(c, value) {
			result.Direction = direction
			turn := func() (Turn, error) { return opts.Measure(p.Name, c.Name, direction) }
			if opts.Measure == nil {
				turn = worker{work: work, pass: opts.Pass}.turn
			}
			out[direction] = append(out[direction], &runner{result, turn})
		}
	}
	return out, nil
}

// work returns what a contestant does in each direction.
func (p *Payload) work(c Contestant, value any) map[string]func() error {
	all := map[string]func() error{encode: func() error {
		_, err := c.Encode(value)
		return err
	}}
	if !c.EncodeOnly {
		all[decode] = func() error {
			_, err := c.Decode(p.Data)
			return err
		}
	}
	return all
}

// Turn measures one contestant of the payload, here and once.
func (p *Payload) Turn(contestant, direction string, pass time.Duration) (Turn, error) {
	for _, c := range p.Contestants {
		if c.Name != contestant {
			continue
		}
		value, err := c.Decode(p.Data)
		if err != nil {
			return Turn{}, err
		}
		if work := p.work(c, value)[direction]; work != nil {
			return worker{work: work, pass: pass}.turn()
		}
	}
	return Turn{}, fmt.Errorf("%s: there is no %s to %s", p.Name, contestant, direction)
}

// compete gives each its turn in every round. The one who begins changes, so
// that none is always the one behind a rival's garbage.
func compete(runners []*runner, opts Options) error {
	for round := range opts.Rounds {
		for i := range runners {
			r := runners[(round+i)%len(runners)]
			turn, err := r.turn()
			if err != nil {
				return fmt.Errorf("%s: %w", r.result.Contestant, err)
			}
			n := float64(turn.Calls)
			r.result.Nanosecond.Add(float64(turn.Time.Nanoseconds()) / n)
			r.result.Allocs = float64(turn.Allocs) / n
			r.result.Bytes = float64(turn.Bytes) / n
		}
	}
	return nil
}
